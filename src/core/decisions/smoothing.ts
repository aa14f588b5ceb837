import type { ModelLabel } from '../models/manifest/modelManifest.ts';
import { smoothingClasses, type SmoothingClass } from './smoothingClass.ts';
import { defaultSmoothing, type SmoothingOptions } from './smoothingOptions.ts';
import { taxonLevels } from '../taxa/taxonomy.ts';

/** A box that a detector found and a classifier named. */
export interface ClassifiedDetection {
  /** Of the detector: only `animal` is smoothed. */
  role: ModelLabel['role'];
  /** Of the detector, 0-1. */
  detectionScore: number;
  /** The classifier's top label. */
  labelIndex: number;
  /** The classifier's score of it, 0-1. */
  classificationScore: number;
}

/** The labels after smoothing, in the order of the detections, and how many each step changed. */
export interface Smoothed {
  labelIndices: number[];
  changed: { other: number; secondary: number; taxonomic: number; sameFamily: number };
}

/** The label each counted detection has now; a step that changes one sees the counts from before the step. */
class Tally {
  readonly labels: number[];
  readonly counted: readonly number[];
  counts = new Map<number, number>();
  dominant = -1;

  constructor(detections: readonly ClassifiedDetection[], options: SmoothingOptions) {
    this.labels = detections.map(({ labelIndex }) => labelIndex);
    this.counted = detections.flatMap(({ role, detectionScore, classificationScore }, index) =>
      role === 'animal' &&
      detectionScore >= options.detectionThreshold &&
      classificationScore >= options.classificationThreshold
        ? [index]
        : [],
    );
    this.recount();
  }

  /** Counts again; the most frequent class is dominant and, of equal ones, the first seen. */
  recount(): void {
    this.counts = new Map();
    for (const index of this.counted) {
      const label = this.labels[index] ?? -1;
      this.counts.set(label, this.countOf(label) + 1);
    }
    this.dominant = this.ranked()[0] ?? -1;
  }

  ranked(): number[] {
    return [...this.counts.keys()].sort((left, right) => this.countOf(right) - this.countOf(left));
  }

  countOf(label: number): number {
    return this.counts.get(label) ?? 0;
  }

  /** Gives each counted detection the label the rule says, null for none. @returns how many changed */
  apply(rule: (label: number) => number | null): number {
    let changed = 0;
    for (const index of this.counted) {
      const label = this.labels[index] ?? -1;
      const next = rule(label);
      if (next === null || next === label) continue;
      this.labels[index] = next;
      changed += 1;
    }
    this.recount();
    return changed;
  }
}

/** The narrower class of those present that a broad label should become; null when there is none. */
function narrower(
  own: SmoothingClass,
  tally: Tally,
  classes: readonly SmoothingClass[],
  { levelWeight, countWeight }: SmoothingOptions,
): number | null {
  let best: { label: number; weight: number } | null = null;
  for (const [label, count] of tally.counts) {
    const candidate = classes[label];
    if (!candidate || !own.isParentOf(candidate)) continue;
    const weight = taxonLevels.indexOf(candidate.level) * levelWeight + count * countWeight;
    if (best === null || weight > best.weight) best = { label, weight };
  }
  return best?.label ?? null;
}

/**
 * Smooths the classifications of one photo or one sequence, as MegaDetector does (agentmorris/MegaDetector,
 * `megadetector/postprocessing/classification_postprocessing.py`): "other" becomes the dominant class, a rare class
 * becomes the dominant one, a broad label becomes the narrower one present, and a rare class becomes the dominant one
 * of its family. Detections under the thresholds are neither counted nor changed. The steps that need taxa are left out
 * when no label has one.
 */
export function smoothDetections(
  detections: readonly ClassifiedDetection[],
  labels: readonly ModelLabel[],
  options: SmoothingOptions = defaultSmoothing,
): Smoothed {
  const tally = new Tally(detections, options);
  const changed = { other: 0, secondary: 0, taxonomic: 0, sameFamily: 0 };
  const { classes, hasTaxa } = smoothingClasses(labels, options);
  const classOf = (label: number): SmoothingClass | undefined => classes[label];
  if (tally.counts.size <= 1) return { labelIndices: tally.labels, changed };

  const [first = -1, second = -1] = tally.ranked();
  const isTie = tally.countOf(first) === tally.countOf(second);
  const real = isTie && classOf(first)?.isOther && !classOf(second)?.isOther ? second : first;
  if (tally.countOf(real) >= options.overwriteOther && !classOf(real)?.isOther) {
    changed.other = tally.apply((label) => (classOf(label)?.isOther ? real : null));
  }

  const dominant = (): SmoothingClass | undefined => classOf(tally.dominant);
  const most = (): number => tally.countOf(tally.dominant);
  if (!dominant()?.isOther && most() >= options.overwriteSecondary) {
    const { dominant: target, counts } = tally;
    const byTaxon = hasTaxa && counts.size > 1;
    changed.secondary = tally.apply((label) => {
      const count = counts.get(label) ?? 0;
      if (label === target || count > options.mostRare || count >= (counts.get(target) ?? 0)) return null;
      const own = classOf(label);
      if (byTaxon && own && (own.isAnyAnimal || classOf(target)?.holds(own))) return null;
      return target;
    });
  }

  if (!hasTaxa || tally.counts.size <= 1) return { labelIndices: tally.labels, changed };
  // Found for every label before any changes, because the rule must not see its own results.
  const narrowerOf = new Map(
    [...tally.counts.keys()].map((label) => {
      const own = classOf(label);
      return [label, own ? narrower(own, tally, classes, options) : null];
    }),
  );
  changed.taxonomic = tally.apply((label) => narrowerOf.get(label) ?? null);

  const target = tally.dominant;
  const family = classOf(target);
  const isNarrow = family?.level === 'genus' || family?.level === 'species';
  if (
    options.overwriteSameFamily > 0 &&
    isNarrow &&
    !family.isOther &&
    most() >= options.overwriteSameFamily
  ) {
    const { counts } = tally;
    changed.sameFamily = tally.apply((label) => {
      const count = counts.get(label) ?? 0;
      if (label === target || count > options.mostRareSameFamily || count === counts.get(target)) return null;
      const own = classOf(label);
      return own && family.canAbsorb(own) ? target : null;
    });
  }
  return { labelIndices: tally.labels, changed };
}

/** Smooths each photo of a sequence, then the sequence as a whole, which is MegaDetector's order. */
export function smoothSequence(
  photos: readonly (readonly ClassifiedDetection[])[],
  labels: readonly ModelLabel[],
  options: SmoothingOptions = defaultSmoothing,
): number[][] {
  const smoothed = photos.map((detections) => {
    const { labelIndices } = smoothDetections(detections, labels, options);
    return detections.map((detection, index) => ({ ...detection, labelIndex: labelIndices[index] ?? -1 }));
  });
  const { labelIndices } = smoothDetections(smoothed.flat(), labels, options);
  let next = 0;
  return photos.map(({ length }) => labelIndices.slice(next, (next += length)));
}
