import type { Evidence } from '../decisions/gate/gateEvidence.ts';
import { evidenceOf } from '../decisions/gate/besideWords.ts';
import type { ModelLabel } from '../models/manifest/modelManifest.ts';
import type { PackedPrediction } from '../models/prediction/predictionPacking.ts';
import { decidePhoto, type Decision } from '../decisions/decision.ts';
import type { RoleScores, RoleThresholds } from '../models/role.ts';
import type { SequenceFrame } from '../decisions/sequence/sequence.ts';
import { deploymentOf } from '../photos/deployment.ts';
import type { SurveySettings } from '../settings/surveySettings.ts';
import { civilSeconds, type CaptureTime } from '../time/captureTime.ts';
import type { Media } from '../photos/media.ts';
import type { CombinedModel } from '../decisions/recipes/preparedRecipe.ts';
import type { RecipeAnswer } from '../decisions/recipes/recipeAnswer.ts';

/** A photo with everything that is known of it before a decision is made. */
export interface Photo extends SequenceFrame {
  media: Media;
  prediction: PackedPrediction | null;
  /** What the recipe answers for the photo as a whole; absent for one that gives no such answer. */
  answer?: RecipeAnswer;
  /** null until the photo is sifted. */
  scores: RoleScores | null;
  /** Signs of people and vehicles from every model that saw it; null until one that knows people has looked. */
  evidence: Evidence | null;
  /** With the corrections of its camera's clock; null when it has none. Its `modified` kind groups nothing. */
  captureTime: CaptureTime | null;
  /** True where what the models saw is not what the camera took; absent for a sound photo. */
  isDamaged?: true;
}

/** A photo that has been sifted. */
export interface SiftedPhoto extends Photo {
  prediction: PackedPrediction;
  scores: RoleScores;
}

/** For each role its best label's score: a model with many species labels is asked for `animal` as a whole. */
export function roleScores(prediction: PackedPrediction, labels: readonly ModelLabel[]): RoleScores {
  const scores: RoleScores = { animal: 0, person: 0, vehicle: 0 };
  labels.forEach(({ role }, index) => {
    if (role === 'animal' || role === 'person' || role === 'vehicle') {
      scores[role] = Math.max(scores[role], prediction.labelScores[index] ?? 0);
    }
  });
  return scores;
}

/** Joins a media record with what the model, or several together, said of it. @param evidence of every model that saw the photo */
export function toPhoto(
  media: Media,
  prediction: PackedPrediction | null,
  labels: readonly ModelLabel[],
  evidence: Evidence | null = prediction && evidenceOf([{ prediction, labels, model: '' }]),
  answer: RecipeAnswer | null = null,
): Photo {
  const captureTime = media.metadata?.captureTime ?? null;
  const photo: Photo = {
    id: media.id,
    path: media.path,
    deployment: deploymentOf(media.path),
    seconds: secondsOf(captureTime),
    burst: media.metadata?.burst ?? null,
    media,
    prediction,
    scores: prediction && roleScores(prediction, labels),
    evidence,
    captureTime,
  };
  if (answer) photo.answer = answer;
  if (media.damage) photo.isDamaged = true;
  return photo;
}

/**
 * Seconds by which a photo is grouped. Copying a card often changes modification times to the moment of copying, so
 * they give none.
 */
export function secondsOf(captureTime: CaptureTime | null): number | null {
  return captureTime && captureTime.source !== 'modified' ? civilSeconds(captureTime) : null;
}

export function isSifted(photo: Photo): photo is SiftedPhoto {
  return photo.media.status === 'done' && photo.scores !== null && photo.prediction !== null;
}

/** The thresholds in force: the person's own where set, else the model's typical ones. */
export function thresholdsInForce(
  { thresholds }: Pick<SurveySettings, 'thresholds'>,
  manifest: Pick<CombinedModel, 'thresholds'>,
): RoleThresholds {
  return {
    animal: thresholds.animal ?? manifest.thresholds.animal.typical,
    person: thresholds.person ?? manifest.thresholds.person.typical,
    vehicle: thresholds.vehicle ?? manifest.thresholds.vehicle.typical,
  };
}

/** The decision for one photo, by the same rule as everywhere. */
export function decisionOf(photo: SiftedPhoto, thresholds: RoleThresholds): Decision {
  return decidePhoto(photo.scores, thresholds);
}
