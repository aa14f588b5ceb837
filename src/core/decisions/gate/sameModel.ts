import { isResultsOnly } from '../../models/manifest/importedManifest.ts';
import { isGated } from './gateEvidence.ts';
import type { ModelManifest } from '../../models/manifest/modelManifest.ts';

type Threshold = ModelManifest['thresholds']['person'];

const lower = (left: Threshold, right: Threshold): Threshold => ({
  ...right,
  conservative: Math.min(left.conservative, right.conservative),
});

/**
 * The manifest of a model that is brought in again: the new one, but for what would let people pass that are held now.
 * Labels that mean people or vehicles go on meaning them, and the conservative thresholds of both never rise. Whoever
 * wants other ones removes the model first.
 */
export function broughtAgain(kept: ModelManifest, brought: ModelManifest): ModelManifest {
  if (isResultsOnly(kept) && !isResultsOnly(brought)) return brought;
  const { person, vehicle } = kept.thresholds;
  const loses = kept.labels.some(({ role }, index) => isGated(role) && brought.labels[index]?.role !== role);
  return {
    ...brought,
    labels: loses ? kept.labels : brought.labels,
    thresholds: {
      ...brought.thresholds,
      person: lower(person, brought.thresholds.person),
      vehicle: lower(vehicle, brought.thresholds.vehicle),
    },
  };
}
