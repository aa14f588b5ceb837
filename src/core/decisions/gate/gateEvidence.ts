import { isPlaceable, type BoundingBox } from '../../models/prediction/box.ts';
import type { ModelLabel } from '../../models/manifest/modelManifest.ts';
import type { Prediction } from '../../models/prediction/prediction.ts';

/** What the people gate looks for. */
export type GatedRole = 'person' | 'vehicle';

/** One sign of a person or a vehicle in one photo. */
export interface GateEvidence {
  /** Which model says so: its name and version. */
  model: string;
  /** The model's own label. */
  label: string;
  role: GatedRole;
  /** 0-1. */
  score: number;
  /** 0-1 of the upright photo; null when the model gives no box, as classifiers do, or one that cannot be right. */
  box: BoundingBox | null;
  /** True for a box that cannot be right: somebody is there, and covering other places does not cover them. */
  isMisplaced?: true;
}

/** The signs in one photo, in any order. */
export type Evidence = Iterable<GateEvidence>;

/** True for what the people gate looks for. */
export function isGated(role: string | undefined): role is GatedRole {
  return role === 'person' || role === 'vehicle';
}

/**
 * Every sign of people and vehicles in what a model said of a photo: each box, whatever else is in the photo, and for
 * each label whose score is higher than that of its boxes also the score alone, because a detector keeps scores under
 * its floor for boxes and a classifier has no boxes. The photo's own label plays no part.
 */
export function gateEvidence(
  model: string,
  { detections, labelScores }: Prediction,
  labels: readonly ModelLabel[],
): GateEvidence[] {
  const evidence: GateEvidence[] = [];
  const shown = new Map<number, number>();
  for (const { labelIndex, score, box } of detections) {
    const { name = '', role } = labels[labelIndex] ?? {};
    if (!isGated(role)) continue;
    evidence.push(
      isPlaceable(box)
        ? { model, label: name, role, score, box }
        : { model, label: name, role, score, box: null, isMisplaced: true },
    );
    // A box's score and its label's come from the same numbers, but may have been rounded to float32 apart.
    shown.set(labelIndex, Math.max(shown.get(labelIndex) ?? 0, Math.fround(score) + 1e-6));
  }
  labels.forEach(({ name, role }, index) => {
    const score = labelScores[index] ?? 0;
    if (!isGated(role) || score <= (shown.get(index) ?? 0)) return;
    evidence.push({ model, label: name, role, score, box: null });
  });
  return evidence;
}

/** Names a sign by the photo, the model, its label and the place, so that a sign that moves or is new has a new name. */
export function evidenceKey(mediaId: string, { model, label, role, box }: GateEvidence): string {
  const place = box && [box.x, box.y, box.width, box.height].map((value) => Math.round(value * 1e4));
  return JSON.stringify([mediaId, model, label, role, place]);
}
