import { aggregateSequence } from '../decision/aggregate.ts';
import { AnimalNamer, type AnimalKind } from '../decision/animalKind.ts';
import type { Decision, RoleThresholds } from '../decision/decision.ts';
import { smoothedScores } from '../decision/smoothedScores.ts';
import { smoothingStrengths } from '../decision/smoothingOptions.ts';
import type { ModelLabel } from '../manifest/modelManifest.ts';
import { isSifted, type Photo, type SiftedPhoto } from '../media/photo.ts';
import { findDuplicates } from '../sequence/duplicate.ts';
import { groupIntoSequences, type Sequence } from '../sequence/sequence.ts';
import type { SurveySettings } from './settings/surveySettings.ts';

export interface DecidedSequence extends Sequence<SiftedPhoto> {
  decision: Decision;
  /** What kind of animal, when it is decided to be one and more than that can be believed. */
  kind: AnimalKind | null;
}

/** For each exact copy of another photo, by its id, the id of the one that counts. */
export function copiesAmong(photos: readonly Photo[]): ReadonlyMap<string, string> {
  const keyed = photos.map(({ id, path, media: { contentKey } }) => ({ id, path, contentKey }));
  const copies = new Map<string, string>();
  for (const group of findDuplicates(keyed)) {
    for (const { id } of group.copies) copies.set(id, group.counted.id);
  }
  return copies;
}

/** Groups what has been sifted so far; exact copies are left out, so that nothing counts twice. */
export function sequencesOf(
  photos: readonly Photo[],
  copies: ReadonlyMap<string, string>,
  { gapSeconds, grouping }: Pick<SurveySettings, 'gapSeconds' | 'grouping'>,
): Sequence<SiftedPhoto>[] {
  const sifted = photos.filter(isSifted).filter(({ id }) => !copies.has(id));
  return groupIntoSequences(sifted, gapSeconds, grouping);
}

/** Decides each sequence by the chosen rules, and names its animals. */
export function decideSequences(
  sequences: readonly Sequence<SiftedPhoto>[],
  thresholds: RoleThresholds,
  labels: readonly ModelLabel[],
  { aggregation, species }: Pick<SurveySettings, 'aggregation' | 'species'>,
): DecidedSequence[] {
  const namer = new AnimalNamer(labels, species);
  const kindOf = (frames: readonly SiftedPhoto[]): AnimalKind | null => {
    if (!namer.knowsKinds) return null;
    const showing = frames.filter(({ scores }) => scores.animal >= thresholds.animal);
    const predictions = showing.map(({ prediction }) => prediction);
    return namer.name(
      species.smoothing === 'off'
        ? predictions.map(({ labelScores }) => labelScores)
        : smoothedScores(predictions, labels, smoothingStrengths[species.smoothing]),
    );
  };
  return sequences.flatMap((sequence) => {
    const scores = sequence.frames.map((frame) => frame.scores);
    const decision = aggregateSequence(scores, thresholds, aggregation);
    if (!decision) return [];
    return [{ ...sequence, decision, kind: decision.label === 'animal' ? kindOf(sequence.frames) : null }];
  });
}
