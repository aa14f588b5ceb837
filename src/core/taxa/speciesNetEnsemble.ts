import { isBlocked, type Geofence, type Place } from './geofence.ts';
import { rollUp, type RolledUp, type TaxonScore } from './rollUp.ts';
import { anyAnimal, readTaxon, type Taxon, type TaxonLevel } from './taxonomy.ts';

/** SpeciesNet's labels with a meaning of their own. */
export const speciesNetLabels = {
  blank: 'f1856211-cfb7-4a5b-9158-c0f72fd09ee6;;;;;;blank',
  animal: '1f689929-883d-4dae-958c-3d57ab5b6c16;;;;;;animal',
  human: '990ae9dd-7a59-4344-afcb-1b7b21368000;mammalia;primates;hominidae;homo;sapiens;human',
  vehicle: 'e2895ed5-780b-48f6-8a11-9e27cb594511;;;;;;vehicle',
  unknown:
    'f2efdae9-efb8-48fb-8a91-eccf79ab4ffb;no cv result;no cv result;no cv result;no cv result;no cv result;no cv result',
} as const;

/** One of SpeciesNet's top labels. */
export interface SpeciesNetScore {
  /** `uuid;class;order;family;genus;species;common name`. */
  label: string;
  /** 0-1. */
  score: number;
}

/** What the ensemble needs besides the two models' output. */
export interface SpeciesNetMaps {
  /** The label of each taxon that may be an answer. */
  taxonomy: ReadonlyMap<Taxon, string>;
  /** Empty for no geofence. */
  geofence: Geofence;
  place: Place;
}

/** The ensemble's answer, as in SpeciesNet's `prediction`, `prediction_score` and `prediction_source`. */
export interface SpeciesNetAnswer {
  label: string;
  /** 0-1. */
  score: number;
  source: string;
}

/** The detector's strongest box. */
export interface SpeciesNetDetection {
  kind: 'animal' | 'human' | 'vehicle';
  /** 0-1. */
  score: number;
}

function taxonScores(scores: readonly SpeciesNetScore[]): TaxonScore[] {
  return scores.map(({ label, score }) => {
    const taxon = readTaxon(label);
    // Blank and vehicle have no ranks either, and are no animals.
    return { taxon: taxon === anyAnimal && label !== speciesNetLabels.animal ? null : taxon, score };
  });
}

/** Rolls up over the levels to a taxon that has a label and may be there; ancestors without a label do not count. */
export function rollUpSpeciesNet(
  scores: readonly SpeciesNetScore[],
  levels: readonly TaxonLevel[],
  threshold: number,
  { taxonomy, geofence, place }: SpeciesNetMaps,
): (RolledUp & SpeciesNetAnswer) | null {
  const isAllowed = (taxon: Taxon): boolean => taxonomy.has(taxon) && !isBlocked(taxon, place, geofence);
  const found = rollUp(taxonScores(scores), { threshold, levels, isAllowed });
  const label = found && taxonomy.get(found.taxon);
  return found && label ? { ...found, label, source: `classifier+rollup_to_${found.level}` } : null;
}

/** The top label if it may be there, else the first ancestor that may, from family up. */
export function geofenceSpeciesNet(
  scores: readonly SpeciesNetScore[],
  maps: SpeciesNetMaps,
): SpeciesNetAnswer {
  const { label, score } = scores[0] ?? { label: speciesNetLabels.unknown, score: 0 };
  if (!isBlocked(readTaxon(label), maps.place, maps.geofence)) return { label, score, source: 'classifier' };
  // Just under the top score, so that its own ancestors always pass.
  const found = rollUpSpeciesNet(scores, ['family', 'order', 'class', 'kingdom'], score - 1e-10, maps);
  if (!found) return { label: speciesNetLabels.unknown, score, source: 'classifier+geofence+rollup_failed' };
  const source = `classifier+geofence+rollup_to_${found.level}`;
  return { label: found.label, score: found.score, source };
}

/** Rules 1-3: people, vehicles and blanks; null when none applies. */
function withoutAnimal(detection: SpeciesNetDetection, top: SpeciesNetScore): SpeciesNetAnswer | null {
  const { blank, human, vehicle } = speciesNetLabels;
  const byDetector = (label: string): SpeciesNetAnswer => ({
    label,
    score: detection.score,
    source: 'detector',
  });
  const byClassifier = (label: string): SpeciesNetAnswer => ({
    label,
    score: top.score,
    source: 'classifier',
  });
  const isClassified = (label: string, above: number): boolean => top.label === label && top.score > above;
  if (detection.kind === 'human') {
    if (detection.score > 0.7) return byDetector(human);
    const isEither = isClassified(human, 0.5) || isClassified(vehicle, 0.5);
    if (detection.score > 0.2 && isEither) return byClassifier(human);
  }
  if (detection.kind === 'vehicle') {
    if (detection.score > 0.2 && isClassified(human, 0.5)) return byClassifier(human);
    if (detection.score > 0.7) return byDetector(vehicle);
    if (detection.score > 0.2 && isClassified(vehicle, 0.4)) return byClassifier(vehicle);
  }
  const isBlank = (detection.score < 0.2 && isClassified(blank, 0.5)) || isClassified(blank, 0.99);
  return isBlank ? byClassifier(blank) : null;
}

/**
 * SpeciesNet's ensemble as of its 4.x releases (google/cameratrapai, `speciesnet/ensemble_prediction_combiner.py`), one
 * answer per photo. Every comparison is strict. Rules 1 and 2 look at the strongest box only, so that a person beside a
 * dog can come out as a dog (issue 60): never use it for the people gate.
 *
 * @param detection the strongest box; null for none, which counts as an animal with a score of 0
 * @param scores the classifier's top labels, best first
 */
export function combineSpeciesNet(
  detection: SpeciesNetDetection | null,
  scores: readonly SpeciesNetScore[],
  maps: SpeciesNetMaps,
): SpeciesNetAnswer {
  const strongest = detection ?? { kind: 'animal', score: 0 };
  const top = scores[0] ?? { label: speciesNetLabels.unknown, score: 0 };
  const found = withoutAnimal(strongest, top);
  if (found) return found;
  const { blank, human, vehicle, animal, unknown } = speciesNetLabels;
  const isSeen = strongest.kind === 'animal' && strongest.score > 0.2;
  if (![blank, human, vehicle].some((label) => label === top.label)) {
    if (top.score > 0.8 || (top.score > 0.65 && isSeen)) return geofenceSpeciesNet(scores, maps);
  }
  const rolled = rollUpSpeciesNet(scores, ['genus', 'family', 'order', 'class', 'kingdom'], 0.65, maps);
  if (rolled) return { label: rolled.label, score: rolled.score, source: rolled.source };
  if (strongest.kind === 'animal' && strongest.score > 0.5) {
    return { label: animal, score: strongest.score, source: 'detector' };
  }
  return { label: unknown, score: top.score, source: 'classifier' };
}
