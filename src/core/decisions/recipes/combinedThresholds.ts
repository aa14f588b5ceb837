import { presentRoles, type PresentRole } from '../../models/role.ts';
import type { ModelManifest } from '../../models/manifest/modelManifest.ts';

type Thresholds = ModelManifest['thresholds'];
type Threshold = Thresholds[PresentRole];

function knows({ labels }: ModelManifest, role: PresentRole): boolean {
  return labels.some((label) => label.role === role);
}

function forRoles(of: (role: PresentRole) => Threshold, measuredOn: string): Thresholds {
  const [animal, person, vehicle] = presentRoles.map(of) as [Threshold, Threshold, Threshold];
  return { animal, person, vehicle, measuredOn };
}

/**
 * For each role the typical threshold of the first model that has a label of it, and the lowest conservative one of all
 * that have: the people gate hears every model.
 */
export function thresholdsOfFirst(models: readonly [ModelManifest, ...ModelManifest[]]): Thresholds {
  const [first] = models;
  return forRoles((role) => {
    const knowing = models.filter((model) => knows(model, role));
    const all = (knowing.length > 0 ? knowing : [first]).map(({ thresholds }) => thresholds[role]);
    const typical = all[0]?.typical ?? first.thresholds[role].typical;
    return { typical, conservative: Math.min(...all.map(({ conservative }) => conservative)) };
  }, first.thresholds.measuredOn);
}

/** For each role the mean of the models' typical thresholds, and the lowest of their conservative ones. */
export function meanThresholds(models: readonly ModelManifest[]): Thresholds {
  return forRoles((role) => {
    const knowing = models.filter((model) => knows(model, role));
    const all = (knowing.length > 0 ? knowing : models).map(({ thresholds }) => thresholds[role]);
    const typical = all.reduce((sum, threshold) => sum + threshold.typical, 0) / all.length;
    return { typical, conservative: Math.min(...all.map(({ conservative }) => conservative)) };
  }, 'nothing: they are the mean of those of the models');
}
