import { parseCivil } from '../time/civilShift.ts';
import type { StationRow } from './stationTable.ts';

/** What is wrong with one row of the table, and what to do about it. */
export interface StationTableProblem {
  /** As a spreadsheet counts: the headings are row 1. */
  row: number;
  kind: StationProblemKind;
  /** What it is about: a name, a value, or the number of another row. Empty for nothing. */
  value: string;
  /** In English, for the command line. */
  text: string;
}

export type StationProblemKind =
  | 'no-headings'
  | 'half-a-place'
  | 'no-degrees'
  | 'outside-the-earth'
  | 'no-folder'
  | 'unknown-folder'
  | 'no-station'
  | 'no-time'
  | 'same-folder'
  | 'elsewhere';

type Said = readonly [kind: StationProblemKind, value: string, text: string];

interface NumberedRow {
  number: number;
  row: StationRow;
}

function* coordinateProblems({ latitude, longitude }: StationRow): Generator<Said> {
  if ((latitude === null) !== (longitude === null)) {
    const there = latitude === null ? 'longitude without a latitude' : 'latitude without a longitude';
    yield ['half-a-place', '', `There is a ${there}. Give both, or neither.`];
  }
  for (const [name, value, most] of [
    ['latitude', latitude, 90],
    ['longitude', longitude, 180],
  ] as const) {
    if (value === null || Math.abs(value) <= most) continue;
    yield Number.isNaN(value)
      ? ['no-degrees', '', `The ${name} is not a number. Write decimal degrees, such as 33.51 or -117.25.`]
      : [
          'outside-the-earth',
          String(value),
          `The ${name} ${value} is outside -${most} to ${most}. Check whether latitude and longitude are swapped.`,
        ];
  }
}

function* rowProblems(row: StationRow, deployments: readonly string[] | null): Generator<Said> {
  if (row.deployment === '')
    yield ['no-folder', '', 'The deployment is empty. Write the folder of the camera.'];
  else if (
    deployments &&
    !deployments.some((name) => name === row.deployment || row.deployment.startsWith(`${name}/`))
  ) {
    yield [
      'unknown-folder',
      row.deployment,
      `There is no deployment "${row.deployment}". Copy its name from the list of deployments, or delete the row.`,
    ];
  }
  if (row.station === '') yield ['no-station', '', 'The station is empty. Give it a name.'];
  if (row.from !== null && parseCivil(row.from) === null) {
    yield ['no-time', row.from, `"${row.from}" is no time. Write it like 2021-06-04T18:32:05.`];
  }
  yield* coordinateProblems(row);
}

/**
 * Everything that is wrong with a table: rows that cannot be read, that say two things of one deployment, or that put
 * one station in two places. In order of row.
 *
 * @param deployments those there are; null for any
 */
export function stationTableProblems(
  rows: readonly NumberedRow[],
  deployments: readonly string[] | null,
): StationTableProblem[] {
  const problems: StationTableProblem[] = [];
  const byKey = new Map<string, number>();
  const placeOf = new Map<string, NumberedRow>();
  for (const { number, row } of rows) {
    const add = (...[kind, value, text]: Said): void =>
      void problems.push({ row: number, kind, value, text });
    for (const said of rowProblems(row, deployments)) add(...said);
    const key = `${row.from ?? ''} ${row.deployment}`;
    const earlier = byKey.get(key);
    if (earlier !== undefined) {
      add(
        'same-folder',
        String(earlier),
        `Row ${earlier} is for the same deployment "${row.deployment}". Delete one of them, or give this one a later time in "from" to split it.`,
      );
    } else byKey.set(key, number);
    if (row.latitude === null) continue;
    const place = placeOf.get(row.station);
    if (!place) placeOf.set(row.station, { number, row });
    else if (place.row.latitude !== row.latitude || place.row.longitude !== row.longitude) {
      add(
        'elsewhere',
        String(place.number),
        `Station "${row.station}" lies elsewhere in row ${place.number}. Give both rows the same coordinates, or two names.`,
      );
    }
  }
  return problems;
}
