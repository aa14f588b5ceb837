import { fileName } from '../../photos/media.ts';
import type { SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { csvFile } from '../csvFile.ts';
import type { CsvCell } from '../../files/csv.ts';
import { leftOutList, type ExportPlan } from '../exportFile.ts';
import { modelCell, provenanceCells, provenanceColumns, rounded } from '../provenanceCells.ts';

/** The columns of camtrapR's `recordTable`, then ours. */
export const recordTableColumns = [
  'Station',
  'Species',
  'DateTimeOriginal',
  'Date',
  'Time',
  'delta.time.secs',
  'delta.time.mins',
  'delta.time.hours',
  'delta.time.days',
  'Directory',
  'FileName',
  'n_images',
  ...provenanceColumns,
  'model_id',
] as const;

function* rows(snapshot: SurveySnapshot): Generator<CsvCell[]> {
  const stations = new Map(snapshot.deployments.map(({ id, station }) => [id, station]));
  for (const { deployment, label, records, deltaSeconds } of snapshot.events) {
    const photo = snapshot.photos[records[0]?.photo ?? -1];
    if (!photo?.captureTime) continue;
    const [date = '', time = ''] = photo.captureTime.civil.split('T');
    const { path } = photo.media;
    const own = photo.observations.find(({ role, taxon }) => (taxon?.scientificName ?? role) === label);
    yield [
      stations.get(deployment) ?? deployment,
      label,
      `${date} ${time}`,
      date,
      time,
      deltaSeconds,
      rounded(deltaSeconds / 60, 2),
      rounded(deltaSeconds / 3600, 2),
      rounded(deltaSeconds / 86_400, 2),
      path.slice(0, Math.max(0, path.length - fileName(path).length - 1)),
      fileName(path),
      new Set(records.map((record) => record.photo)).size,
      ...provenanceCells(own?.provenance, snapshot),
      modelCell(own?.provenance),
    ];
  }
}

/** Independent records as camtrapR reads them (jniedballa/camtrapR, `recordTable`): one row per event of a species. */
export function recordTableExport(snapshot: SurveySnapshot): ExportPlan {
  const undated = snapshot.photos.filter(
    ({ captureTime, observations }) => !captureTime && observations.some(({ role }) => role !== 'blank'),
  ).length;
  return {
    files: [csvFile('record-table.csv', recordTableColumns, () => rows(snapshot))],
    leftOut: leftOutList([{ reason: 'undated', count: undated }]),
    refusals: [],
  };
}
