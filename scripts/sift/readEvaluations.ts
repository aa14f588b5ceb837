import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WrittenEvaluation } from './evaluationTable.ts';
import type { WrittenTruth } from './truthRemarks.ts';

/** What `decisions.json` in that folder says of how right the model is, and of the table that it was measured on. */
export async function readEvaluations(
  folder: string,
): Promise<WrittenTruth & { evaluations: WrittenEvaluation[] }> {
  const text = await readFile(join(folder, 'decisions.json'), 'utf8');
  return JSON.parse(text) as WrittenTruth & { evaluations: WrittenEvaluation[] };
}
