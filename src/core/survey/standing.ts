import { decidePhoto, labelOfPhoto } from '../decisions/decision.ts';
import type { DecidedLabel, RoleThresholds } from '../models/role.ts';
import {
  disagreement,
  triage,
  type Triage,
  type TriageCase,
  type TriageSettings,
} from '../decisions/triage.ts';
import type { GatedSequence, GateState } from '../decisions/gate/peopleGate.ts';
import type { SiftedPhoto } from './photo.ts';
import type { Observation, StandingObservation } from '../taxa/observation.ts';
import type { PhotoReview } from './reviews/photoReview.ts';
import type { DecidedSequence } from './decidedSequence.ts';
import type { MachineLabel, MachineWord } from './machineWord.ts';
import type { EventWord } from './surveySnapshot.ts';

/** A decided sequence with what people said of it. */
export interface StandingSequence extends DecidedSequence {
  gate: GateState;
  triage: Triage;
  /** True once a person has said of every photo what is in it. */
  isReviewed: boolean;
  /** Share of the photos that say otherwise than most of them, 0-1. */
  disagreement: number;
  /** A person's word where there is one, else the machine's. */
  observations: readonly StandingObservation[];
  /** What somebody said of it as one event; absent where nobody did. */
  event?: EventWord;
}

/** What the machine's word on a photo follows from, besides the photo. */
export interface StandingRules {
  thresholds: RoleThresholds;
  word: MachineWord;
}

/** What people said of a photo, by its id. */
export type ReviewOfPhoto = (mediaId: string) => PhotoReview;

function spokenBy(
  observations: readonly Observation[],
  { by, at, saidAt = at }: { by: string; at: string; saidAt?: string },
): StandingObservation[] {
  return observations.map((one) => ({
    ...one,
    score: null,
    provenance: { by: 'human', person: by, at: saidAt },
  }));
}

/** What a person says is in a photo; empty where nobody said anything. */
export function spoken({ named }: PhotoReview): StandingObservation[] {
  return named ? spokenBy(named.observations, named) : [];
}

/** What somebody said of just these photos as one event, where none of them was named since; null for nothing. */
function eventWordOn(frames: readonly SiftedPhoto[], reviewOf: ReviewOfPhoto): EventWord | null {
  const event = frames[0] && reviewOf(frames[0].id).event;
  if (event?.mediaIds.length !== frames.length) return null;
  const holds = frames.every(({ id }) => {
    const { event: own, named } = reviewOf(id);
    return own?.mediaIds === event.mediaIds && (named === null || named.at <= event.asOf);
  });
  const { observations, by, at, saidAt = at } = event;
  return holds ? { observations: observations && spokenBy(observations, event), by, at: saidAt } : null;
}

/** What is blank to a model is not known to be where a part of the picture is lost. */
function labelIn(label: DecidedLabel, isDamaged: boolean | undefined): MachineLabel {
  return label === 'blank' && isDamaged ? 'unknown' : label;
}

/**
 * What the machine says of one photo of a sequence: the sequence's label where the photo shows it too, else the photo's
 * own. The kind of animal is the sequence's.
 */
function machineWordOn(
  { scores, isDamaged }: SiftedPhoto,
  { decision, kind }: DecidedSequence,
  thresholds: RoleThresholds,
  word: MachineWord,
): StandingObservation {
  const { label } = decision;
  if (label !== 'blank' && scores[label] >= thresholds[label]) {
    return word.of(label, label === 'animal' ? kind : null, scores[label], 1);
  }
  const own = decidePhoto(scores, thresholds);
  return word.of(labelIn(own.label, isDamaged), null, own.score, 1);
}

/** What stands of a photo of a sequence: a person's word where there is one, else the machine's. */
export function observationsOf(
  photo: SiftedPhoto,
  sequence: DecidedSequence,
  review: PhotoReview,
  thresholds: RoleThresholds,
  word: MachineWord,
): StandingObservation[] {
  return review.named ? spoken(review) : [machineWordOn(photo, sequence, thresholds, word)];
}

/** Names an observation without its count and its place, so that the same animal in several photos is one. */
function nameOf({ role, taxon, lifeStage, sex, behaviour }: Observation): string {
  return JSON.stringify([role, taxon?.taxon ?? taxon?.scientificName ?? null, lifeStage, sex, behaviour]);
}

/** What people saw in the photos of a sequence: each kind once, with the most individuals seen in one photo. */
function seenTogether(photos: readonly StandingObservation[][]): StandingObservation[] {
  const together = new Map<string, StandingObservation>();
  for (const observations of photos) {
    const inPhoto = new Map<string, StandingObservation>();
    for (const one of observations) {
      const name = nameOf(one);
      const before = inPhoto.get(name);
      // Two observations of one kind in one photo are two groups, so their counts add up.
      const count = before ? (before.count ?? 1) + (one.count ?? 1) : one.count;
      inPhoto.set(name, { ...one, count, box: null });
    }
    for (const [name, one] of inPhoto) {
      const before = together.get(name);
      const count = Math.max(before?.count ?? 0, one.count ?? 0) || null;
      together.set(name, { ...one, count });
    }
  }
  const seen = [...together.values()];
  const present = seen.filter(({ role }) => role !== 'blank');
  return present.length > 0 ? present : seen;
}

/** What people said of the photos of a sequence, taken together. */
interface PeoplesWord {
  isReviewed: boolean;
  /** Each kind once; empty where nobody named anything. */
  observations: readonly StandingObservation[];
}

const nobodySpoke: PeoplesWord = { isReviewed: false, observations: [] };

function peoplesWord(frames: readonly SiftedPhoto[], reviewOf: ReviewOfPhoto): PeoplesWord {
  let named = 0;
  for (const { id } of frames) if (reviewOf(id).named !== null) named += 1;
  if (named === 0) return nobodySpoke;
  const photos = frames.map(({ id }) => spoken(reviewOf(id)));
  return { isReviewed: named === frames.length, observations: seenTogether(photos) };
}

/** How far the photos of a sequence contradict each other, 0-1. As a rule all say the same, which takes no list. */
function disagreementAmong(frames: readonly SiftedPhoto[], thresholds: RoleThresholds): number {
  let first: string | null = null;
  for (const { scores } of frames) {
    const label = labelOfPhoto(scores, thresholds);
    first ??= label;
    if (label !== first) return disagreement(frames.map((frame) => labelOfPhoto(frame.scores, thresholds)));
  }
  return 0;
}

const unseen: GateState = { state: 'held', by: 'machine', signs: [] };

/** Joins the machine's word on each sequence with what people said of its photos. */
export function standingSequences(
  sequences: readonly DecidedSequence[],
  gated: readonly GatedSequence[],
  reviewOf: ReviewOfPhoto,
  settings: { thresholds: RoleThresholds; triage: TriageSettings },
  word: MachineWord,
): StandingSequence[] {
  return sequences.map((sequence, index): StandingSequence => {
    const { id, deployment, frames, decision, kind } = sequence;
    const { isReviewed, observations: bySight } = peoplesWord(frames, reviewOf);
    // Somebody who saw an animal in one photo saw it, even where nobody looked at the others.
    const isNamed = isReviewed || bySight.some(({ role }) => role !== 'blank');
    const isDamaged = frames.some((frame) => frame.isDamaged);
    const label = labelIn(decision.label, isDamaged);
    const observations = isNamed ? bySight : [word.of(label, kind, decision.score, frames.length)];
    const gate = gated[index]?.gate ?? unseen;
    const first = observations[0]?.role ?? decision.label;
    const one: TriageCase = {
      id,
      gate,
      label: isReviewed && first !== 'unknown' ? first : decision.label,
      score: decision.score,
      disagreement: disagreementAmong(frames, settings.thresholds),
      isReviewed,
      isDamaged,
    };
    const event = eventWordOn(frames, reviewOf);
    // Field by field: spreading costs more than all the rest, 30,000 times over.
    const standing: StandingSequence = {
      id,
      deployment,
      frames,
      decision,
      kind,
      gate,
      triage: triage(one, settings.triage),
      disagreement: one.disagreement,
      isReviewed,
      observations,
    };
    if (event) standing.event = event;
    return standing;
  });
}

function isSameGate(left: GateState, right: GateState): boolean {
  return (
    left.state === right.state && (left.state === 'clear' || JSON.stringify(left) === JSON.stringify(right))
  );
}

/**
 * What stands after the gate or triage moved, and nothing else: sequences that stand as they stood are the same objects,
 * so that nothing is made of them again.
 */
export function keepStanding(
  before: readonly StandingSequence[],
  after: readonly StandingSequence[],
): StandingSequence[] {
  return after.map((one, place) => {
    const known = before[place];
    return known && known.triage === one.triage && isSameGate(known.gate, one.gate) ? known : one;
  });
}
