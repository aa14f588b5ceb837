import type { SurveySnapshot } from '../../survey/surveySnapshot.ts';
import type { ExportPlan } from '../exportFile.ts';
import { deploymentsTable } from './deploymentsTable.ts';
import { detectionsTable } from './detectionsTable.ts';
import { eventsTable } from './eventsTable.ts';
import { photosTable } from './photosTable.ts';
import { sequencesTable } from './sequencesTable.ts';

/** The tables of everybody. With hashes, `photos.csv` has them of every file, once they are known. */
export function planTables(snapshot: SurveySnapshot, { hashes }: { hashes: 'no' | 'yes' }): ExportPlan {
  const others = [sequencesTable, eventsTable, detectionsTable, deploymentsTable].map((table) =>
    table(snapshot),
  );
  return {
    files: [photosTable(snapshot), ...others],
    ...(hashes === 'yes' && { hashed: (hashOf) => [photosTable(snapshot, hashOf), ...others] }),
    leftOut: [],
    refusals: [],
  };
}
