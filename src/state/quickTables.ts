import { textOf } from '../core/formats/exportFile.ts';
import { photosTable } from '../core/formats/tables/photosTable.ts';
import { sequencesTable } from '../core/formats/tables/sequencesTable.ts';
import type { SurveySnapshot } from '../core/survey/surveySnapshot.ts';
import type { exportNames } from './exports.ts';

const tables = { 'photos.csv': photosTable, 'sequences.csv': sequencesTable } as const;

/** One of the tables that everybody wants, as text. */
export function quickTable(name: (typeof exportNames)[number], snapshot: SurveySnapshot): string {
  return textOf(tables[name](snapshot));
}
