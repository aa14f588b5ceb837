import { parseCivil } from '../time/civilShift.ts';
import type { StationRow } from './stationTable.ts';

/** What is wrong with one row of the table, and what to do about it. */
export interface StationTableProblem {
  /** As a spreadsheet counts: the headings are row 1. */
  row: number;
  text: string;
}

interface NumberedRow {
  number: number;
  row: StationRow;
}

function* coordinateProblems({ latitude, longitude }: StationRow): Generator<string> {
  if ((latitude === null) !== (longitude === null)) {
    yield `There is a ${latitude === null ? 'longitude without a latitude' : 'latitude without a longitude'}. Give both, or neither.`;
  }
  for (const [name, value, most] of [
    ['latitude', latitude, 90],
    ['longitude', longitude, 180],
  ] as const) {
    if (value === null || Math.abs(value) <= most) continue;
    yield Number.isNaN(value)
      ? `The ${name} is not a number. Write decimal degrees, such as 33.51 or -117.25.`
      : `The ${name} ${value} is outside -${most} to ${most}. Check whether latitude and longitude are swapped.`;
  }
}

function* rowProblems(row: StationRow, deployments: readonly string[] | null): Generator<string> {
  if (row.deployment === '') yield 'The deployment is empty. Write the folder of the camera.';
  else if (
    deployments &&
    !deployments.some((name) => name === row.deployment || row.deployment.startsWith(`${name}/`))
  ) {
    yield `There is no deployment "${row.deployment}". Copy its name from the list of deployments, or delete the row.`;
  }
  if (row.station === '') yield 'The station is empty. Give it a name.';
  if (row.from !== null && parseCivil(row.from) === null) {
    yield `"${row.from}" is no time. Write it like 2021-06-04T18:32:05.`;
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
    const add = (text: string): void => void problems.push({ row: number, text });
    for (const text of rowProblems(row, deployments)) add(text);
    const key = `${row.from ?? ''} ${row.deployment}`;
    const earlier = byKey.get(key);
    if (earlier !== undefined) {
      add(
        `Row ${earlier} is for the same deployment "${row.deployment}". Delete one of them, or give this one a later time in "from" to split it.`,
      );
    } else byKey.set(key, number);
    if (row.latitude === null) continue;
    const place = placeOf.get(row.station);
    if (!place) placeOf.set(row.station, { number, row });
    else if (place.row.latitude !== row.latitude || place.row.longitude !== row.longitude) {
      add(
        `Station "${row.station}" lies elsewhere in row ${place.number}. Give both rows the same coordinates, or two names.`,
      );
    }
  }
  return problems;
}
