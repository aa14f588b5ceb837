import { textOf } from '../../core/exchange/exportFile.ts';
import { photosTable } from '../../core/exchange/tables/photosTable.ts';
import { sequencesTable } from '../../core/exchange/tables/sequencesTable.ts';
import type { SurveySnapshot } from '../../core/survey/surveySnapshot.ts';
import type { exportNames } from './exports.ts';

const tables = { 'photos.csv': photosTable, 'sequences.csv': sequencesTable } as const;

/** One of the tables that everybody wants, as text. */
export function quickTable(name: (typeof exportNames)[number], snapshot: SurveySnapshot): string {
  return textOf(tables[name](snapshot));
}
