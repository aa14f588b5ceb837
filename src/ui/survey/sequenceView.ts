import { presentRoles } from '../../core/decision/decision.ts';
import type { SiftedPhoto } from '../../core/media/photo.ts';
import type { DecidedSequence } from '../../core/survey/decidedSequence.ts';

/** The frame that shows best why a sequence has its label: the cover of its card. */
export function strongestFrame({ frames, decision }: DecidedSequence): SiftedPhoto | undefined {
  const strength = ({ scores }: SiftedPhoto): number =>
    decision.label === 'blank'
      ? Math.max(...presentRoles.map((role) => scores[role]))
      : scores[decision.label];
  let best = frames[0];
  for (const frame of frames) if (best && strength(frame) > strength(best)) best = frame;
  return best;
}

/** When a sequence began, by the camera's corrected clock: `2021-06-04 18:32`. */
export function sequenceTime({ frames }: DecidedSequence): string | null {
  const captureTime = frames[0]?.captureTime;
  return captureTime ? captureTime.civil.slice(0, 16).replace('T', ' ') : null;
}

/** The last part of a deployment's path, which is what tells cameras apart on a small card. */
export function placeName(deployment: string): string {
  return deployment.slice(deployment.lastIndexOf('/') + 1);
}
