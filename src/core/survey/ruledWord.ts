import { aggregateSequence, type AggregationRule } from '../decisions/aggregate.ts';
import type { DecidedLabel, RoleThresholds } from '../models/role.ts';
import type { TriageSettings } from '../decisions/triage.ts';
import type { ModelLabel } from '../models/manifest/modelManifest.ts';
import type { SiftedPhoto } from './photo.ts';
import { kindNamer } from './decidedSequence.ts';
import type { SpeciesSettings } from '../settings/surveySettings.ts';

/** What one rule alone makes of the photos of a sequence. */
export interface RuledWord {
  label: DecidedLabel;
  /** The scientific name of the animal; null when no more than "animal" can be believed, or it is none. */
  species: string | null;
  /** Whether it stands without a look. */
  isSure: boolean;
}

/** What stays the same when two rules are compared. */
export interface RuledBy {
  thresholds: RoleThresholds;
  triage: TriageSettings;
  labels: readonly ModelLabel[];
  species: SpeciesSettings;
}

/**
 * Decides sequences by one rule for animals, for vehicles and for the kinds of animals, so that two rules can be compared
 * side by side on one's own photos.
 *
 * @returns null for a sequence without photos
 */
export function wordByRule(
  rule: AggregationRule,
  { thresholds, triage, labels, species }: RuledBy,
): (frames: readonly SiftedPhoto[]) => RuledWord | null {
  const kindOf = kindNamer(labels, { ...species, rule });
  const rules = { animal: rule, vehicle: rule };
  return (frames) => {
    const decision = aggregateSequence(
      frames.map(({ scores }) => scores),
      thresholds,
      rules,
    );
    if (!decision) return null;
    const { label, score } = decision;
    const isNamed = kindOf !== null && label === 'animal';
    const kind = isNamed ? kindOf(frames.filter(({ scores }) => scores.animal >= thresholds.animal)) : null;
    const needed = label === 'blank' ? triage.blankThreshold : triage.acceptThreshold;
    return { label, species: kind?.taxon.scientificName ?? null, isSure: score >= needed };
  };
}
