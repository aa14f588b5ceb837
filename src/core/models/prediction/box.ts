/** Axis-aligned bounding box; x and y are its top left corner. Units are the owner's: pixels, or 0-1 of a photo. */
export interface BoundingBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A box that competes with others of its label. */
export interface ScoredBox {
  labelIndex: number;
  score: number;
  box: BoundingBox;
}

/** The area that two boxes share, in the square of their units. */
export function sharedArea(first: BoundingBox, second: BoundingBox): number {
  const width = Math.min(first.x + first.width, second.x + second.width) - Math.max(first.x, second.x);
  const height = Math.min(first.y + first.height, second.y + second.height) - Math.max(first.y, second.y);
  return width <= 0 || height <= 0 ? 0 : width * height;
}

/** A hair that rounding may add to a side, in 0-1 of a photo: far under a pixel. */
const roundingHair = 1e-9;

/** True when all of the inner box lies in the outer one; both in 0-1 of a photo. */
export function isWithin(inner: BoundingBox, outer: BoundingBox): boolean {
  return (
    inner.x >= outer.x - roundingHair &&
    inner.y >= outer.y - roundingHair &&
    inner.x + inner.width <= outer.x + outer.width + roundingHair &&
    inner.y + inner.height <= outer.y + outer.height + roundingHair
  );
}

/** Shared area over joint area of two boxes in the same units, 0-1; 0 when either has no area. */
export function intersectionOverUnion(first: BoundingBox, second: BoundingBox): number {
  const shared = sharedArea(first, second);
  if (shared === 0) return 0;
  const joint = first.width * first.height + second.width * second.height - shared;
  // Rounding can leave the shared area of equal boxes a hair above their joint area.
  return Math.min(1, shared / joint);
}

/** Highest score first; ties by label and place, so that the order of the input never matters. */
function compareScored(first: ScoredBox, second: ScoredBox): number {
  return (
    second.score - first.score ||
    first.labelIndex - second.labelIndex ||
    first.box.x - second.box.x ||
    first.box.y - second.box.y ||
    first.box.width - second.box.width ||
    first.box.height - second.box.height
  );
}

/**
 * Greedy non-maximum suppression within each label: a box is dropped when a better one of its own label overlaps it
 * by more than the threshold. Boxes of different labels never drop each other.
 *
 * @param overlap intersection over union above which the weaker box is dropped, 0-1
 * @param most how many boxes to keep over all labels
 * @returns the boxes kept, best first
 */
export function nonMaximumSuppression<Candidate extends ScoredBox>(
  candidates: readonly Candidate[],
  overlap: number,
  most: number,
): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of [...candidates].sort(compareScored)) {
    if (kept.length >= most) break;
    const isCovered = kept.some(
      ({ labelIndex, box }) =>
        labelIndex === candidate.labelIndex && intersectionOverUnion(box, candidate.box) > overlap,
    );
    if (!isCovered) kept.push(candidate);
  }
  return kept;
}

/** A side of at most this share of the photo shows nobody: under 3 px of most photos, under 1 px of any model's input. */
const speck = 0.0032;
/** px of the photo. */
const leastSide = 3;

/**
 * True for a box in which somebody could be seen and covered: of finite numbers, over the photo, and no speck.
 *
 * @param box in 0-1 of the photo
 * @param photo its size in px, where that is known
 */
export function isPlaceable(
  box: BoundingBox,
  photo: { width: number; height: number } | null = null,
): boolean {
  const inside = clampToUnit(box);
  // Written so that a side that is no number is none.
  const isWide = inside.width > speck && inside.width * (photo?.width ?? Infinity) >= leastSide;
  const isHigh = inside.height > speck && inside.height * (photo?.height ?? Infinity) >= leastSide;
  return isWide && isHigh && Number.isFinite(box.x + box.y);
}

/** The part of a box that lies in the photo. @param box in 0-1 of the photo @returns no area when it lies outside */
export function clampToUnit(box: BoundingBox): BoundingBox {
  const clamp = (value: number): number => Math.min(1, Math.max(0, value));
  const x = clamp(box.x);
  const y = clamp(box.y);
  return { x, y, width: clamp(box.x + box.width) - x, height: clamp(box.y + box.height) - y };
}
