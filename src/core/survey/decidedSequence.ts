import { aggregateSequence, type AggregationRules } from '../decisions/aggregate.ts';
import { AnimalNamer, type AnimalKind } from './animalKind.ts';
import type { Decision } from '../decisions/decision.ts';
import type { RoleThresholds } from '../models/role.ts';
import { smoothedScores } from '../decisions/smoothedScores.ts';
import { smoothingStrengths } from '../decisions/smoothingOptions.ts';
import type { ModelLabel } from '../models/manifest/modelManifest.ts';
import { isSifted, type Photo, type SiftedPhoto } from './photo.ts';
import { copyGroups, countedCopies, type CopyGroups } from '../decisions/sequence/duplicate.ts';
import { byDeployment, groupDeployment, type Sequence } from '../decisions/sequence/sequence.ts';
import { sameList } from '../incremental/perPart.ts';
import type { SpeciesSettings, SurveySettings } from '../settings/surveySettings.ts';

export interface DecidedSequence extends Sequence<SiftedPhoto> {
  decision: Decision;
  /** What kind of animal, when it is decided to be one and more than that can be believed. */
  kind: AnimalKind | null;
}

const noCopies: ReadonlyMap<string, string> = new Map();

/** The photos that are there more than once. */
export function copyGroupsAmong(photos: readonly Photo[]): CopyGroups {
  return copyGroups(photos.map(({ id, media }) => ({ id, contentKey: media.contentKey })));
}

/**
 * For each exact copy of another photo, by its id, the id of the one that counts; see `countedCopies`.
 *
 * @param isReviewed whether a person said anything of this very copy
 */
export function copiesAmong(
  photos: readonly Photo[],
  groups: CopyGroups = copyGroupsAmong(photos),
  isReviewed: (mediaId: string) => boolean = () => false,
): ReadonlyMap<string, string> {
  if (groups.size === 0) return noCopies;
  const byId = new Map(photos.flatMap((photo) => (groups.has(photo.id) ? [[photo.id, photo] as const] : [])));
  return countedCopies(groups, (id) => {
    const photo = byId.get(id);
    return {
      path: photo?.path ?? '',
      deployment: photo?.deployment ?? '',
      isSifted: photo !== undefined && isSifted(photo),
      isReviewed: isReviewed(id),
    };
  });
}

/** What has been sifted so far of one deployment: what is decided of it depends on no other. */
export interface SiftedDeployment {
  deployment: string;
  photos: SiftedPhoto[];
}

/** What has been sifted so far, by deployment; exact copies are left out, so that nothing counts twice. */
export function siftedDeployments(
  photos: readonly Photo[],
  copies: ReadonlyMap<string, string>,
): SiftedDeployment[] {
  const sifted = photos.filter(isSifted);
  return byDeployment(copies.size === 0 ? sifted : sifted.filter(({ id }) => !copies.has(id)));
}

/** The sequences of one deployment. */
export function sequencesIn(
  { deployment, photos }: SiftedDeployment,
  { gapSeconds, grouping }: Pick<SurveySettings, 'gapSeconds' | 'grouping'>,
): Sequence<SiftedPhoto>[] {
  return groupDeployment(deployment, photos, gapSeconds, grouping);
}

/** Groups what has been sifted so far, of all deployments. */
export function sequencesOf(
  photos: readonly Photo[],
  copies: ReadonlyMap<string, string>,
  settings: Pick<SurveySettings, 'gapSeconds' | 'grouping'>,
): Sequence<SiftedPhoto>[] {
  return siftedDeployments(photos, copies).flatMap((part) => sequencesIn(part, settings));
}

/** Says what kind of animal photos show together; null when no more than "animal" can be believed. */
export type KindOf = (showing: readonly SiftedPhoto[]) => AnimalKind | null;

/** Names animals by the labels of the model; null for a model that knows no kinds. */
export function kindNamer(labels: readonly ModelLabel[], species: SpeciesSettings): KindOf | null {
  const namer = new AnimalNamer(labels, species);
  if (!namer.knowsKinds) return null;
  return (showing) => {
    const predictions = showing.map(({ prediction }) => prediction);
    return namer.name(
      species.smoothing === 'off'
        ? predictions.map(({ labelScores }) => labelScores)
        : smoothedScores(predictions, labels, smoothingStrengths[species.smoothing]),
    );
  };
}

/**
 * Remembers each answer by the photos asked about: a threshold that moves changes which photos show an animal in few
 * sequences only, and naming is the costly part where a model knows thousands of kinds.
 */
export function rememberedKinds(kindOf: KindOf): KindOf {
  const known = new Map<string, { showing: readonly SiftedPhoto[]; kind: AnimalKind | null }>();
  return (showing) => {
    const first = showing[0]?.id ?? '';
    const before = known.get(first);
    if (before && sameList(before.showing, showing)) return before.kind;
    const kind = kindOf(showing);
    known.set(first, { showing, kind });
    return kind;
  };
}

/**
 * Decides each sequence by the chosen rules, and names its animals.
 *
 * @param kindOf null for a model that knows no kinds
 */
export function decideSequences(
  sequences: readonly Sequence<SiftedPhoto>[],
  thresholds: RoleThresholds,
  aggregation: AggregationRules,
  kindOf: KindOf | null,
): DecidedSequence[] {
  const decided: DecidedSequence[] = [];
  for (const { id, deployment, frames } of sequences) {
    const scores = frames.map((frame) => frame.scores);
    const decision = aggregateSequence(scores, thresholds, aggregation);
    if (!decision) continue;
    const isNamed = kindOf !== null && decision.label === 'animal';
    const kind = isNamed ? kindOf(frames.filter((frame) => frame.scores.animal >= thresholds.animal)) : null;
    decided.push({ id, deployment, frames, decision, kind });
  }
  return decided;
}
