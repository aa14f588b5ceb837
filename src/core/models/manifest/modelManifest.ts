import * as v from 'valibot';
import { problemOf } from './manifestProblem.ts';
import { manifestRules } from './manifestRules.ts';

/** What a model is and how to run it: the `manifest.json` of a model pack. Keys this version does not know are kept. */
export type ModelManifest = v.InferOutput<typeof manifestRules>;
export type ModelInput = ModelManifest['input'];
export type ModelOutput = ModelManifest['output'];
export type ModelLabel = ModelManifest['labels'][number];

/** A manifest that cannot be used; its message holds one line per problem, each with the field and the remedy. */
export class ModelManifestError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The model's manifest.json cannot be used:\n${problems.join('\n')}`);
    this.name = 'ModelManifestError';
    this.problems = problems;
  }
}

/** What is wrong between fields that are each right. */
function contradictions({ task, output, labels }: ModelManifest): string[] {
  const problems: string[] = [];
  const fitting = output.decoder === 'classifier' ? 'classifier' : 'detector';
  if (task !== fitting) {
    problems.push(
      `"task" is "${task}", but "output.decoder" is "${output.decoder}", which is for a ${fitting}. Change one of them.`,
    );
  }
  const ids = output.decoder === 'rtdetr' || output.decoder === 'yolov10' ? output.classIds : undefined;
  if (ids && ids.length !== labels.length) {
    problems.push(
      `"output.classIds" has ${ids.length} numbers for ${labels.length} labels. Give one for each label, in the same order.`,
    );
  }
  return problems;
}

/**
 * Checks a parsed `manifest.json`.
 *
 * @throws ModelManifestError that lists every problem
 */
export function parseModelManifest(value: unknown): ModelManifest {
  const result = v.safeParse(manifestRules, value);
  if (!result.success) throw new ModelManifestError(result.issues.map(problemOf));
  const problems = contradictions(result.output);
  if (problems.length > 0) throw new ModelManifestError(problems);
  return result.output;
}
