import type { RoleThresholds } from '../decision/decision.ts';
import type { GateSettings } from '../gate/gateSequence.ts';
import type { ModelLabel } from '../manifest/modelManifest.ts';
import type { Photo } from '../media/photo.ts';
import { byDeployment } from '../sequence/sequence.ts';
import type { CaptureTime } from '../time/captureTime.ts';
import { DecidedPhoto } from './decidedPhoto.ts';
import type { MachineWord } from './machineWord.ts';
import { perPart } from './perPart.ts';
import type { Placement } from './placement.ts';
import type { ReviewOfPhoto, StandingSequence } from './standing.ts';
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

/** Each photo's place in the order of the paths, by its id. The same for as long as the photos are. */
const indicesOf = perPart(
  (photos: readonly Photo[]): ReadonlyMap<string, number> =>
    new Map(photos.map(({ id }, index) => [id, index])),
);

function snapshotSequences(
  { sequences }: SnapshotParts,
  indices: ReadonlyMap<string, number>,
): SnapshotSequence[] {
  return sequences.map((sequence): SnapshotSequence => {
    const { id, deployment, frames, decision, observations, gate, triage, disagreement, isReviewed } =
      sequence;
    const photos = frames.map((frame) => indices.get(frame.id) ?? -1);
    return {
      id,
      deploymentId: deployment,
      photos,
      decision,
      observations,
      gate,
      triage,
      disagreement,
      isReviewed,
    };
  });
}

/** @param laidOut the sequences with their photos' indices, in the order of the parts' */
function snapshotPhotos(parts: SnapshotParts, laidOut: readonly SnapshotSequence[]): SnapshotPhoto[] {
  const { placement, copies, sequences, reviewOf, thresholds, word } = parts;
  const { photos } = placement;
  const places = new Int32Array(photos.length).fill(-1);
  const frames = new Int32Array(photos.length);
  laidOut.forEach((sequence, place) => {
    sequence.photos.forEach((index, frame) => {
      places[index] = place;
      frames[index] = frame;
    });
  });
  const rules = { thresholds, word };
  return photos.map((photo, index): SnapshotPhoto => {
    const sequence = sequences[places[index] ?? -1] ?? null;
    const copyOf = copies.get(photo.id);
    return new DecidedPhoto(photo, sequence, frames[index] ?? 0, copyOf, reviewOf(photo.id), rules);
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

/** The deployments of the photos, in order of their names. The same for as long as the photos are where they are. */
export const deploymentsOf = perPart((placement: Placement): SnapshotDeployment[] =>
  byDeployment(placement.photos).map(({ deployment, photos }) =>
    deploymentFrom(deployment, photos, placement),
  ),
);

/** Lays out what was decided as one value, for whoever reads a survey as a whole. Events are found when asked for. */
export function assembleSnapshot(parts: SnapshotParts): SurveySnapshot {
  const { appVersion, at, id, name, settings, thresholds, gate, models, labels, placement } = parts;
  const sequences = snapshotSequences(parts, indicesOf(placement.photos));
  const photos = snapshotPhotos(parts, sequences);
  let events: SurveySnapshot['events'] | null = null;
  return {
    ...{ appVersion, at, id, name, settings, thresholds, gate, models, labels },
    deployments: deploymentsOf(placement),
    ...{ photos, sequences },
    get events() {
      const seconds = placement.photos.map((photo) => photo.seconds);
      return (events ??= surveyEvents(photos, seconds, placement.stations, parts.events));
    },
  };
}
