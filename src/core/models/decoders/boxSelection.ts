import { clampToUnit, isPlaceable, nonMaximumSuppression } from '../prediction/box.ts';
import type { Detection, Prediction } from '../prediction/prediction.ts';
import type { Size } from '../../files/pixels.ts';

/** To float32 as it will be stored, so that a prediction is the same before and after. */
function rounded({ labelIndex, score, box }: Detection): Detection {
  const { x, y, width, height } = clampToUnit(box);
  return {
    labelIndex,
    score,
    box: { x: Math.fround(x), y: Math.fround(y), width: Math.fround(width), height: Math.fround(height) },
  };
}

/** Overlap is at most 1, so that nothing is dropped. */
const noSuppression = 1;

/**
 * The prediction from candidate boxes: suppressed within each label, the best ones kept, cut at the photo's edges;
 * boxes outside the photo and specks of it count as none, and leave their score alone.
 *
 * @param candidates in 0-1 of the photo
 * @param photo its size in px
 * @param nmsIou absent for models whose boxes do not repeat
 */
export function selectBoxes(
  candidates: readonly Detection[],
  labelScores: Float32Array<ArrayBuffer>,
  { nmsIou = noSuppression, maxDetections }: { nmsIou?: number; maxDetections: number },
  photo: Size,
): Prediction {
  const places = candidates.filter(({ box }) => isPlaceable(box, photo));
  return { detections: nonMaximumSuppression(places, nmsIou, maxDetections).map(rounded), labelScores };
}
