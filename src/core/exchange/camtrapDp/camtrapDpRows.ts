import { mayLeave } from '../../decisions/gate/peopleGate.ts';
import { failureText } from '../../files/failure.ts';
import { fileName } from '../../photos/media.ts';
import { showsPerson } from '../share/shownSequences.ts';
import type { StandingObservation } from '../../taxa/observation.ts';
import type {
  SnapshotDeployment,
  SnapshotPhoto,
  SnapshotSequence,
  SurveySnapshot,
} from '../../survey/surveySnapshot.ts';
import type { CsvCell } from '../../files/csv.ts';
import { modelNames, rounded } from '../provenanceCells.ts';
import { momentText, utcMomentText } from './camtrapDpMoment.ts';
import type { CamtrapDpOptions } from './camtrapDpOptions.ts';
import { camtrapDpSchema, type CamtrapDpTable } from './camtrapDpSchema.ts';
import { mediaTypeOf, packagePath } from './mediaPath.ts';

type Row = Readonly<Record<string, CsvCell>>;

/** The cells of a row in the order of its table's columns. */
export function cellsOf(table: CamtrapDpTable, row: Row): CsvCell[] {
  return camtrapDpSchema[table].map(({ name }) => row[name] ?? null);
}

/** No `|`, which separates tags. */
function tag(name: string, value: string): string {
  return `${name}:${value.replace(/\s*\|\s*/g, ', ')}`;
}

export function deploymentRow({
  id,
  station,
  latitude,
  longitude,
  start,
  end,
  ...camera
}: SnapshotDeployment): Row {
  const cameraModel = [camera.make, camera.model].filter((part) => part !== null).join('-');
  return {
    deploymentID: id,
    locationID: station,
    locationName: station,
    latitude,
    longitude,
    deploymentStart: start && momentText(start),
    deploymentEnd: end && momentText(end),
    cameraID: camera.serial,
    cameraModel: cameraModel || null,
  };
}

/** Whether anybody may see the photo: its sequence has passed the people gate and nobody is in it. */
function isPublic(
  photo: SnapshotPhoto,
  sequence: SnapshotSequence | undefined,
  snapshot: SurveySnapshot,
): boolean {
  return sequence !== undefined && mayLeave(sequence.gate) && !showsPerson(photo, snapshot);
}

export function mediaRow(
  photo: SnapshotPhoto,
  sequence: SnapshotSequence | undefined,
  { captureMethod }: CamtrapDpOptions,
  snapshot: SurveySnapshot,
): Row {
  const { media, captureTime, note, starred } = photo;
  const failure = media.failure && failureText(media.failure.code).reason;
  return {
    mediaID: media.path,
    deploymentID: photo.deploymentId,
    captureMethod,
    timestamp: captureTime && momentText(captureTime),
    filePath: packagePath(media.path),
    filePublic: isPublic(photo, sequence, snapshot),
    fileName: fileName(media.path),
    fileMediatype: mediaTypeOf(media.path),
    favorite: starred ? true : null,
    mediaComments: [failure, note].filter((text) => text !== null && text !== '').join(' ') || null,
  };
}

function scientificNameOf({ role, taxon }: StandingObservation): string | null {
  if (role === 'person') return 'Homo sapiens';
  return taxon?.scientificName ?? null;
}

function boxCells({ box }: StandingObservation): Row {
  if (!box || !(box.width > 0) || !(box.height > 0)) return {};
  const part = (value: number, least = 0): number => rounded(Math.min(1, Math.max(least, value)), 6);
  return {
    bboxX: part(box.x),
    bboxY: part(box.y),
    bboxWidth: part(box.width, 1e-6),
    bboxHeight: part(box.height, 1e-6),
  };
}

const appTag = (appVersion: string): string => tag('app', `Fieldsift ${appVersion}`);

function humanCells(person: string, at: string, appVersion: string): Row {
  return {
    classificationMethod: 'human',
    classifiedBy: person,
    classificationTimestamp: utcMomentText(at),
    observationTags: appTag(appVersion),
  };
}

function sourceCells({ provenance, score }: StandingObservation, appVersion: string): Row {
  if (provenance.by === 'human') return humanCells(provenance.person, provenance.at, appVersion);
  const { models, rule, threshold } = provenance;
  return {
    classificationMethod: 'machine',
    classifiedBy: modelNames(models),
    classificationProbability: score === null ? null : rounded(Math.min(1, Math.max(0, score))),
    observationTags: [
      tag('rule', rule),
      tag('threshold', String(rounded(threshold))),
      ...models.map(({ sha256 }) => tag('sha256', sha256)),
      appTag(appVersion),
    ].join(' | '),
  };
}

/** What was seen, without where and when. */
function seenCells(observation: StandingObservation, appVersion: string): Row {
  const { role, count, lifeStage, sex, behaviour } = observation;
  return {
    observationType: role === 'person' ? 'human' : role,
    scientificName: scientificNameOf(observation),
    count,
    lifeStage,
    sex,
    behavior: behaviour,
    ...boxCells(observation),
    ...sourceCells(observation, appVersion),
  };
}

/** The observations of one photo; one that says `unclassified` where nobody has looked. */
export function* mediaObservationRows(photo: SnapshotPhoto, { appVersion }: SurveySnapshot): Generator<Row> {
  const { media, captureTime, observations } = photo;
  const time = captureTime && momentText(captureTime);
  const common = {
    deploymentID: photo.deploymentId,
    mediaID: media.path,
    eventID: photo.sequenceId,
    eventStart: time,
    eventEnd: time,
    observationLevel: 'media',
  };
  if (observations.length === 0) {
    yield { ...common, observationID: `${media.path}:1`, observationType: 'unclassified' };
  }
  for (const [index, observation] of observations.entries()) {
    yield { ...common, observationID: `${media.path}:${index + 1}`, ...seenCells(observation, appVersion) };
  }
}

/** The observations of a whole sequence. @param members those of its photos that are in the package, in order */
export function* eventObservationRows(
  { id, deploymentId, observations, event }: SnapshotSequence,
  members: readonly SnapshotPhoto[],
  { appVersion }: SurveySnapshot,
): Generator<Row> {
  const times = members.flatMap(({ captureTime }) => (captureTime ? [captureTime] : []));
  const [first] = times;
  const last = times.at(-1);
  if (!first || !last) return;
  // Where nothing was said of the whole, nothing is made up of its photos.
  const said = event ? (event.observations ?? []) : observations;
  const rows: Row[] = said.map((observation) => seenCells({ ...observation, box: null }, appVersion));
  if (event?.observations?.length === 0) {
    const { by, at } = event;
    rows.push({ observationType: 'unclassified', ...humanCells(by, at, appVersion) });
  }
  for (const [index, row] of rows.entries()) {
    yield {
      ...row,
      observationID: `${id}:event:${index + 1}`,
      deploymentID: deploymentId,
      eventID: id,
      eventStart: momentText(first),
      eventEnd: momentText(last),
      observationLevel: 'event',
    };
  }
}
