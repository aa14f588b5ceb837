import { describe, expect, it } from 'vitest';
import { importMegaDetector } from './megaDetectorImport.ts';
import { readMegaDetector } from './megaDetectorReader.ts';
import type { ImportedPhoto } from '../../models/prediction/importedModel.ts';
import { scanMegaDetector } from './megaDetectorScan.ts';

const text = JSON.stringify({
  images: [
    {
      file: 'a.jpg',
      detections: [
        {
          category: '1',
          conf: 0.9,
          bbox: [0, 0, 1, 1],
          classifications: [
            ['7', 0.8],
            ['8', 0.1],
          ],
        },
      ],
    },
    { file: 'b.jpg', detections: null, failure: 'truncated' },
    { file: 'c.jpg', detections: [] },
  ],
  detection_categories: { '1': 'animal', '2': 'person' },
  classification_categories: { '7': 'blank', '8': 'fox' },
  info: { detector: 'md_v5a.0.0.pt' },
});
const pieces = text.match(/.{1,7}/gs) ?? [];

describe('scanMegaDetector', () => {
  it('says of each photo what a whole reading says, whatever the order of the file’s parts', () => {
    const first = scanMegaDetector();
    for (const piece of pieces) first.push(piece);
    const { scanned, reader } = first.finish();
    expect(scanned.files).toEqual(['a.jpg', 'c.jpg']);
    expect(scanned.failures).toEqual([{ file: 'b.jpg', reason: 'truncated' }]);
    const photos: ImportedPhoto[] = [];
    const second = reader((photo) => photos.push(photo));
    for (const piece of pieces) second.push(piece);
    second.finish();
    const whole = importMegaDetector(readMegaDetector([text]));
    expect(photos).toEqual(whole.photos);
    expect(scanned.model).toEqual(whole.model);
    for (const { prediction } of photos)
      expect(prediction.labelScores).toHaveLength(scanned.model.labels.length);
  });
});
