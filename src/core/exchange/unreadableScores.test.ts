import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../decisions/gate/besideWords.ts';
import { strongestSign } from '../decisions/gate/photoEvidence.ts';
import type { ImportedResults } from '../models/prediction/importedModel.ts';
import { importMegaDetector } from './megaDetector/megaDetectorImport.ts';
import { readMegaDetector } from './megaDetector/megaDetectorReader.ts';
import { importSpeciesNet } from './speciesNet/speciesNetImport.ts';
import { readSpeciesNet } from './speciesNet/speciesNetReader.ts';

const categories = '"detection_categories": {"1": "animal", "2": "person", "3": "vehicle"}';

function megaDetector(detections: string, named = categories): ImportedResults {
  return importMegaDetector(
    readMegaDetector([
      `{"info": {}, ${named}, "images": [{"file": "a.jpg", "detections": [${detections}]}]}`,
    ]),
  );
}

function speciesNet(fields: string): ImportedResults {
  return importSpeciesNet(readSpeciesNet([`{"predictions": [{"filepath": "a.jpg", ${fields}}]}`]));
}

/** How strong a sign of a person the gate sees: Infinity holds at any threshold; null where nobody has looked. */
function personIn({ model, photos }: ImportedResults): number | null {
  const [photo] = photos;
  if (!photo) return null;
  const evidence = evidenceOf([{ model: 'm', labels: model.labels, prediction: photo.prediction }]);
  return evidence && strongestSign(evidence, 'person');
}

describe('a person whose score is no number in a file of results', () => {
  it.each([
    ['NaN, as Python writes it', '{"category": "2", "conf": NaN, "bbox": [0.1, 0.1, 0.2, 0.2]}'],
    ['infinite', '{"category": "2", "conf": Infinity, "bbox": [0.1, 0.1, 0.2, 0.2]}'],
    ['null', '{"category": "2", "conf": null, "bbox": [0.1, 0.1, 0.2, 0.2]}'],
    ['a word', '{"category": "2", "conf": "high", "bbox": [0.1, 0.1, 0.2, 0.2]}'],
    ['missing', '{"category": "2", "bbox": [0.1, 0.1, 0.2, 0.2]}'],
    ['beside one that is a number', '{"category": "2", "conf": NaN}, {"category": "2", "conf": 0.01}'],
    ['of a category that is not named', '{"category": "9", "conf": 0.9, "bbox": [0.1, 0.1, 0.2, 0.2]}'],
    ['of no category', '{"conf": 0.9, "bbox": [0.1, 0.1, 0.2, 0.2]}'],
    ['not even an object', '"person"'],
  ])('holds: %s', (_, detection) => {
    expect(personIn(megaDetector(detection))).toBe(Infinity);
  });

  it('holds by its score where its box cannot be read', () => {
    expect(personIn(megaDetector('{"category": "2", "conf": 0.9, "bbox": [0.1, NaN, 0.2]}'))).toBeCloseTo(
      0.9,
    );
    expect(personIn(megaDetector('{"category": "2", "conf": 0.9}'))).toBeCloseTo(0.9);
  });

  it('does not hold an animal whose score is no number, nor an empty photo', () => {
    expect(personIn(megaDetector('{"category": "1", "conf": NaN, "bbox": [0, 0, 1, 1]}'))).toBe(-Infinity);
    expect(personIn(megaDetector(''))).toBe(-Infinity);
  });

  it('leaves a photo unseen where the file knows no people', () => {
    const named = '"detection_categories": {"1": "animal"}';
    expect(personIn(megaDetector('{"category": "1", "conf": 0.9, "bbox": [0, 0, 1, 1]}', named))).toBeNull();
  });

  it.each([
    ['a box', '"detections": [{"category": "2", "conf": NaN, "bbox": [0.1, 0.1, 0.2, 0.2]}]'],
    ['a box of no category', '"detections": [{"conf": 0.5, "bbox": [0.1, 0.1, 0.2, 0.2]}]'],
    [
      'a class',
      '"detections": [], "classifications": {"classes": ["990ae9dd-7a59-4344-afcb-1b7b21368000;mammalia;primates;hominidae;homo;sapiens;human"], "scores": [null]}',
    ],
  ])('holds in predictions of SpeciesNet: %s', (_, fields) => {
    expect(personIn(speciesNet(fields))).toBe(Infinity);
  });

  it('knows that SpeciesNet looks for people, also where it names none', () => {
    expect(personIn(speciesNet('"detections": [{"category": "1", "conf": 0.9, "bbox": [0, 0, 1, 1]}]'))).toBe(
      -Infinity,
    );
  });
});
