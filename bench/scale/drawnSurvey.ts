import { pendingMedia } from '../../src/core/photos/media.ts';
import { toPhoto, type Photo } from '../../src/core/survey/photo.ts';
import type { ModelManifest } from '../../src/core/models/manifest/modelManifest.ts';
import { packPrediction } from '../../src/core/models/prediction/predictionPacking.ts';
import { predictionText, TextPrediction } from '../../src/core/models/prediction/predictionText.ts';
import type { Detection } from '../../src/core/models/prediction/prediction.ts';

/** Labels and thresholds like Lookout's. */
export const drawnManifest: Pick<ModelManifest, 'labels' | 'thresholds'> = {
  labels: [
    { name: 'animal', role: 'animal' },
    { name: 'person', role: 'person' },
    { name: 'vehicle', role: 'vehicle' },
  ],
  thresholds: {
    animal: { typical: 0.4, conservative: 0.1 },
    person: { typical: 0.3, conservative: 0.05 },
    vehicle: { typical: 0.5, conservative: 0.1 },
    measuredOn: 'nothing: it is made up',
  },
};

/** Photos of each made-up camera. */
const photosPerCamera = 1000;

/** Numbers from 0 to 1 that look random and are the same in every run (a linear congruential generator). */
function drawnNumbers(): () => number {
  let state = 12345;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Scores of the three labels: six photos of ten blank, three with an animal, the others with people and vehicles. */
function drawnScores(next: () => number): [animal: number, person: number, vehicle: number] {
  const kind = next();
  const sure = 0.5 + next() / 2;
  const [animal, person, vehicle] = [next() * 0.05, next() * 0.02, next() * 0.02];
  if (kind < 0.6) return [animal, person, vehicle];
  if (kind < 0.9) return [sure, person, vehicle];
  return kind < 0.98 ? [animal, sure, vehicle] : [animal, person, sure];
}

/** A survey of so many sifted photos, in bursts of three every twenty minutes, a thousand photos to a camera. */
export function drawnSurvey(count: number): Photo[] {
  const next = drawnNumbers();
  return Array.from({ length: count }, (_, index) => {
    const camera = Math.floor(index / photosPerCamera);
    const number = index % photosPerCamera;
    const path = `Season/Site ${String(camera).padStart(3, '0')}/IMG_${String(number).padStart(4, '0')}.JPG`;
    const seconds = Math.floor(number / 3) * 1200 + (number % 3) * 2;
    const civil = new Date(Date.UTC(2025, 4, 1 + (camera % 28)) + seconds * 1000).toISOString().slice(0, 19);
    const scores = drawnScores(next);
    const detections = scores.flatMap((score, labelIndex): Detection[] =>
      score < 0.02
        ? []
        : [{ labelIndex, score, box: { x: next() / 2, y: next() / 2, width: 0.3, height: 0.3 } }],
    );
    return toPhoto(
      {
        ...pendingMedia('project', 'folder', path),
        status: 'done',
        size: 3_000_000,
        modifiedAt: 0,
        contentKey: String(index).padStart(32, '0'),
        metadata: {
          captureTime: { civil, subsecond: null, offset: null, source: 'exif' },
          make: 'DRAWN',
          model: 'Sketch',
          serial: null,
          orientation: 1,
          width: 4000,
          height: 3000,
          latitude: null,
          longitude: null,
        },
      },
      // As the app holds it.
      new TextPrediction(
        predictionText(packPrediction({ detections, labelScores: Float32Array.from(scores) })),
      ),
      drawnManifest.labels,
    );
  });
}
