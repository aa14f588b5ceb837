import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WrittenEvaluation } from './evaluationTable.ts';

/** What `decisions.json` in that folder says of how right the model is. */
export async function readEvaluations(folder: string): Promise<WrittenEvaluation[]> {
  const text = await readFile(join(folder, 'decisions.json'), 'utf8');
  return (JSON.parse(text) as { evaluations: WrittenEvaluation[] }).evaluations;
}
