import type { RoleThresholds } from '../../models/role.ts';
import type { ModelLabel } from '../../models/manifest/modelManifest.ts';
import { observationOf, type Observation } from '../../taxa/observation.ts';
import type { BoundingBox } from '../../models/prediction/box.ts';
import { unpackDetections } from '../../models/prediction/predictionPacking.ts';
import { shownBoxes } from '../../models/prediction/shownBoxes.ts';
import type { SnapshotPhoto } from '../surveySnapshot.ts';

/** A box to draw on a photo. */
export interface DrawnBox {
  role: 'animal' | 'person' | 'vehicle';
  box: BoundingBox;
  /** Of the box itself, 0-1; null for one that a person drew. */
  score: number | null;
  /** What it is of. */
  observation: Observation;
}

function placedRole(role: Observation['role']): DrawnBox['role'] {
  return role === 'person' || role === 'vehicle' ? role : 'animal';
}

/** What a machine's box is of: what stands of the photo in that role, else the role alone. */
function meaningOf(role: DrawnBox['role'], standing: readonly Observation[]): Observation {
  const sameRole = standing.filter((observation) => observation.role === role);
  const [only] = sameRole;
  const meant = only && sameRole.length === 1 ? only : observationOf(role);
  return { ...meant, count: null };
}

/**
 * The boxes of a photo: those a person drew, else the model's from its thresholds on, one per body. A photo that a
 * person called blank has none.
 */
export function drawnBoxes(
  photo: SnapshotPhoto,
  labels: readonly ModelLabel[],
  thresholds: RoleThresholds,
): DrawnBox[] {
  const { observations, prediction } = photo;
  const human = observations.filter(({ provenance }) => provenance.by === 'human');
  const placed = human.flatMap((observation) =>
    observation.box
      ? [{ role: placedRole(observation.role), box: observation.box, score: null, observation }]
      : [],
  );
  if (placed.length > 0) return placed;
  const isBlank = human.length > 0 && human.every(({ role }) => role === 'blank');
  if (isBlank || prediction === null) return [];
  const found = unpackDetections(prediction).flatMap(({ labelIndex, score, box }) => {
    const role = labels[labelIndex]?.role;
    if (role !== 'animal' && role !== 'person' && role !== 'vehicle') return [];
    return score >= thresholds[role]
      ? [{ role, score, box, observation: meaningOf(role, observations) }]
      : [];
  });
  return shownBoxes(found);
}
