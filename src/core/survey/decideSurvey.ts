import type { RoleThresholds } from '../models/role.ts';
import { importedInfo } from '../models/manifest/importedManifest.ts';
import { listOf, recordOf, wordsOf } from '../files/json/jsonValue.ts';
import { gateSequences } from '../decisions/gate/peopleGate.ts';
import type { GateSettings } from '../decisions/gate/gateSequence.ts';
import type { ModelManifest } from '../models/manifest/modelManifest.ts';
import { thresholdsInForce, type Photo } from './photo.ts';
import { ContentReviews } from './reviews/contentReviews.ts';
import type { ReviewLog } from './reviews/reviewLog.ts';
import { SnapshotAssembler } from './snapshotAssembler.ts';
import { copiedDeployments, copyGates, gateWithCopies } from './copyGate.ts';
import {
  copiesAmong,
  copyGroupsAmong,
  decideSequences,
  kindNamer,
  sequencesIn,
  sequencesOf,
} from './decidedSequence.ts';
import { gateReviewsOf } from './gateReviews.ts';
import { MachineWord } from './machineWord.ts';
import { placePhotos } from './placement.ts';
import { standingSequences } from './standing.ts';
import type { GateChoice, SurveySettings } from '../settings/surveySettings.ts';
import type { SnapshotModel, SurveySnapshot } from './surveySnapshot.ts';

/**
 * The thresholds of the people gate in force: the person's own where set, else the model's conservative ones.
 *
 * @param heard other models whose word on people counts: the lowest of all holds, so that no choice of a model opens it
 */
export function gateInForce(
  choice: GateChoice,
  manifest: Pick<ModelManifest, 'thresholds'>,
  heard: readonly Pick<ModelManifest, 'thresholds'>[] = [],
): GateSettings {
  const strictest = (role: 'person' | 'vehicle'): number =>
    Math.min(...[manifest, ...heard].map(({ thresholds }) => thresholds[role].conservative));
  return {
    personThreshold: choice.person ?? strictest('person'),
    vehicleThreshold: choice.holdsVehicles ? (choice.vehicle ?? strictest('vehicle')) : null,
    neighbourSeconds: choice.neighbourSeconds,
  };
}

/** The model that a file of our own names as the one that spoke; nothing where it was another program's, or several. */
function spokenBy(info: Readonly<Record<string, unknown>>): Partial<SnapshotModel> {
  const models = listOf(recordOf(info['fieldsift'])['models']) ?? [];
  const { id, version, sha256, license } = models.length === 1 ? wordsOf(models[0]) : {};
  return id && version && sha256 && license ? { id, version, sha256, license } : {};
}

/** A model as exports name it. Of imported results that is the model that spoke, where the file says which. */
export function snapshotModel(manifest: ModelManifest): SnapshotModel {
  const { id, version, name, files, license } = manifest;
  const sha256 = files.find(({ kind }) => kind === 'model')?.sha256 ?? '';
  const model = { id, version, name, sha256, license };
  const info = importedInfo(manifest);
  return info ? { ...model, ...spokenBy(info), info } : model;
}

/** Photos in order of their paths. */
export function byPath<Entry extends { path: string }>(photos: readonly Entry[]): Entry[] {
  return [...photos].sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0));
}

/** Everything a survey's decisions follow from. */
export interface SurveyInput {
  appVersion: string;
  /** ISO 8601 in UTC. */
  at: string;
  id: string;
  name: string;
  settings: SurveySettings;
  /** Thresholds and labels of what was said of the photos. */
  manifest: Pick<ModelManifest, 'thresholds' | 'labels'>;
  models: readonly SnapshotModel[];
  /** As `toPhoto` made them, in any order. */
  photos: readonly Photo[];
  reviews: ReviewLog;
}

/**
 * Makes every decision of a survey: clocks and stations, sequences, labels, the people gate, triage, what stands, and
 * events. The app takes the same steps one by one, so that a change of a setting repeats only those that depend on it.
 *
 * @throws RangeError for a clock correction that cannot be read
 */
export function surveySnapshot(input: SurveyInput): SurveySnapshot {
  const { settings, manifest, models, reviews } = input;
  const { labels } = manifest;
  const thresholds: RoleThresholds = thresholdsInForce(settings, manifest);
  const placement = placePhotos(byPath(input.photos), settings);
  const { photos } = placement;
  const groups = copyGroupsAmong(photos);
  const said = new ContentReviews(reviews, groups);
  const copies = copiesAmong(photos, groups, (mediaId) => said.isReviewed(mediaId));
  const sequences = sequencesOf(photos, copies, settings);
  const kindOf = kindNamer(labels, settings.species);
  const decided = decideSequences(sequences, thresholds, settings.aggregation, kindOf);
  const gate = gateInForce(settings.gate, manifest);
  const inForce = gateReviewsOf(said);
  const whole = copiedDeployments(photos, copies).map((part) => {
    const together = sequencesIn(part, settings);
    return { sequences: together, gated: gateSequences(together, gate, inForce) };
  });
  const alone = gateSequences(sequences, gate, inForce);
  const gated = gateWithCopies(sequences, alone, copyGates(whole, copies));
  const word = new MachineWord(models, settings.aggregation, thresholds);
  const reviewOf = (mediaId: string) => said.photo(mediaId);
  const standing = standingSequences(decided, gated, reviewOf, { thresholds, triage: settings.triage }, word);
  const { appVersion, at, id, name } = input;
  return new SnapshotAssembler().assemble({
    ...{ appVersion, at, id, name, thresholds, gate, models, labels, placement, copies, reviewOf, word },
    ...{ settings, sequences: standing },
  });
}
