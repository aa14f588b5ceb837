import type { GateEvidence } from '../../decisions/gate/gateEvidence.ts';
import type { BoundingBox } from '../../models/prediction/box.ts';
import type { SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { coverBoxes } from './coverBoxes.ts';
import type { ShareablePhoto } from './shareable.ts';
import type { ShareOptions, Treatment } from './shareOptions.ts';

/** What must be done to a photo before it is shared. */
export type Covering =
  | { kind: 'copy'; /** Boxes to fill, 0-1 of the upright photo, margin included. */ covers: BoundingBox[] }
  | { kind: 'leave-out'; reason: LeaveOutReason };

/**
 * `held`: the people gate keeps its sequence. `unseen`: no model has seen it. `people`, `vehicles`: left out by choice.
 * `no-box`: somebody is in it, but nobody knows where, so nothing could be covered.
 */
export type LeaveOutReason = 'held' | 'unseen' | 'people' | 'vehicles' | 'no-box';

/**
 * The scores from which a sign is covered: the people gate's thresholds, or those from which the machine itself says
 * person or vehicle where they are lower. Whoever lets the gate pass more must not uncover what is labelled a person.
 */
export function coverThresholds({ gate, thresholds }: Pick<SurveySnapshot, 'gate' | 'thresholds'>): {
  person: number;
  vehicle: number;
  /** From which the machine itself says person or vehicle: such a box always has its margin. Absent: all have. */
  sure?: Readonly<Record<'person' | 'vehicle', number>>;
} {
  // Vehicles may pass the gate and still be covered in copies: then the gate's word on people is the measure.
  const vehicle = gate.vehicleThreshold ?? gate.personThreshold;
  return {
    person: Math.min(gate.personThreshold, thresholds.person),
    vehicle: Math.min(vehicle, thresholds.vehicle),
    sure: { person: thresholds.person, vehicle: thresholds.vehicle },
  };
}

/** Scores from which signs are covered, 0-1. */
export type CoverThresholds = ReturnType<typeof coverThresholds>;

/** Its score is Infinity for what a person named. */
type Sign = Pick<GateEvidence, 'role' | 'box' | 'score' | 'isMisplaced'>;

/**
 * Every sign at or above the thresholds, signed off or not, and everything a person named. Who releases a sequence
 * says that it may go on, not that nobody is in it: a covered tree stump costs less than an uncovered face.
 */
function signsOf(
  { evidence, reviewed }: ShareablePhoto,
  thresholds: CoverThresholds,
  options: ShareOptions,
): Sign[] {
  const seen = Array.from(evidence ?? []).filter(({ role, score }) => !(score < thresholds[role]));
  const named = reviewed.flatMap(({ role, box }): Sign[] =>
    role === 'person' || role === 'vehicle' ? [{ role, box, score: Infinity }] : [],
  );
  return [...seen, ...named].filter(({ role }) => role === 'person' || options.vehicles !== 'show');
}

/**
 * True when fewer places are known than there are people, or vehicles: as many as a person counted, at least one, and as
 * many as have a box that cannot be right.
 */
function lacksPlaces({ reviewed }: ShareablePhoto, signs: readonly Sign[], role: Sign['role']): boolean {
  const own = signs.filter((sign) => sign.role === role);
  if (own.some(({ isMisplaced }) => isMisplaced)) return true;
  const counted = reviewed
    .filter((one) => one.role === role)
    .reduce((sum, { count }) => sum + (count ?? 1), 0);
  const needed = Math.max(own.length > 0 ? 1 : 0, counted);
  return own.filter(({ box }) => box !== null).length < needed;
}

/**
 * What must be done to one photo of a sequence that may leave.
 *
 * @param thresholds as `coverThresholds`
 */
export function coveringOf(
  photo: ShareablePhoto,
  thresholds: CoverThresholds,
  options: ShareOptions,
): Covering {
  if (photo.evidence === null) return { kind: 'leave-out', reason: 'unseen' };
  const signs = signsOf(photo, thresholds, options);
  const treatments: Record<Sign['role'], Treatment | 'show'> = {
    person: options.people,
    vehicle: options.vehicles,
  };
  for (const role of ['person', 'vehicle'] as const) {
    if (treatments[role] === 'leave-out' && signs.some((sign) => sign.role === role)) {
      return { kind: 'leave-out', reason: role === 'person' ? 'people' : 'vehicles' };
    }
    if (treatments[role] === 'cover' && lacksPlaces(photo, signs, role)) {
      return { kind: 'leave-out', reason: 'no-box' };
    }
  }
  const placed = signs.flatMap(({ role, box, score }) => {
    // A score that is no number is taken for a sure one.
    return box ? [{ role, box, score, isSure: !(score < (thresholds.sure?.[role] ?? 0)) }] : [];
  });
  return { kind: 'copy', covers: coverBoxes(placed, options.margin) };
}
