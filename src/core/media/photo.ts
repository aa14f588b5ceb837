import { civilSeconds } from '../time/captureTime.ts';
import {
  decidePhoto,
  decideSequence,
  type Decision,
  type RoleScores,
  type RoleThresholds,
} from '../decision/decision.ts';
import { deploymentOf } from '../survey/deployment.ts';
import type { Media } from './media.ts';
import type { ModelManifest } from '../manifest/modelManifest.ts';
import type { PackedPrediction } from '../prediction/predictionPacking.ts';
import { groupIntoSequences, type Sequence, type SequenceFrame } from '../sequence/sequence.ts';
import type { SurveySettings } from '../survey/surveySettings.ts';

/** A photo with everything that is known of it before a decision is made. */
export interface Photo extends SequenceFrame {
  media: Media;
  prediction: PackedPrediction | null;
  /** null until the photo is sifted. */
  scores: RoleScores | null;
}

/** A photo that has been sifted. */
export interface SiftedPhoto extends Photo {
  prediction: PackedPrediction;
  scores: RoleScores;
}

export interface DecidedSequence extends Sequence<SiftedPhoto> {
  decision: Decision;
}

/** For each role its best label's score: a model with many species labels is asked for `animal` as a whole. */
export function roleScores(prediction: PackedPrediction, labels: ModelManifest['labels']): RoleScores {
  const scores: RoleScores = { animal: 0, person: 0, vehicle: 0 };
  labels.forEach(({ role }, index) => {
    if (role === 'animal' || role === 'person' || role === 'vehicle') {
      scores[role] = Math.max(scores[role], prediction.labelScores[index] ?? 0);
    }
  });
  return scores;
}

/** Joins a media record with what the model said of it. */
export function toPhoto(
  media: Media,
  prediction: PackedPrediction | null,
  labels: ModelManifest['labels'],
): Photo {
  const captureTime = media.metadata?.captureTime ?? null;
  return {
    id: media.id,
    path: media.path,
    deployment: deploymentOf(media.path),
    // Copying a card often changes modification times to the moment of copying, so they do not group photos.
    seconds: captureTime && captureTime.source !== 'modified' ? civilSeconds(captureTime) : null,
    media,
    prediction,
    scores: prediction && roleScores(prediction, labels),
  };
}

function isSifted(photo: Photo): photo is SiftedPhoto {
  return photo.media.status === 'done' && photo.scores !== null && photo.prediction !== null;
}

/** The thresholds in force: the person's own where set, else the model's typical ones. */
export function thresholdsInForce(settings: SurveySettings, manifest: ModelManifest): RoleThresholds {
  return {
    animal: settings.thresholds.animal ?? manifest.thresholds.animal.typical,
    person: settings.thresholds.person ?? manifest.thresholds.person.typical,
    vehicle: settings.thresholds.vehicle ?? manifest.thresholds.vehicle.typical,
  };
}

/** Groups what has been sifted so far and decides each sequence. */
export function decideSequences(
  photos: Iterable<Photo>,
  gapSeconds: number,
  thresholds: RoleThresholds,
): DecidedSequence[] {
  const sifted = [...photos].filter(isSifted);
  return groupIntoSequences(sifted, gapSeconds).flatMap((sequence) => {
    const decision = decideSequence(
      sequence.frames.map(({ scores }) => scores),
      thresholds,
    );
    return decision ? [{ ...sequence, decision }] : [];
  });
}

/** The decision for one photo, by the same rule as everywhere. */
export function decisionOf(photo: SiftedPhoto, thresholds: RoleThresholds): Decision {
  return decidePhoto(photo.scores, thresholds);
}
