import { parseCsv, unguarded } from '../../files/csv.ts';
import type { FormatProblem } from '../exportFile.ts';
import { wildlifeInsightsColumns, type WildlifeInsightsTable } from './wildlifeInsightsColumns.ts';

type Cells = Readonly<Record<string, string>>;

const timePattern = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
const tables = Object.keys(wildlifeInsightsColumns) as WildlifeInsightsTable[];

function recordsOf(text: string): { columns: string[]; rows: Cells[] } {
  const [columns = [], ...lines] = parseCsv(text);
  const rows = lines.map((line) =>
    Object.fromEntries(columns.map((column, index) => [column, unguarded(line[index] ?? '')])),
  );
  return { columns, rows };
}

function* deploymentProblems(row: Cells, where: string): Generator<FormatProblem> {
  const { start_date: start = '', end_date: end = '' } = row;
  if (!timePattern.test(start) || !timePattern.test(end)) {
    yield { where, text: 'start_date and end_date must be YYYY-MM-DD HH:MM:SS.' };
  } else if (end <= start) yield { where, text: 'The end must be after the start.' };
  const inside = (text: string | undefined, most: number): boolean =>
    text !== undefined && text !== '' && Math.abs(Number(text)) <= most;
  if (!inside(row['latitude'], 90)) yield { where, text: 'The latitude must be from -90 to 90.' };
  if (!inside(row['longitude'], 180)) yield { where, text: 'The longitude must be from -180 to 180.' };
}

function* imageProblems(row: Cells, where: string): Generator<FormatProblem> {
  if (!timePattern.test(row['timestamp'] ?? ''))
    yield { where, text: 'The timestamp must be YYYY-MM-DD HH:MM:SS.' };
  if (!/^\d+$/.test(row['number_of_objects'] ?? ''))
    yield { where, text: 'number_of_objects must be a whole number.' };
  if (!/^[01]$/.test(row['highlighted'] ?? '')) yield { where, text: 'highlighted must be 0 or 1.' };
  for (const column of ['image_id', 'location', 'identified_by', 'common_name']) {
    if ((row[column] ?? '') === '') yield { where, text: `${column} must not be empty.` };
  }
}

/** Ids that one table has and the other has not. */
function* orphanProblems(
  left: readonly [table: string, rows: readonly Cells[]],
  right: readonly [table: string, rows: readonly Cells[]],
  column: string,
): Generator<FormatProblem> {
  const idsOf = (rows: readonly Cells[]): Set<string> => new Set(rows.map((row) => row[column] ?? ''));
  const [first, second] = [idsOf(left[1]), idsOf(right[1])];
  for (const id of first) {
    if (!second.has(id))
      yield { where: `${left[0]}.csv`, text: `The ${column} "${id}" is not in ${right[0]}.csv.` };
  }
  for (const id of second) {
    if (!first.has(id))
      yield { where: `${right[0]}.csv`, text: `The ${column} "${id}" is not in ${left[0]}.csv.` };
  }
}

/**
 * What Wildlife Insights' own checks refuse (`wi_validration.R` of its data migration, and its batch upload): columns,
 * forms of times, ends before starts, coordinates, and ids without a partner in either direction.
 *
 * @param files text by table
 */
export function* wildlifeInsightsProblems(
  files: Readonly<Record<WildlifeInsightsTable, string>>,
): Generator<FormatProblem> {
  const read = Object.fromEntries(tables.map((table) => [table, recordsOf(files[table])])) as Record<
    WildlifeInsightsTable,
    ReturnType<typeof recordsOf>
  >;
  for (const table of tables) {
    if (read[table].columns.join() !== wildlifeInsightsColumns[table].join()) {
      yield { where: `${table}.csv`, text: 'The columns must be those of the batch upload, in their order.' };
    }
  }
  const { projects, cameras, deployments, images } = read;
  for (const [index, row] of deployments.rows.entries()) {
    yield* deploymentProblems(row, `deployments.csv, row ${index + 2}`);
  }
  const seen = new Set<string>();
  for (const [index, row] of images.rows.entries()) {
    const where = `images.csv, row ${index + 2}`;
    yield* imageProblems(row, where);
    const id = row['image_id'] ?? '';
    if (seen.has(id)) yield { where, text: `The image_id "${id}" is there twice.` };
    seen.add(id);
  }
  yield* orphanProblems(['deployments', deployments.rows], ['images', images.rows], 'deployment_id');
  yield* orphanProblems(['cameras', cameras.rows], ['deployments', deployments.rows], 'camera_id');
  yield* orphanProblems(['projects', projects.rows], ['deployments', deployments.rows], 'project_id');
}
