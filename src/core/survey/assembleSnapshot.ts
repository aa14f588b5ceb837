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

type Indices = ReadonlyMap<string, number>;

let lastIndices: { photos: readonly Photo[]; indices: Indices } = { photos: [], indices: new Map() };

/** Each photo's place in the order of the paths, by its id. The same for as long as the ids are, whatever became of them. */
function indicesOf(photos: readonly Photo[]): Indices {
  const { photos: before } = lastIndices;
  const areSame =
    photos.length === before.length && photos.every(({ id }, index) => id === before[index]?.id);
  const indices = areSame ? lastIndices.indices : new Map(photos.map(({ id }, index) => [id, index]));
  lastIndices = { photos, indices };
  return indices;
}

/** What was laid out of a sequence; the same for as long as it and the places of its photos are. */
const laidOutBefore = new WeakMap<StandingSequence, { indices: Indices; laidOut: SnapshotSequence }>();

function layOut(sequence: StandingSequence, indices: Indices): SnapshotSequence {
  const before = laidOutBefore.get(sequence);
  if (before?.indices === indices) return before.laidOut;
  const { id, deployment, frames, decision, observations, gate, triage, disagreement, isReviewed, event } =
    sequence;
  const laidOut: SnapshotSequence = {
    id,
    deploymentId: deployment,
    photos: frames.map((frame) => indices.get(frame.id) ?? -1),
    decision,
    observations,
    gate,
    triage,
    disagreement,
    isReviewed,
  };
  if (event) laidOut.event = event;
  laidOutBefore.set(sequence, { indices, laidOut });
  return laidOut;
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
  const indices = indicesOf(placement.photos);
  const sequences = parts.sequences.map((sequence) => layOut(sequence, indices));
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
