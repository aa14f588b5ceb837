import { intersectionOverUnion, type BoundingBox } from './box.ts';
import { BoxGrid } from './boxGrid.ts';

/** One box of one photo, as repeat detection sees it. */
export interface PlacedBox {
  mediaId: string;
  deployment: string;
  /** Index into the manifest's `labels`. */
  labelIndex: number;
  /** 0-1. */
  score: number;
  /** 0-1 of the upright photo. */
  box: BoundingBox;
}

export interface RepeatOptions {
  /** Least intersection over union of a box with the suspect's, 0-1. */
  overlap: number;
  /** In how many photos of a deployment it must be. */
  occurrences: number;
  /** Boxes under this score are ignored, 0-1. */
  lowestScore: number;
  /** Boxes larger than this are ignored: an animal that fills the frame is no branch. Share of the photo, 0-1. */
  largestArea: number;
}

/**
 * MegaDetector's (agentmorris/MegaDetector,
 * `megadetector/postprocessing/repeat_detection_elimination/repeat_detections_core.py`, `RepeatDetectionOptions`).
 */
export const defaultRepeatOptions: RepeatOptions = {
  overlap: 0.9,
  occurrences: 20,
  lowestScore: 0.1,
  largestArea: 0.2,
};

/** A box that is found at the same place again and again: a branch or a stone, or an animal that sleeps there. */
export interface RepeatSuspect<Box extends PlacedBox = PlacedBox> {
  deployment: string;
  labelIndex: number;
  /** The strongest of its boxes, which all others overlap. */
  box: BoundingBox;
  /** Photos it is in. */
  photos: number;
  /** Every one of its boxes, strongest first. */
  occurrences: Box[];
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Strongest first, ties by place and photo, so that the order of the input never matters. */
function compareBoxes(left: PlacedBox, right: PlacedBox): number {
  return (
    right.score - left.score ||
    left.box.x - right.box.x ||
    left.box.y - right.box.y ||
    left.box.width - right.box.width ||
    left.box.height - right.box.height ||
    compareText(left.mediaId, right.mediaId)
  );
}

/** Groups boxes of one deployment and one label around the strongest; each box joins the group it overlaps best. */
function groupRepeats<Box extends PlacedBox>(
  boxes: Box[],
  overlap: number,
  overlapOf: typeof intersectionOverUnion,
): Box[][] {
  const grid = new BoxGrid<{ box: BoundingBox; members: Box[] }>(overlap);
  const groups: Box[][] = [];
  for (const candidate of boxes.sort(compareBoxes)) {
    let best: Box[] | null = null;
    let most = overlap;
    for (const { box, members } of grid.near(candidate.box)) {
      const shared = overlapOf(box, candidate.box);
      if (best === null ? shared >= most : shared > most) [best, most] = [members, shared];
    }
    if (best) {
      best.push(candidate);
    } else {
      const members = [candidate];
      groups.push(members);
      grid.add({ box: candidate.box, members });
    }
  }
  return groups;
}

/**
 * Finds boxes that repeat within a deployment, for a human to confirm: nothing is removed here. Two boxes in one photo
 * count once. The number of comparisons grows with the number of boxes, not with its square.
 *
 * @param overlapOf measures two boxes; replaced only to count how often it is asked
 * @returns suspects by deployment, the one in most photos first
 */
export function findRepeats<Box extends PlacedBox>(
  boxes: Iterable<Box>,
  options: RepeatOptions = defaultRepeatOptions,
  overlapOf: typeof intersectionOverUnion = intersectionOverUnion,
): RepeatSuspect<Box>[] {
  const together = new Map<string, Map<number, Box[]>>();
  for (const placed of boxes) {
    const { deployment, labelIndex, score } = placed;
    const { width, height } = placed.box;
    if (score < options.lowestScore || width * height > options.largestArea) continue;
    const ofDeployment = together.get(deployment) ?? new Map<number, Box[]>();
    together.set(deployment, ofDeployment);
    const group = ofDeployment.get(labelIndex);
    if (group) group.push(placed);
    else ofDeployment.set(labelIndex, [placed]);
  }
  return [...together.values()]
    .flatMap((ofDeployment) => [...ofDeployment.values()])
    .flatMap((group) => groupRepeats(group, options.overlap, overlapOf))
    .flatMap((occurrences) => {
      const [first] = occurrences;
      const photos = new Set(occurrences.map(({ mediaId }) => mediaId)).size;
      if (!first || photos < options.occurrences) return [];
      return [
        { deployment: first.deployment, labelIndex: first.labelIndex, box: first.box, photos, occurrences },
      ];
    })
    .sort(
      (left, right) =>
        compareText(left.deployment, right.deployment) ||
        right.photos - left.photos ||
        left.labelIndex - right.labelIndex ||
        left.box.x - right.box.x ||
        left.box.y - right.box.y,
    );
}
