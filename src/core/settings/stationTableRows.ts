import type { StationRow } from './stationTable.ts';
import { stationTableProblems, type StationTableProblem } from './stationTableProblems.ts';

/** The columns of the table as it is saved. */
export const stationColumns = ['deployment', 'station', 'latitude', 'longitude', 'from'] as const;

type StationColumn = (typeof stationColumns)[number];

/** Other headings under which people keep the same thing; Camtrap DP's and camtrapR's among them. */
const headings: Partial<Record<string, StationColumn>> = {
  deployment: 'deployment',
  deploymentid: 'deployment',
  folder: 'deployment',
  station: 'station',
  stationid: 'station',
  location: 'station',
  locationname: 'station',
  latitude: 'latitude',
  lat: 'latitude',
  longitude: 'longitude',
  lon: 'longitude',
  long: 'longitude',
  from: 'from',
};

/** The table as lines of text, headings first; `parseStationRows` reads them back. */
export function serialiseStationRows(table: readonly StationRow[]): string[][] {
  return [
    [...stationColumns],
    ...table.map(({ deployment, station, latitude, longitude, from }) => [
      deployment,
      station,
      latitude?.toString() ?? '',
      longitude?.toString() ?? '',
      from ?? '',
    ]),
  ];
}

/** A cell without the apostrophes that keep a spreadsheet from running it as a formula. */
function unguarded(cell: string): string {
  const whole = cell.replace(/^'(?=[=+\-@＝＋－＠])/, '');
  return whole.replace(/([;\t\r\n])'(?='* *"*'*[=+\-@＝＋－＠])/g, '$1').trim();
}

function coordinate(cell: string): number | null {
  // Spreadsheets in much of Europe write a decimal comma.
  return cell === '' ? null : Number(cell.replace(/^(-?\d+),(\d+)$/, '$1.$2'));
}

/** `2021-06-04T18:32:05`; a blank for the `T`, a missing time of day or missing seconds are filled in. */
function moment(cell: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?)?$/.exec(cell);
  if (cell === '') return null;
  return match ? `${match[1] ?? ''}T${match[2] ?? '00:00'}${match[3] ?? ':00'}` : cell;
}

/**
 * Reads the table from lines of text: headings first, in any order and case; columns it does not know are passed over.
 * Lines with a problem are left out of the table and named among the problems, with the remedy.
 *
 * @param deployments those there are, so that a line for none of them is found; null for any
 */
export function parseStationRows(
  lines: readonly (readonly string[])[],
  deployments: readonly string[] | null = null,
): { table: StationRow[]; problems: StationTableProblem[] } {
  const [head = [], ...body] = lines;
  const columns = head.map((cell) => headings[cell.replace(/[^\p{L}]/gu, '').toLowerCase()] ?? null);
  const missing = (['deployment', 'station'] as const).filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    const text = `There is no column "${missing.join('" and no column "')}". Name the columns ${stationColumns.join(', ')}.`;
    return { table: [], problems: [{ row: 1, kind: 'no-headings', value: missing.join(', '), text }] };
  }
  const numbered = body.flatMap((line, index) => {
    const cell = (column: StationColumn): string => unguarded(line[columns.indexOf(column)] ?? '');
    if (line.every((text) => text.trim() === '')) return [];
    const row: StationRow = {
      deployment: cell('deployment').replace(/\/+$/, ''),
      station: cell('station'),
      latitude: coordinate(cell('latitude')),
      longitude: coordinate(cell('longitude')),
      from: moment(cell('from')),
    };
    return [{ number: index + 2, row }];
  });
  const problems = stationTableProblems(numbered, deployments);
  const refused = new Set(problems.map(({ row }) => row));
  return { table: numbered.filter(({ number }) => !refused.has(number)).map(({ row }) => row), problems };
}
