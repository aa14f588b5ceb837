import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { captureTime, doneMedia, predictionOf, threeClassManifest } from '../../../tests/fixtures/photo.ts';
import { pendingMedia } from '../media/media.ts';
import { thresholdsInForce, toPhoto, type Photo } from '../media/photo.ts';
import { decideSequences, sequencesOf } from '../survey/decidedSequence.ts';
import { defaultSettings } from '../survey/settings/surveySettings.ts';
import { photosCsv } from './photosCsv.ts';
import { sequencesCsv } from './sequencesCsv.ts';

const { labels } = threeClassManifest;
const thresholds = thresholdsInForce(defaultSettings, threeClassManifest);
const box = { x: 0.1, y: 0.2, width: 0.30004, height: 0.4 };

const photos: Photo[] = [
  toPhoto(
    doneMedia('Ridge/100RECNX/2.JPG', captureTime('2021-06-04T18:32:06', '50')),
    predictionOf([0.125, 0.75, 0], [{ labelIndex: 1, score: 0.75, box }]),
    labels,
  ),
  toPhoto(
    doneMedia('Ridge/100RECNX/1.JPG', captureTime('2021-06-04T18:32:05')),
    predictionOf([0, 0, 0]),
    labels,
  ),
  toPhoto(
    {
      ...pendingMedia('project', 'folder', 'Ridge/3.JPG'),
      status: 'failed',
      failure: { code: 'truncated', detail: '' },
    },
    null,
    labels,
  ),
  toPhoto(pendingMedia('project', 'folder', 'Ridge/4.JPG'), null, labels),
];
const sequences = decideSequences(
  sequencesOf(photos, new Map(), defaultSettings),
  thresholds,
  labels,
  defaultSettings,
);

function rowsOf(csv: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
}

describe('photosCsv', () => {
  const rows = rowsOf(photosCsv({ photos, sequences, thresholds, manifest: threeClassManifest }));

  it('has a row for every photo, in the order of their paths', () => {
    expect(rows.map(({ path }) => path)).toEqual([
      'Ridge/100RECNX/1.JPG',
      'Ridge/100RECNX/2.JPG',
      'Ridge/3.JPG',
      'Ridge/4.JPG',
    ]);
  });

  it('says of a sifted photo what it is and why', () => {
    expect(rows[1]).toMatchObject({
      deployment: 'Ridge',
      sequence_id: 'Ridge#1',
      frame_number: '2',
      datetime_original: '2021-06-04T18:32:06.50',
      time_source: 'exif',
      model: 'Sketch, "1"',
      label: 'person',
      score: '0.7500',
      p_animal: '0.1250',
      model_id: 'test-detector 1.0.0',
      status: 'done',
      failure: '',
    });
    expect(JSON.parse(rows[1]?.['detections'] ?? '')).toEqual([
      { class: 'person', score: 0.75, x: 0.1, y: 0.2, width: 0.3, height: 0.4 },
    ]);
  });

  it('lists a failed photo with its reason and without a label', () => {
    expect(rows[2]).toMatchObject({
      status: 'failed',
      failure: 'truncated: The photo ends too early.',
      label: '',
    });
    expect(rows[3]).toMatchObject({ status: 'pending', failure: '', label: '', sequence_id: '' });
  });
});

describe('sequencesCsv', () => {
  it('has one row per sequence, with the times of its first and last frame', () => {
    expect(rowsOf(sequencesCsv(sequences))).toEqual([
      {
        sequence_id: 'Ridge#1',
        deployment: 'Ridge',
        start: '2021-06-04T18:32:05',
        end: '2021-06-04T18:32:06.50',
        frames: '2',
        label: 'person',
        score: '0.7500',
        p_animal: '0.0625',
        p_person: '0.7500',
        p_vehicle: '0.0000',
      },
    ]);
  });
});
