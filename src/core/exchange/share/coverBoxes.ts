import { clampToUnit, isWithin, sharedArea, type BoundingBox } from '../../models/prediction/box.ts';

/** A place that must be covered. */
export interface PlacedSign {
  role: 'person' | 'vehicle';
  /** 0-1 of the upright photo. */
  box: BoundingBox;
  /** 0-1; Infinity for what a person named. */
  score: number;
  /** False for a box that the machine itself would not call a person or a vehicle. */
  isSure: boolean;
}

/** Of two boxes of one role that share this much of the smaller one's area, the fainter is taken for the same body. */
const sameBody = 0.5;

function isSameBody(one: BoundingBox, other: BoundingBox): boolean {
  const smaller = Math.min(one.width * one.height, other.width * other.height);
  return smaller > 0 && sharedArea(one, other) >= sameBody * smaller;
}

function grown({ x, y, width, height }: BoundingBox, margin: number): BoundingBox {
  return clampToUnit({
    x: x - width * margin,
    y: y - height * margin,
    width: width * (1 + 2 * margin),
    height: height * (1 + 2 * margin),
  });
}

/** The surest first; a score that is no number counts as the highest. */
function bySureness(left: PlacedSign, right: PlacedSign): number {
  const score = ({ score }: PlacedSign): number => (Number.isNaN(score) ? Infinity : score);
  const [own, other] = [score(left), score(right)];
  return own === other ? 0 : other - own;
}

/**
 * The boxes to fill, 0-1 of the upright photo, so that all of every sign is under one of them. A sure sign has room on
 * each side, and so has a faint one that stands alone. Of the faint boxes that a detector draws around one body, the
 * strongest alone has room: twenty margins around the same branch would fill the photo. A box within another is not
 * filled twice.
 *
 * @param margin room on each side, as a share of the box's own width and height, 0-1
 */
export function coverBoxes(signs: readonly PlacedSign[], margin: number): BoundingBox[] {
  const roomy: { role: PlacedSign['role']; box: BoundingBox }[] = [];
  const covers: BoundingBox[] = [];
  for (const { role, box, isSure } of [...signs].sort(bySureness)) {
    const isDrawnTwice = roomy.some((one) => one.role === role && isSameBody(one.box, box));
    if (isSure || !isDrawnTwice) {
      roomy.push({ role, box });
      covers.push(grown(box, margin));
    } else covers.push(clampToUnit(box));
  }
  return covers.filter(
    (cover, place) =>
      !covers.some(
        (other, at) => at !== place && isWithin(cover, other) && (at < place || !isWithin(other, cover)),
      ),
  );
}
