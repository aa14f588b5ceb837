import {
  lifeStages,
  observationOf,
  sexes,
  type Observation,
  type ObservedRole,
} from '../../observation/observation.ts';
import type { BoundingBox } from '../../prediction/box.ts';
import type { Detection } from '../../prediction/prediction.ts';
import { utcSeconds } from '../../time/utcOffset.ts';
import type { ImportedLabel } from '../importedLabels.ts';
import type { ImportedPlace } from '../matching/placedDeployments.ts';
import {
  importedModelId,
  LabelCollector,
  packCollected,
  raise,
  type ImportedResults,
} from '../importedModel.ts';
import { listOf, numberOf, recordOf, wordOf } from '../json/jsonValue.ts';
import { readMoment } from './camtrapDpMoment.ts';
import { recordsOf, type CamtrapDpPackage } from './camtrapDpPackage.ts';

type Cells = Readonly<Record<string, string>>;

/** What a package holds, for a survey of the same photos. */
export interface ImportedPackage {
  /** Every photo of the package, by the name it is best found by. */
  files: readonly string[];
  labels: readonly ImportedLabel[];
  /** What machines said; null where they said nothing. */
  results: ImportedResults | null;
  places: readonly ImportedPlace[];
}

const roles: Readonly<Record<string, ObservedRole>> = {
  animal: 'animal',
  human: 'person',
  vehicle: 'vehicle',
  blank: 'blank',
  unknown: 'unknown',
};

/** The name by which a photo is most likely found: its path in the package, or the name it had on the card. */
function fileOf({ mediaID = '', filePath = '', fileName = '' }: Cells): string {
  if (fileName !== '' && mediaID.endsWith(`/${fileName}`)) return mediaID;
  if (filePath.includes('://')) return fileName || mediaID;
  return filePath || fileName || mediaID;
}

function momentOf(text = ''): number | null {
  const time = readMoment(text);
  return time && utcSeconds(time);
}

/** Photos of the package, and which of them an observation is of. */
class PackageMedia {
  readonly files: string[] = [];
  readonly #byId = new Map<string, string>();
  readonly #byDeployment = new Map<
    string,
    { seconds: number | null; offset: string | null; file: string }[]
  >();

  constructor(media: Iterable<Cells>) {
    for (const cells of media) {
      const file = fileOf(cells);
      this.files.push(file);
      this.#byId.set(cells['mediaID'] ?? '', file);
      const deployment = cells['deploymentID'] ?? '';
      const own = this.#byDeployment.get(deployment) ?? [];
      const time = readMoment(cells['timestamp'] ?? '');
      own.push({ seconds: time && utcSeconds(time), offset: time?.offset ?? null, file });
      this.#byDeployment.set(deployment, own);
    }
  }

  ofDeployment(id: string): string[] {
    return (this.#byDeployment.get(id) ?? []).map(({ file }) => file);
  }

  /** The offset from UTC of its photos' times; null where they have several: which the camera followed nobody says. */
  offsetOf(id: string): string | null {
    const offsets = new Set((this.#byDeployment.get(id) ?? []).flatMap(({ offset }) => offset ?? []));
    const [only, ...others] = offsets;
    return others.length > 0 ? null : (only ?? null);
  }

  /** The photo that is named; of an event, all of its deployment that were taken while it lasted. */
  of({ mediaID = '', deploymentID = '', eventStart, eventEnd }: Cells): string[] {
    if (mediaID !== '') return [this.#byId.get(mediaID) ?? []].flat();
    const start = momentOf(eventStart);
    const end = momentOf(eventEnd);
    if (start === null || end === null) return [];
    return (this.#byDeployment.get(deploymentID) ?? []).flatMap(({ seconds, file }) =>
      seconds !== null && seconds >= start && seconds <= end ? [file] : [],
    );
  }
}

function boxOf(cells: Cells): BoundingBox | null {
  const [x, y, width, height] = ['bboxX', 'bboxY', 'bboxWidth', 'bboxHeight'].map((name) =>
    numberOf(cells[name]),
  );
  if (x == null || y == null || width == null || height == null) return null;
  return { x, y, width, height };
}

type CommonNames = ReadonlyMap<string, string>;

function observationIn(cells: Cells, commonNames: CommonNames): Observation | null {
  const role = roles[cells['observationType'] ?? ''];
  if (role === undefined) return null;
  const name = wordOf(cells['scientificName']);
  const isNamed = name !== null && (role === 'animal' || role === 'unknown');
  const count = numberOf(cells['count']);
  return {
    ...observationOf(role),
    taxon: isNamed ? { taxon: null, scientificName: name, commonName: commonNames.get(name) ?? null } : null,
    count: role === 'blank' || count === null || count < 1 ? null : Math.floor(count),
    lifeStage: lifeStages.find((stage) => stage === cells['lifeStage']) ?? null,
    sex: sexes.find((sex) => sex === cells['sex']) ?? null,
    behaviour: wordOf(cells['behavior']),
    box: boxOf(cells),
  };
}

/** Names in English, by scientific name. */
function commonNamesOf({ descriptor }: CamtrapDpPackage): CommonNames {
  const entries = (listOf(descriptor['taxonomic']) ?? []).map(recordOf);
  return new Map(
    entries.flatMap(({ scientificName, vernacularNames }) => {
      const name = wordOf(scientificName);
      const common = wordOf(recordOf(vernacularNames)['eng']);
      return name === null || common === null ? [] : [[name, common] as const];
    }),
  );
}

function timeOf(text = ''): string | null {
  const seconds = momentOf(text);
  return seconds === null ? null : new Date(seconds * 1000).toISOString();
}

/** What people said: photo by photo, and of events where nobody said anything of the photos themselves. */
function labelsOf(rows: readonly Cells[], media: PackageMedia, names: CommonNames): ImportedLabel[] {
  const labels = new Map<string, { files: string[]; rows: Cells[] }>();
  const human = rows.filter(({ classificationMethod }) => classificationMethod === 'human');
  const named = new Set(human.flatMap(({ mediaID = '' }) => (mediaID === '' ? [] : media.of({ mediaID }))));
  for (const row of human) {
    const isEvent = (row['mediaID'] ?? '') === '';
    const files = media.of(row).filter((file) => !isEvent || !named.has(file));
    if (files.length === 0) continue;
    const key = JSON.stringify(isEvent ? [row['deploymentID'], row['eventStart'], row['eventEnd']] : files);
    const label = labels.get(key);
    if (label) label.rows.push(row);
    else labels.set(key, { files, rows: [row] });
  }
  return [...labels.values()].flatMap(({ files, rows: own }) => {
    const observations = own.flatMap((row) => observationIn(row, names) ?? []);
    if (observations.length === 0) return [];
    const times = own.flatMap(({ classificationTimestamp }) => timeOf(classificationTimestamp) ?? []).sort();
    return [
      { files, observations, by: wordOf(own[0]?.['classifiedBy']) ?? 'unknown', at: times.at(-1) ?? null },
    ];
  });
}

/** What machines said, as one model. */
function resultsOf(rows: readonly Cells[], media: PackageMedia): ImportedResults | null {
  const machine = rows.filter(({ classificationMethod }) => classificationMethod === 'machine');
  const [first] = machine;
  if (!first) return null;
  const collector = new LabelCollector();
  const photos = new Map<string, { scores: Map<number, number>; detections: Detection[] }>();
  for (const row of machine) {
    const role = roles[row['observationType'] ?? ''];
    if (role === undefined || role === 'unknown') continue;
    const name = role === 'animal' ? (wordOf(row['scientificName']) ?? 'animal') : role;
    const score = numberOf(row['classificationProbability']) ?? 1;
    const box = boxOf(row);
    for (const file of media.of(row)) {
      const photo = photos.get(file) ?? { scores: new Map<number, number>(), detections: [] as Detection[] };
      photos.set(file, photo);
      const labelIndex = collector.indexOf({ name, role });
      raise(photo.scores, labelIndex, score);
      if (box && role !== 'blank') photo.detections.push({ labelIndex, score, box });
    }
  }
  const name = wordOf(first['classifiedBy']) ?? 'unknown model';
  const one = (value: number): ImportedResults['model']['typical'] => ({
    animal: value,
    person: value,
    vehicle: value,
  });
  const count = collector.labels.length;
  return {
    model: {
      id: importedModelId(name),
      version: 'unknown',
      name,
      labels: collector.labels,
      // What stands in a package passed its own threshold already; at 0 what is not there would count, too.
      typical: one(0.001),
      conservative: one(0.001),
    },
    photos: [...photos].map(([file, { scores, detections }]) =>
      packCollected({ file, detections, scores }, count),
    ),
    failures: [],
  };
}

/** What a package says of the photos, for those who have them: reviews, one more model, and places. */
export function importCamtrapDp(dataPackage: CamtrapDpPackage): ImportedPackage {
  const { tables } = dataPackage;
  const media = new PackageMedia(recordsOf(tables.media));
  const rows = [...recordsOf(tables.observations)];
  const places = [...recordsOf(tables.deployments)].flatMap((cells): ImportedPlace[] => {
    const { deploymentID = '', locationName = '', locationID = '' } = cells;
    const latitude = numberOf(cells['latitude']);
    const longitude = numberOf(cells['longitude']);
    if (latitude === null || longitude === null) return [];
    const station = locationName || locationID || deploymentID;
    return [
      {
        ...{ deployment: deploymentID, station, latitude, longitude },
        utcOffset: media.offsetOf(deploymentID),
        files: media.ofDeployment(deploymentID),
      },
    ];
  });
  return {
    files: media.files,
    labels: labelsOf(rows, media, commonNamesOf(dataPackage)),
    results: resultsOf(rows, media),
    places,
  };
}
