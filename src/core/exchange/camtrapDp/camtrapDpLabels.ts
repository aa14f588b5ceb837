import {
  lifeStages,
  observationOf,
  sexes,
  type Observation,
  type ObservedRole,
} from '../../taxa/observation.ts';
import type { BoundingBox } from '../../models/prediction/box.ts';
import type { ImportedLabel } from '../importedLabels.ts';
import { listOf, numberOf, recordOf, wordOf } from '../../files/json/jsonValue.ts';
import type { CamtrapDpPackage } from './camtrapDpPackage.ts';
import { momentOf, type Cells, type PackageMedia } from './packageMedia.ts';

/** What is observed, by Camtrap DP's `observationType`; `unclassified` is nothing. */
export const observedRoles: Readonly<Record<string, ObservedRole>> = {
  animal: 'animal',
  human: 'person',
  vehicle: 'vehicle',
  blank: 'blank',
  unknown: 'unknown',
};

/** Where in its photo something was seen; null where the row has no box. */
export function boxOf(cells: Cells): BoundingBox | null {
  const [x, y, width, height] = ['bboxX', 'bboxY', 'bboxWidth', 'bboxHeight'].map((name) =>
    numberOf(cells[name]),
  );
  if (x == null || y == null || width == null || height == null) return null;
  return { x, y, width, height };
}

type CommonNames = ReadonlyMap<string, string>;

function observationIn(cells: Cells, commonNames: CommonNames): Observation | null {
  const role = observedRoles[cells['observationType'] ?? ''];
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
export function commonNamesOf({ descriptor }: CamtrapDpPackage): CommonNames {
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

const isHuman = ({ classificationMethod }: Cells): boolean => classificationMethod === 'human';
const isOfEvent = ({ mediaID = '' }: Cells): boolean => mediaID === '';

/** Who said something, and when they were done. */
function sourceOf(rows: readonly Cells[]): Pick<ImportedLabel, 'by' | 'at'> {
  const people = new Set(rows.flatMap(({ classifiedBy }) => wordOf(classifiedBy) ?? []));
  const times = rows.flatMap(({ classificationTimestamp }) => timeOf(classificationTimestamp) ?? []).sort();
  return { by: [...people].join(', ') || 'unknown', at: times.at(-1) ?? null };
}

interface Event {
  files: Set<string>;
  /** What people said of it as one. */
  rows: Cells[];
  /** What people said of its photos. */
  ofPhotos: Cells[];
}

/** Names an event in its package; null for a photo that is of none. */
function eventKey(row: Cells): string | null {
  const { deploymentID, eventID = '', eventStart, eventEnd } = row;
  if (eventID !== '') return JSON.stringify([deploymentID, eventID]);
  return isOfEvent(row) ? JSON.stringify([deploymentID, eventStart, eventEnd]) : null;
}

/** The events of a package that people said something of, in its order. */
function eventsIn(rows: readonly Cells[], media: PackageMedia): Event[] {
  const events = new Map<string, Event>();
  for (const row of rows.filter(isHuman)) {
    const key = eventKey(row);
    if (key === null) continue;
    const event = events.get(key) ?? { files: new Set<string>(), rows: [], ofPhotos: [] };
    events.set(key, event);
    for (const file of media.of(row)) event.files.add(file);
    (isOfEvent(row) ? event.rows : event.ofPhotos).push(row);
  }
  // Of the others a machine said something: that is left to machines here, too.
  const decided = new Set(rows.filter((row) => isOfEvent(row) && !isHuman(row)).map(eventKey));
  return [...events].flatMap(([key, event]) =>
    event.files.size === 0 || (event.rows.length === 0 && decided.has(key)) ? [] : [event],
  );
}

/** What people said of events as such, and of their photos where nobody said anything of any of those. */
function eventLabels(rows: readonly Cells[], media: PackageMedia, names: CommonNames): ImportedLabel[] {
  // In a package without events none was passed over.
  if (!rows.some(isOfEvent)) return [];
  const named = new Set(
    rows.filter((row) => isHuman(row) && !isOfEvent(row)).flatMap((row) => media.of(row)),
  );
  return eventsIn(rows, media).map(({ files: own, rows: said, ofPhotos }) => {
    const files = [...own];
    const observations = said.flatMap((row) => observationIn(row, names) ?? []);
    const event = said.length > 0 ? observations : null;
    const ofEach = files.some((file) => named.has(file)) ? [] : observations;
    return { files, observations: ofEach, event, ...sourceOf(said.length > 0 ? said : ofPhotos) };
  });
}

/** What people said of photos themselves. */
function photoLabels(rows: readonly Cells[], media: PackageMedia, names: CommonNames): ImportedLabel[] {
  const rowsOf = new Map<string, Cells[]>();
  for (const row of rows.filter((each) => isHuman(each) && !isOfEvent(each))) {
    for (const file of media.of(row)) rowsOf.set(file, [...(rowsOf.get(file) ?? []), row]);
  }
  return [...rowsOf].flatMap(([file, own]) => {
    const observations = own.flatMap((row) => observationIn(row, names) ?? []);
    return observations.length === 0 ? [] : [{ files: [file], observations, ...sourceOf(own) }];
  });
}

/** What people said of photos and of events. */
export function labelsOf(rows: readonly Cells[], media: PackageMedia, names: CommonNames): ImportedLabel[] {
  return [...photoLabels(rows, media, names), ...eventLabels(rows, media, names)];
}
