import * as v from 'valibot';
import { parseModelManifest, ModelManifestError, type ModelManifest } from './modelManifest.ts';
import { readLabelList } from './labelList.ts';
import { withLabelRoles } from './labelShapes.ts';
import { draftRules } from './manifestRules.ts';
import { problemOf } from './manifestProblem.ts';

/**
 * A manifest as it is written: size and hash of the model may be left open (null), and the labels may be in a text
 * file of the pack (`labelFile`), which need not be among `files`.
 */
export type ManifestDraft = v.InferOutput<typeof draftRules>;

/** What the pack's own files say when it is brought in. */
export interface FoundFiles {
  model: { bytes: number; sha256: string };
  /** The text of the `labelFile`, if the draft names one. */
  labels?: string;
}

/**
 * Checks a parsed `manifest.json` that may leave something open. Labels may also be names alone, in a list or numbered
 * from 0; their roles are then guessed.
 *
 * @throws ModelManifestError that lists every problem
 */
export function parseManifestDraft(value: unknown): ManifestDraft {
  const result = v.safeParse(draftRules, withLabelRoles(value));
  if (!result.success) throw new ModelManifestError(result.issues.map(problemOf));
  const { labels, labelFile } = result.output;
  if (labels !== undefined || labelFile !== undefined) return result.output;
  throw new ModelManifestError([
    '"labels" is missing. Add it, or name a text file with one label per line in "labelFile".',
  ]);
}

/**
 * The whole manifest, with what was left open taken from the files. What the draft does say is kept, so that a file
 * that is not what it says is still noticed; a model whose hash the draft left open is marked `"verified": false`.
 *
 * @throws ModelManifestError that lists every problem
 */
export function completeManifest(draft: ManifestDraft, found: FoundFiles): ModelManifest {
  const files = draft.files.map((file) => {
    if (file.bytes !== null && file.sha256 !== null) return file;
    const { bytes, sha256 } = found.model;
    const verified = file.sha256 !== null;
    return { ...file, bytes: file.bytes ?? bytes, sha256: file.sha256 ?? sha256, verified };
  });
  const { labelFile } = draft;
  const read = labelFile && found.labels !== undefined ? readLabelList(found.labels, labelFile) : undefined;
  if (read === null) {
    throw new ModelManifestError([
      '"labelFile" names a file that is no JSON list of names, and no JSON object from number to name.',
    ]);
  }
  return parseModelManifest({ ...draft, files, labels: draft.labels ?? read });
}
