import { sharedArea, type BoundingBox } from './box.ts';

/** Share of the smaller box that lies in the other one from which both are taken for the same body. */
const sameBody = 0.5;

/** Shared area over the area of the smaller box, 0-1: 1 when one box lies in the other. */
function containment(first: BoundingBox, second: BoundingBox): number {
  const smaller = Math.min(first.width * first.height, second.width * second.height);
  return smaller > 0 ? sharedArea(first, second) / smaller : 0;
}

/**
 * The boxes worth drawing: of several boxes of one role on the same body, the strongest. It is for the eye only;
 * decisions and tables use every box.
 *
 * @returns the boxes to draw, strongest first
 */
export function shownBoxes<Shown extends { role: string; score: number; box: BoundingBox }>(
  boxes: readonly Shown[],
): Shown[] {
  const shown: Shown[] = [];
  for (const candidate of [...boxes].sort((left, right) => right.score - left.score)) {
    const isSame = shown.some(
      ({ role, box }) => role === candidate.role && containment(box, candidate.box) > sameBody,
    );
    if (!isSame) shown.push(candidate);
  }
  return shown;
}
