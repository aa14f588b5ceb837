import type { RoleThresholds } from '../models/role.ts';
import { informativeness } from '../decisions/reviewQueue.ts';
import type { Triage, TriageSettings } from '../decisions/triage.ts';
import type { FailureCode } from '../files/failure.ts';
import type { GateState } from '../decisions/gate/peopleGate.ts';
import { labelOf } from '../survey/observedName.ts';
import type { SnapshotPhoto, SnapshotSequence } from '../survey/surveySnapshot.ts';
import { civilSeconds, type CaptureTime } from '../time/captureTime.ts';

/** What filters, sorts and counts need to know of one stack of photos in the grid; flat, for one pass over 100,000. */
export interface QueueEntry {
  /** The sequence's id, or the media's for a photo that failed. */
  id: string;
  /** null for a photo that failed, which stands alone. */
  sequence: SnapshotSequence | null;
  /** Indices into the snapshot's `photos`. */
  photos: readonly number[];
  deployment: string;
  /** Names of what stands: scientific names, and roles where no taxon is known. Each once. */
  labels: readonly string[];
  /** Seconds on the civil clock of the first photo with a time; null without one. */
  seconds: number | null;
  /** `YYYY-MM-DD` and 0-23 of that photo. */
  date: string | null;
  hour: number | null;
  /** 0-1, the machine's for its own label; null for a photo that failed. */
  score: number | null;
  /** How far that score lies from the threshold that decided, 0-1; null like `score`. */
  margin: number | null;
  /** Share of the frames that say otherwise than most of them, 0-1. */
  disagreement: number;
  /** How much a look would tell, as far as the scores know; null like `score`. */
  worth: number | null;
  triage: Triage | null;
  gate: GateState['state'] | null;
  isReviewed: boolean;
  isStarred: boolean;
  hasNote: boolean;
  /** True where a photo of it is damaged. */
  isDamaged: boolean;
  failure: FailureCode | null;
}

const roles = ['animal', 'person', 'vehicle'] as const;

function marginOf({ decision }: SnapshotSequence, thresholds: RoleThresholds): number {
  const { label, probabilities } = decision;
  if (label !== 'blank') return Math.abs(probabilities[label] - thresholds[label]);
  let margin = Infinity;
  for (const role of roles) margin = Math.min(margin, Math.abs(thresholds[role] - probabilities[role]));
  return margin;
}

/** What stands, each name once. */
function labelsOf({ observations }: SnapshotSequence): readonly string[] {
  const [first] = observations;
  return first && observations.length === 1 ? [labelOf(first)] : [...new Set(observations.map(labelOf))];
}

/**
 * The entry of one sequence.
 *
 * @param photos of the snapshot
 * @param settings that triage follows
 */
export function sequenceEntry(
  sequence: SnapshotSequence,
  photos: readonly SnapshotPhoto[],
  thresholds: RoleThresholds,
  settings: TriageSettings,
): QueueEntry {
  let time: CaptureTime | null = null;
  let isStarred = false;
  let hasNote = false;
  let isDamaged = false;
  for (const index of sequence.photos) {
    const photo = photos[index];
    if (!photo) continue;
    time ??= photo.captureTime;
    isStarred ||= photo.starred;
    hasNote ||= photo.note !== '';
    isDamaged ||= photo.media.damage !== undefined;
  }
  const { label, score } = sequence.decision;
  const { disagreement } = sequence;
  return {
    id: sequence.id,
    sequence,
    photos: sequence.photos,
    deployment: sequence.deploymentId,
    labels: labelsOf(sequence),
    seconds: time && civilSeconds(time),
    date: time && time.civil.slice(0, 10),
    hour: time && Number(time.civil.slice(11, 13)),
    score,
    margin: marginOf(sequence, thresholds),
    disagreement,
    worth: informativeness({ label, score, disagreement }, settings),
    triage: sequence.triage,
    gate: sequence.gate.state,
    isReviewed: sequence.isReviewed,
    isStarred,
    hasNote,
    isDamaged,
    failure: null,
  };
}

/**
 * The entry of a photo that failed.
 *
 * @param index of the photo in the snapshot
 */
export function failedEntry(photo: SnapshotPhoto, index: number): QueueEntry {
  const { failure } = photo.media;
  const time = photo.captureTime;
  return {
    id: photo.media.id,
    sequence: null,
    photos: [index],
    deployment: photo.deploymentId,
    labels: [],
    seconds: time && civilSeconds(time),
    date: time && time.civil.slice(0, 10),
    hour: time && Number(time.civil.slice(11, 13)),
    score: null,
    margin: null,
    disagreement: 0,
    worth: null,
    triage: null,
    gate: null,
    isReviewed: false,
    isStarred: photo.starred,
    hasNote: photo.note !== '',
    isDamaged: photo.media.damage !== undefined,
    failure: failure?.code ?? null,
  };
}
