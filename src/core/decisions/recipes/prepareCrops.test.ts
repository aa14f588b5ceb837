import { describe, expect, it } from 'vitest';
import { boxAt, boxesOf, classifier, detector, named, prepared } from '../../../../tests/fixtures/recipe.ts';
import { unpackDetections } from '../../models/prediction/predictionPacking.ts';
import { evidenceIn } from '../gate/photoEvidence.ts';
import { packCrops, type PackedOutput } from './recipeOutput.ts';

const md = detector('md', 'animal', 'person=person', 'vehicle=vehicle');
const forest = classifier('forest', 'fox', 'deer', 'human=person', 'empty=blank');
const other = classifier('other', 'deer', 'boar');
const models = [md, forest, other];
const [first] = named('md');
const way = { kind: 'crops', detector: first, classifiers: named('forest'), floor: 0.25 };
const key = 'forest@md/margin=0';

const animals = boxesOf(
  3,
  { labelIndex: 0, score: 0.875, box: boxAt(0) },
  { labelIndex: 1, score: 0.75, box: boxAt(0.25) },
  { labelIndex: 0, score: 0.5, box: boxAt(0.5) },
  { labelIndex: 0, score: 0.125, box: boxAt(0.75) },
);

function crops(...scores: [x: number, ...scores: number[]][]): PackedOutput {
  return packCrops(scores.map(([x, ...rest]) => ({ box: boxAt(x), labelScores: Float32Array.from(rest) })));
}

function combined(outputs: Map<string, PackedOutput>, recipe = prepared(models, way)) {
  const prediction = recipe.combine(outputs);
  if (!prediction) return null;
  const name = (index: number): string => recipe.combined.labels[index]?.name ?? '';
  return {
    boxes: unpackDetections(prediction).map(({ labelIndex, score, box }) => [name(labelIndex), score, box.x]),
    scores: Object.fromEntries([...prediction.labelScores].map((score, index) => [name(index), score])),
  };
}

describe('boxes that are cut out and named', () => {
  it('runs the detector first, then the classifier on every animal over the floor', () => {
    const recipe = prepared(models, way);
    expect(recipe.missing(new Map())).toEqual([{ key: 'md', model: 'md', crops: null }]);
    const [run, ...more] = recipe.missing(new Map([['md', animals]]));
    expect(more).toEqual([]);
    expect(run).toMatchObject({ key, model: 'forest' });
    expect(run?.crops?.boxes.map(({ x }) => x)).toEqual([0, 0.5]);
  });

  it('runs a classifier that is added on the same boxes, and nothing else', () => {
    const both = prepared(models, { ...way, classifiers: named('forest', 'other') });
    const outputs = new Map([
      ['md', animals],
      [key, crops([0, 1, 0, 0, 0], [0.5, 1, 0, 0, 0])],
    ]);
    expect(both.missing(outputs).map(({ model }) => model)).toEqual(['other']);
    expect(both.combine(outputs)).toBeNull();
  });

  it('runs nothing again for a higher floor, and only the new boxes for a lower one', () => {
    const outputs = new Map([
      ['md', animals],
      [key, crops([0, 1, 0, 0, 0], [0.5, 1, 0, 0, 0])],
    ]);
    expect(prepared(models, { ...way, floor: 0.75 }).missing(outputs)).toEqual([]);
    const [run] = prepared(models, { ...way, floor: 0.0625 }).missing(outputs);
    expect(run?.crops?.boxes.map(({ x }) => x)).toEqual([0.75]);
  });

  it('runs nothing where there is no animal, and looks again where it is cut out otherwise', () => {
    const person = boxesOf(3, { labelIndex: 1, score: 0.75, box: boxAt(0) });
    expect(prepared(models, way).missing(new Map([['md', person]]))).toEqual([]);
    const outputs = new Map([
      ['md', animals],
      [key, crops([0, 1, 0, 0, 0], [0.5, 1, 0, 0, 0])],
    ]);
    expect(prepared(models, { ...way, square: true }).missing(outputs)).toHaveLength(1);
  });

  it('names a box from the threshold on, with the score that the detector gave it', () => {
    const outputs = new Map([
      ['md', animals],
      [key, crops([0, 0.25, 0.75, 0, 0], [0.5, 0.375, 0.375, 0.25, 0])],
    ]);
    expect(combined(outputs)).toEqual({
      boxes: [
        ['deer', 0.875, 0],
        ['person', 0.75, 0.25],
        ['animal', 0.5, 0.5],
        ['animal', 0.125, 0.75],
      ],
      scores: { animal: 0.5, person: 0.75, vehicle: 0, fox: 0, deer: 0.875, empty: 0 },
    });
    const higher = prepared(models, { ...way, nameFrom: 0.875 });
    expect(combined(outputs, higher)?.scores).toMatchObject({ animal: 0.875, deer: 0 });
  });

  it('drops a box only when it is surely blank', () => {
    const outputs = new Map([
      ['md', animals],
      [key, crops([0, 0, 0, 0, 1], [0.5, 0, 0, 0.125, 0.875])],
    ]);
    expect(combined(outputs)?.boxes.map(([, , x]) => x)).toEqual([0.25, 0.5, 0.75]);
    expect(combined(outputs)?.scores).toMatchObject({ animal: 0.5, empty: 0.875 });
  });

  it("averages several classifiers' words on a box", () => {
    const both = prepared(models, { ...way, classifiers: named('forest', 'other') });
    const outputs = new Map([
      ['md', animals],
      [key, crops([0, 0.75, 0.25, 0, 0], [0.5, 1, 0, 0, 0])],
      ['other@md/margin=0', crops([0, 1, 0], [0.5, 0, 1])],
    ]);
    const { labels } = both.combined;
    expect(labels.map(({ name }) => name)).toEqual([
      'animal',
      'person',
      'vehicle',
      'fox',
      'deer',
      'empty',
      'boar',
    ]);
    // fox is left to the one that knows it: 0.75 against the mean of 0.25 and 1 for deer.
    expect(combined(outputs, both)?.boxes[0]).toEqual(['fox', 0.875, 0]);
  });

  it('keeps for the people gate what every model said of people, also where another label won', () => {
    const outputs = new Map([
      ['md', animals],
      [key, crops([0, 0.5, 0, 0.375, 0], [0.5, 1, 0, 0, 0])],
    ]);
    const evidence = evidenceIn(prepared(models, way).words(outputs));
    expect([...evidence]).toEqual([
      { model: 'md 1', label: 'person', role: 'person', score: 0.75, box: boxAt(0.25) },
      { model: 'forest 1', label: 'human', role: 'person', score: 0.375, box: null },
    ]);
  });
});
