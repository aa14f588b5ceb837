import { observationOf, type Observation } from '../../taxa/observation.ts';
import { clampToUnit, type BoundingBox } from '../../models/prediction/box.ts';
import { plainObservation } from './naming.ts';

/** A box as it is drawn on a photo, by a model or a person. */
export interface EditableBox {
  box: BoundingBox;
  observation: Observation;
}

/** Sides under this share of the photo are slips of the hand, not boxes. */
export const smallestSide = 0.01;

/** The box between two corners in any order, within the photo; null when it is too small to mean anything. */
export function boxBetween(from: { x: number; y: number }, to: { x: number; y: number }): BoundingBox | null {
  const box = clampToUnit({
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(from.x - to.x),
    height: Math.abs(from.y - to.y),
  });
  return box.width < smallestSide || box.height < smallestSide ? null : box;
}

/** The box moved as far as the photo lets it; its size stays. Shares of the photo. */
export function moveBox({ x, y, width, height }: BoundingBox, right: number, down: number): BoundingBox {
  return {
    x: Math.min(1 - width, Math.max(0, x + right)),
    y: Math.min(1 - height, Math.max(0, y + down)),
    width,
    height,
  };
}

/** The box with its lower right corner moved, never out of the photo and never smaller than can be seen. */
export function resizeBox({ x, y, width, height }: BoundingBox, wider: number, taller: number): BoundingBox {
  return {
    x,
    y,
    width: Math.min(1 - x, Math.max(smallestSide, width + wider)),
    height: Math.min(1 - y, Math.max(smallestSide, height + taller)),
  };
}

/** Observations of a photo that are its boxes, in their order, with those that have no place behind. */
function stated(boxes: readonly EditableBox[], others: readonly Observation[]): Observation[] {
  const placed = boxes.map(({ box, observation }) => ({ ...plainObservation(observation), box }));
  const unplaced = others.filter(({ role }) => role !== 'blank').map(plainObservation);
  const all = [...placed, ...unplaced];
  return all.length > 0 ? all : [observationOf('blank')];
}

/** What stands without a box and is not meant by one: another species beside those that have boxes. */
function unplaced(standing: readonly Observation[], boxes: readonly EditableBox[]): Observation[] {
  const meant = new Set(boxes.map(({ observation: { taxon, role } }) => taxon?.scientificName ?? role));
  return standing.filter(({ box, taxon, role }) => box === null && !meant.has(taxon?.scientificName ?? role));
}

/**
 * What a person states of a photo by changing its boxes. Every box is an individual; with the last one deleted, the photo
 * is blank.
 *
 * @param standing what stood of the photo
 * @param before its boxes as they were drawn
 * @param after its boxes as they are to be
 */
export function stateBoxes(
  standing: readonly Observation[],
  before: readonly EditableBox[],
  after: readonly EditableBox[],
): Observation[] {
  return stated(after, unplaced(standing, before));
}
