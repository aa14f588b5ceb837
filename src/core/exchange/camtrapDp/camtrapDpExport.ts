import type { SnapshotDeployment, SnapshotPhoto, SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { utcSeconds } from '../../time/utcOffset.ts';
import { csvFile } from '../csvFile.ts';
import type { CsvCell } from '../../files/csv.ts';
import { leftOutList, type ExportPlan, type Refusal } from '../exportFile.ts';
import { camtrapDpDescriptor } from './camtrapDpDescriptor.ts';
import { defaultCamtrapDpOptions, type CamtrapDpOptions } from './camtrapDpOptions.ts';
import {
  cellsOf,
  deploymentRow,
  eventObservationRows,
  mediaObservationRows,
  mediaRow,
} from './camtrapDpRows.ts';
import { camtrapDpSchema, type CamtrapDpTable } from './camtrapDpSchema.ts';

/** What goes into the package. */
interface Content {
  snapshot: SurveySnapshot;
  options: CamtrapDpOptions;
  deployments: readonly SnapshotDeployment[];
  /** By deployment, time and name. */
  photos: readonly SnapshotPhoto[];
}

function refusalsOf(deployments: readonly SnapshotDeployment[], photos: readonly SnapshotPhoto[]): Refusal[] {
  const naive = photos.filter(({ captureTime }) => captureTime && utcSeconds(captureTime) === null);
  const unzoned = [...new Set(naive.map(({ deploymentId }) => deploymentId))];
  const unplaced = deployments.filter(({ latitude, longitude }) => latitude === null || longitude === null);
  const refusals: Refusal[] = [];
  if (photos.length === 0) refusals.push({ reason: 'no-times', deployments: [] });
  if (unzoned.length > 0) refusals.push({ reason: 'no-zones', deployments: unzoned });
  if (unplaced.length > 0) {
    refusals.push({ reason: 'no-coordinates', deployments: unplaced.map(({ id }) => id) });
  }
  return refusals;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function comparePhotos(left: SnapshotPhoto, right: SnapshotPhoto): number {
  const seconds = ({ captureTime }: SnapshotPhoto): number => (captureTime && utcSeconds(captureTime)) ?? 0;
  return (
    compareText(left.deploymentId, right.deploymentId) ||
    seconds(left) - seconds(right) ||
    compareText(left.media.path, right.media.path)
  );
}

function* deploymentRows({ deployments }: Content): Generator<CsvCell[]> {
  for (const deployment of deployments) yield cellsOf('deployments', deploymentRow(deployment));
}

function* mediaRows({ snapshot, options, photos }: Content): Generator<CsvCell[]> {
  const sequences = new Map(snapshot.sequences.map((sequence) => [sequence.id, sequence]));
  for (const photo of photos) {
    const sequence = photo.sequenceId === null ? undefined : sequences.get(photo.sequenceId);
    yield cellsOf('media', mediaRow(photo, sequence, options, snapshot));
  }
}

function* observationRows({ snapshot, photos }: Content): Generator<CsvCell[]> {
  const included = new Set(photos);
  for (const sequence of snapshot.sequences) {
    const members = sequence.photos.flatMap((index) => snapshot.photos[index] ?? []);
    const own = members.filter((photo) => included.has(photo));
    for (const row of eventObservationRows(sequence, own, snapshot)) yield cellsOf('observations', row);
  }
  for (const photo of photos) {
    for (const row of mediaObservationRows(photo, snapshot)) yield cellsOf('observations', row);
  }
}

/**
 * A Camtrap DP 1.0.2 package (tdwg/camtrap-dp): each photo's observations, and each sequence's as an event. Photos that
 * are held or show people are listed with `filePublic` false. It is refused where a time zone or a place is not known.
 */
export function camtrapDpExport(
  snapshot: SurveySnapshot,
  options: CamtrapDpOptions = defaultCamtrapDpOptions(snapshot.name),
): ExportPlan {
  const photos = snapshot.photos.filter(({ captureTime }) => captureTime !== null).sort(comparePhotos);
  const used = new Set(photos.map(({ deploymentId }) => deploymentId));
  const deployments = snapshot.deployments.filter(({ id, start, end }) => used.has(id) && start && end);
  const refusals = refusalsOf(deployments, photos);
  if (refusals.length > 0) return { files: [], leftOut: [], refusals };
  const content: Content = { snapshot, options, deployments, photos };
  const table = (name: CamtrapDpTable, rows: (content: Content) => Iterable<CsvCell[]>) =>
    csvFile(
      `camtrap-dp/${name}.csv`,
      camtrapDpSchema[name].map((column) => column.name),
      () => rows(content),
    );
  return {
    files: [
      {
        path: 'camtrap-dp/datapackage.json',
        mediaType: 'application/json',
        text: () => [`${JSON.stringify(camtrapDpDescriptor(snapshot, deployments, options), null, 2)}\n`],
      },
      table('deployments', deploymentRows),
      table('media', mediaRows),
      table('observations', observationRows),
    ],
    leftOut: leftOutList([{ reason: 'undated', count: snapshot.photos.length - photos.length }]),
    refusals: [],
  };
}
