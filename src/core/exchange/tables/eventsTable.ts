import { formatCaptureTime } from '../../time/captureTime.ts';
import type { SnapshotRecord, SurveySnapshot } from '../../survey/surveySnapshot.ts';
import type { SpeciesEvent } from '../../decisions/sequence/event.ts';
import type { CsvCell } from '../../files/csv.ts';
import { csvFile } from '../csvFile.ts';
import type { ExportFile } from '../exportFile.ts';
import { modelCell, provenanceCells, provenanceColumns } from '../provenanceCells.ts';

/** The columns of `events.csv`, in order; new ones are only ever added at the end. */
export const eventsColumns = [
  'event_id',
  'deployment',
  'label',
  'start',
  'end',
  'photos',
  'count',
  'seconds_since_last',
  'first_photo',
  ...provenanceColumns,
  'model_id',
] as const;

function rowOf(event: SpeciesEvent<SnapshotRecord>, snapshot: SurveySnapshot): CsvCell[] {
  const photos = event.records.flatMap(({ photo }) => snapshot.photos[photo] ?? []);
  const [first] = photos;
  const time = (photo = first): string | null =>
    photo?.captureTime ? formatCaptureTime(photo.captureTime) : null;
  const own = photos.flatMap(({ observations }) =>
    observations.filter(({ role, taxon }) => (taxon?.scientificName ?? role) === event.label),
  );
  const counts = own.flatMap(({ count }) => count ?? []);
  return [
    event.id,
    event.deployment,
    event.label,
    time(),
    time(photos.at(-1)),
    new Set(event.records.map(({ photo }) => photo)).size,
    // The most seen at once: photos of one visit show the same individuals again.
    counts.length > 0 ? counts.reduce((most, count) => Math.max(most, count), 0) : null,
    event.deltaSeconds,
    first?.media.path ?? null,
    ...provenanceCells(own[0]?.provenance, snapshot),
    modelCell(own[0]?.provenance),
  ];
}

function* rows(snapshot: SurveySnapshot): Generator<CsvCell[]> {
  for (const event of snapshot.events) yield rowOf(event, snapshot);
}

/** One row per independent event of a species or a role at a deployment. */
export function eventsTable(snapshot: SurveySnapshot): ExportFile {
  return csvFile('events.csv', eventsColumns, () => rows(snapshot));
}
