import type { FormatProblem } from '../exportFile.ts';
import { listOf, recordOf, wordOf } from '../../files/json/jsonValue.ts';
import { descriptorProblems } from './descriptorProblems.ts';
import { readMoment } from './camtrapDpMoment.ts';
import { recordsOf, type CamtrapDpPackage } from './camtrapDpPackage.ts';
import {
  camtrapDpForeignKeys,
  camtrapDpSchema,
  camtrapDpTables,
  missingValues,
  numberPattern,
  type CamtrapDpColumn,
  type CamtrapDpTable,
} from './camtrapDpSchema.ts';

function isOfType(text: string, type: CamtrapDpColumn['type']): boolean {
  if (type === 'integer') return /^[+-]?\d+$/.test(text);
  if (type === 'number') return numberPattern.test(text);
  if (type === 'boolean') return /^(?:true|True|TRUE|1|false|False|FALSE|0)$/.test(text);
  if (type === 'datetime') return readMoment(text) !== null;
  return true;
}

const typeWords: Readonly<Record<CamtrapDpColumn['type'], string>> = {
  string: 'text',
  any: 'anything',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  datetime: 'a time with its offset, such as 2021-06-04T18:32:05+02:00',
};

/** What is wrong with a cell by itself; null when nothing is. */
function cellProblem(text: string, column: CamtrapDpColumn): string | null {
  if (missingValues.has(text)) return column.isRequired ? 'must not be empty.' : null;
  if (!isOfType(text, column.type)) return `must be ${typeWords[column.type]}, not "${text}".`;
  if (column.oneOf && !column.oneOf.includes(text)) {
    return `must be one of ${column.oneOf.join(', ')}, not "${text}".`;
  }
  if (column.least !== undefined && Number(text) < column.least) return `must be at least ${column.least}.`;
  if (column.most !== undefined && Number(text) > column.most) return `must be at most ${column.most}.`;
  if (column.pattern && !column.pattern.test(text)) return `"${text}" has a form that is not allowed.`;
  return null;
}

function* columnProblems(table: CamtrapDpTable, columns: readonly string[]): Generator<FormatProblem> {
  const wanted = camtrapDpSchema[table].map(({ name }) => name);
  if (columns.join() !== wanted.join()) {
    yield {
      where: `${table}.csv, row 1`,
      text: `The columns must be exactly those of the schema, in their order: ${wanted.join(', ')}.`,
    };
  }
}

function* rowProblems(
  table: CamtrapDpTable,
  record: Readonly<Record<string, string>>,
  row: number,
): Generator<FormatProblem> {
  for (const column of camtrapDpSchema[table]) {
    const problem = cellProblem(record[column.name] ?? '', column);
    if (problem !== null) yield { where: `${table}.csv, row ${row}, ${column.name}`, text: problem };
  }
}

/** Rules between columns that no schema can say but the standard's text does. */
function* senseProblems(record: Readonly<Record<string, string>>, row: number): Generator<FormatProblem> {
  const where = `observations.csv, row ${row}`;
  const level = record['observationLevel'];
  const media = record['mediaID'] ?? '';
  if (level === 'media' && media === '')
    yield { where, text: 'An observation of a photo must name it in mediaID.' };
  if (level === 'event' && media !== '')
    yield { where, text: 'An observation of an event must not name a photo.' };
  const boxes = ['bboxX', 'bboxY', 'bboxWidth', 'bboxHeight'].filter((name) => (record[name] ?? '') !== '');
  if (boxes.length > 0 && boxes.length < 4) yield { where, text: 'A box needs all of its four numbers.' };
  if (record['classificationMethod'] === 'human' && record['classificationProbability'] !== '') {
    yield { where, text: 'What a person said has no probability.' };
  }
}

function* tableProblems({ tables }: CamtrapDpPackage): Generator<FormatProblem> {
  const known = new Map<string, Set<string>>();
  for (const table of camtrapDpTables) {
    yield* columnProblems(table, tables[table].columns);
    const id = camtrapDpSchema[table][0]?.name ?? '';
    const seen = new Set<string>();
    known.set(table, seen);
    let row = 1;
    for (const record of recordsOf(tables[table])) {
      row += 1;
      yield* rowProblems(table, record, row);
      if (table === 'observations') yield* senseProblems(record, row);
      const own = record[id] ?? '';
      if (seen.has(own)) yield { where: `${table}.csv, row ${row}, ${id}`, text: `"${own}" is there twice.` };
      seen.add(own);
      for (const { column, to } of camtrapDpForeignKeys.filter((key) => key.table === table)) {
        const value = record[column] ?? '';
        if (!missingValues.has(value) && known.get(to)?.has(value) === false) {
          yield {
            where: `${table}.csv, row ${row}, ${column}`,
            text: `There is no "${value}" in ${to}.csv.`,
          };
        }
      }
    }
  }
}

function* taxonProblems({ descriptor, tables }: CamtrapDpPackage): Generator<FormatProblem> {
  const listed = new Set(
    (listOf(descriptor['taxonomic']) ?? []).map((each) => wordOf(recordOf(each)['scientificName'])),
  );
  const missing = new Set<string>();
  for (const { scientificName = '' } of recordsOf(tables.observations)) {
    if (scientificName !== '' && !listed.has(scientificName)) missing.add(scientificName);
  }
  for (const name of missing)
    yield { where: 'datapackage.json, taxonomic', text: `"${name}" is not listed.` };
}

/**
 * What validators of Camtrap DP 1.0.2 would refuse: the profile's rules for `datapackage.json`, and frictionless' for
 * the tables: columns, types, required and unique values, enumerations, limits, patterns and foreign keys.
 */
export function* camtrapDpProblems(dataPackage: CamtrapDpPackage): Generator<FormatProblem> {
  yield* descriptorProblems(dataPackage.descriptor);
  yield* tableProblems(dataPackage);
  yield* taxonProblems(dataPackage);
}
