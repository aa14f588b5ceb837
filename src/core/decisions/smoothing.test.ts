import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelLabel } from '../models/manifest/modelManifest.ts';
import { smoothDetections, smoothSequence, type ClassifiedDetection } from './smoothing.ts';
import { defaultSmoothing, smoothingStrengths } from './smoothingOptions.ts';

const taxa: Record<string, string> = {
  deer: 'mammalia;cetartiodactyla;cervidae;odocoileus;virginianus',
  mule: 'mammalia;cetartiodactyla;cervidae;odocoileus;hemionus',
  odocoileus: 'mammalia;cetartiodactyla;cervidae;odocoileus;',
  elk: 'mammalia;cetartiodactyla;cervidae;cervus;canadensis',
  fox: 'mammalia;carnivora;canidae;vulpes;vulpes',
  carnivore: 'mammalia;carnivora;;;',
  felid: 'mammalia;carnivora;felidae;;',
  animal: ';;;;',
  blank: ';;;;',
};
const labels = Object.entries(taxa).map(([name, taxon]): ModelLabel => ({ name, role: 'animal', taxon }));
const nameless = labels.map(({ name, role }): ModelLabel => ({ name, role }));

function detect(names: string, classificationScore = 0.9): ClassifiedDetection[] {
  return names.split(' ').map((name) => ({
    role: 'animal',
    detectionScore: 0.8,
    labelIndex: labels.findIndex((label) => label.name === name),
    classificationScore,
  }));
}

function smooth(names: string, options = defaultSmoothing, list = labels): string {
  const { labelIndices } = smoothDetections(detect(names), list, options);
  return labelIndices.map((index) => list[index]?.name).join(' ');
}

describe('smoothDetections', () => {
  it.each([
    // MegaDetector's own examples, from its comments.
    ['deer deer deer elk deer deer', 'deer deer deer deer deer deer'],
    ['deer animal', 'deer animal'],
    ['deer deer animal', 'deer deer deer'],
    ['carnivore fox fox deer', 'fox fox fox deer'],
    // A tie goes to the class that is a real answer.
    ['animal deer animal deer', 'deer deer deer deer'],
    // Without a tie, most of them not being sure is an answer too.
    ['animal animal animal deer deer', 'animal animal animal deer deer'],
    // Three are too few to overrule a rare class, and two are too many to be rare.
    ['deer deer deer fox', 'deer deer deer fox'],
    ['deer deer deer deer fox fox', 'deer deer deer deer fox fox'],
    // A genus never swallows the species it holds; the species wins.
    ['odocoileus odocoileus odocoileus odocoileus mule', 'mule mule mule mule mule'],
    ['carnivore carnivore felid fox', 'fox fox felid fox'],
  ])('makes "%s" into "%s"', (before, after) => {
    expect(smooth(before)).toBe(after);
  });

  it('overrules more the stronger it is set', () => {
    const { mild, normal, aggressive } = smoothingStrengths;
    const burst = 'deer deer deer deer fox animal';
    expect(smooth(burst, mild)).toBe('deer deer deer deer fox deer');
    expect(smooth(burst, normal)).toBe('deer deer deer deer deer deer');
    expect(smooth('deer deer deer elk elk', normal)).toBe('deer deer deer elk elk');
    expect(smooth('deer deer deer elk elk', aggressive)).toBe('deer deer deer deer deer');
  });

  it('joins only what is of one family in the last step', () => {
    const options = { ...defaultSmoothing, mostRareSameFamily: 1 };
    expect(smooth('deer deer deer elk fox', options)).toBe('deer deer deer deer fox');
    expect(smooth('deer elk', options)).toBe('deer elk');
  });

  it('neither counts nor changes what is under a threshold, or is no animal', () => {
    const sure = detect('deer deer deer deer');
    const unsure = detect('fox', 0.49);
    const faint = detect('fox').map((one) => ({ ...one, detectionScore: 0.14 }));
    const person = detect('animal').map((one) => ({ ...one, role: 'person' as const }));
    const detections = [...sure, ...unsure, ...faint, ...person];
    const { labelIndices, changed } = smoothDetections(detections, labels);
    expect(labelIndices).toEqual(detections.map(({ labelIndex }) => labelIndex));
    expect(changed).toEqual({ other: 0, secondary: 0, taxonomic: 0, sameFamily: 0 });
  });

  it('works by names alone where no label has a taxon', () => {
    expect(smooth('deer deer deer deer odocoileus animal', defaultSmoothing, nameless)).toBe(
      'deer deer deer deer deer deer',
    );
  });

  it('says how many each step changed', () => {
    expect(smoothDetections(detect('deer deer deer deer fox animal'), labels).changed).toEqual({
      other: 1,
      secondary: 1,
      taxonomic: 0,
      sameFamily: 0,
    });
  });

  it('only gives labels that were there, and keeps a photo of one class as it is', () => {
    const name = fc.constantFrom(...labels.map((label) => label.name));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), (names) => {
        const after = smooth(names.join(' ')).split(' ');
        expect(after).toHaveLength(names.length);
        expect(after.every((one) => names.includes(one))).toBe(true);
        if (new Set(names).size === 1) expect(after).toEqual(names);
      }),
    );
  });
});

describe('smoothSequence', () => {
  it('smooths each photo first, then the sequence', () => {
    const photos = [detect('deer deer animal'), detect('fox'), detect('deer deer')];
    const names = smoothSequence(photos, labels).map((indices) =>
      indices.map((index) => labels[index]?.name),
    );
    expect(names).toEqual([['deer', 'deer', 'deer'], ['deer'], ['deer', 'deer']]);
    // Alone, the fox would have stayed a fox.
    expect(smooth('fox')).toBe('fox');
  });
});
