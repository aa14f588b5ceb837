import { formatCaptureTime } from '../../time/captureTime.ts';
import type { SurveySnapshot } from '../../survey/surveySnapshot.ts';
import type { CsvCell } from '../../files/csv.ts';
import { csvFile } from '../csvFile.ts';
import type { ExportFile } from '../exportFile.ts';

/** The columns of `deployments.csv`, in order; new ones are only ever added at the end. */
export const deploymentsColumns = [
  'deployment',
  'station',
  'latitude',
  'longitude',
  'start',
  'end',
  'utc_offset',
  'photos',
  'failed',
  'sequences',
  'make',
  'model',
  'serial',
  'app_version',
] as const;

function tally<Item extends { deploymentId: string }>(
  items: readonly Item[],
  counts: (item: Item) => boolean = () => true,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const item of items) {
    if (counts(item)) found.set(item.deploymentId, (found.get(item.deploymentId) ?? 0) + 1);
  }
  return found;
}

function* rows({ deployments, photos, sequences, appVersion }: SurveySnapshot): Generator<CsvCell[]> {
  const photoCounts = tally(photos);
  const failedCounts = tally(photos, ({ media }) => media.status === 'failed');
  const sequenceCounts = tally(sequences);
  for (const deployment of deployments) {
    const { id, start, end } = deployment;
    yield [
      id,
      deployment.station,
      deployment.latitude,
      deployment.longitude,
      start && formatCaptureTime(start),
      end && formatCaptureTime(end),
      start?.offset ? `UTC${start.offset}` : null,
      photoCounts.get(id) ?? 0,
      failedCounts.get(id) ?? 0,
      sequenceCounts.get(id) ?? 0,
      deployment.make,
      deployment.model,
      deployment.serial,
      appVersion,
    ];
  }
}

/** One row per deployment. */
export function deploymentsTable(snapshot: SurveySnapshot): ExportFile {
  return csvFile('deployments.csv', deploymentsColumns, () => rows(snapshot));
}
