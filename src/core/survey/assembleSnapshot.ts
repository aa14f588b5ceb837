import { decidePhoto, type RoleThresholds } from '../decision/decision.ts';
import type { GateSettings } from '../gate/gateSequence.ts';
import type { ModelLabel } from '../manifest/modelManifest.ts';
import type { Photo } from '../media/photo.ts';
import type { StandingObservation } from '../observation/observation.ts';
import type { CaptureTime } from '../time/captureTime.ts';
import type { MachineWord } from './machineWord.ts';
import type { Placement } from './placement.ts';
import { observationsOf, type ReviewOfPhoto, type StandingSequence } from './standing.ts';
import { surveyEvents } from './surveyEvents.ts';
import type { EventSettings } from './settings/surveySettings.ts';
import type {
  SnapshotDeployment,
  SnapshotModel,
  SnapshotPhoto,
  SnapshotSequence,
  SurveySnapshot,
} from './surveySnapshot.ts';

/** What was decided, stage by stage, to be laid out as a snapshot. */
export interface SnapshotParts {
  appVersion: string;
  /** ISO 8601 in UTC. */
  at: string;
  id: string;
  name: string;
  settings: Readonly<Record<string, string>>;
  thresholds: RoleThresholds;
  /** The thresholds of the people gate in force. */
  gate: GateSettings;
  models: readonly SnapshotModel[];
  labels: readonly ModelLabel[];
  /** Its photos in order of their paths. */
  placement: Placement;
  /** For each copy the id of the photo that counts. */
  copies: ReadonlyMap<string, string>;
  sequences: readonly StandingSequence[];
  reviewOf: ReviewOfPhoto;
  word: MachineWord;
  events: EventSettings;
}

const nothingSeen: readonly StandingObservation[] = [];

function snapshotPhotos(parts: SnapshotParts): SnapshotPhoto[] {
  const { placement, copies, sequences, reviewOf, thresholds, word } = parts;
  const places = new Map<string, { sequence: StandingSequence; frame: number }>();
  for (const sequence of sequences) {
    sequence.frames.forEach(({ id }, frame) => places.set(id, { sequence, frame }));
  }
  return placement.photos.map((photo): SnapshotPhoto => {
    const { id, media, deployment, captureTime, prediction, scores, answer, evidence } = photo;
    const place = places.get(id);
    const frame = place?.sequence.frames[place.frame];
    const review = reviewOf(id);
    const copyOf = copies.get(id);
    return {
      media,
      deploymentId: deployment,
      ...(copyOf === undefined ? {} : { copyOf }),
      sequenceId: place?.sequence.id ?? null,
      frameNumber: place ? place.frame + 1 : null,
      captureTime,
      prediction,
      ...(answer && { answer }),
      decision: media.status === 'done' && scores ? decidePhoto(scores, thresholds) : null,
      observations:
        place && frame ? observationsOf(frame, place.sequence, review, thresholds, word) : nothingSeen,
      evidence,
      starred: review.starred,
      note: review.note,
    };
  });
}

/** The first value that is not null. */
function firstOf<Value>(photos: readonly Photo[], value: (photo: Photo) => Value | null): Value | null {
  for (const photo of photos) {
    const found = value(photo);
    if (found !== null) return found;
  }
  return null;
}

function deploymentFrom(id: string, photos: readonly Photo[], { stations }: Placement): SnapshotDeployment {
  let start: Photo | null = null;
  let end: Photo | null = null;
  let zoned = false;
  for (const photo of photos) {
    if (photo.seconds === null) continue;
    if (start === null) zoned = true;
    zoned &&= (photo.captureTime?.offset ?? null) !== null;
    if (start?.seconds == null || photo.seconds < start.seconds) start = photo;
    if (end?.seconds == null || photo.seconds > end.seconds) end = photo;
  }
  const place = stations.get(id);
  const timeOf = (photo: Photo | null): CaptureTime | null => photo?.captureTime ?? null;
  return {
    id,
    station: place?.station ?? id,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    start: timeOf(start),
    end: timeOf(end),
    zoned,
    make: firstOf(photos, ({ media }) => media.metadata?.make ?? null),
    model: firstOf(photos, ({ media }) => media.metadata?.model ?? null),
    serial: firstOf(photos, ({ media }) => media.metadata?.serial ?? null),
  };
}

/** The deployments of the photos, in order of their names. */
export function deploymentsOf(placement: Placement): SnapshotDeployment[] {
  const photosOf = new Map<string, Photo[]>();
  for (const photo of placement.photos) {
    const known = photosOf.get(photo.deployment);
    if (known) known.push(photo);
    else photosOf.set(photo.deployment, [photo]);
  }
  return [...photosOf.keys()]
    .sort()
    .map((deployment) => deploymentFrom(deployment, photosOf.get(deployment) ?? [], placement));
}

/** Lays out what was decided as one value, for whoever reads a survey as a whole. */
export function assembleSnapshot(parts: SnapshotParts): SurveySnapshot {
  const { appVersion, at, id, name, settings, thresholds, gate, models, labels, placement } = parts;
  const photos = snapshotPhotos(parts);
  const indices = new Map(placement.photos.map((photo, index) => [photo.id, index]));
  const sequences = parts.sequences.map((sequence): SnapshotSequence => {
    const { id: sequenceId, deployment, frames, decision, observations, triage, isReviewed } = sequence;
    return {
      id: sequenceId,
      deploymentId: deployment,
      photos: frames.map((frame) => indices.get(frame.id) ?? -1),
      decision,
      observations,
      gate: sequence.gate,
      triage,
      isReviewed,
    };
  });
  const seconds = placement.photos.map((photo) => photo.seconds);
  const events = surveyEvents(photos, seconds, placement.stations, parts.events);
  const deployments = deploymentsOf(placement);
  return {
    ...{ appVersion, at, id, name, settings, thresholds, gate, models, labels },
    ...{ deployments, photos, sequences, events },
  };
}
