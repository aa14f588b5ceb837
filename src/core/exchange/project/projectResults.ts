import { evidenceOf, peopleIn, type BesideRun } from '../../decisions/gate/besideWords.ts';
import type { PackedOutput } from '../../decisions/recipes/recipeOutput.ts';
import { isGated } from '../../decisions/gate/gateEvidence.ts';
import type { ModelManifest } from '../../models/manifest/modelManifest.ts';
import type { Photo } from '../../survey/photo.ts';
import type { ProjectOutput } from './projectFile.ts';

/** The run that an output is of; null for a model that cannot tell people, or that nobody knows. */
function runOf(key: string, manifests: ReadonlyMap<string, ModelManifest>): BesideRun | null {
  for (const [hash, { id, version, labels }] of manifests) {
    if (hash === '' || !key.startsWith(hash)) continue;
    return labels.some(({ role }) => isGated(role)) ? { key, model: `${id} ${version}`, labels } : null;
  }
  return null;
}

/**
 * Photos as the people gate sees them once results of a project are there. Where a model that knows people has looked
 * already, more results only add signs, which let nothing go: such photos stay as they are.
 *
 * @param manifests by hash, of the project and of this laptop
 * @returns the same list where nothing changes
 */
export function withResults(
  photos: readonly Photo[],
  outputs: Iterable<ProjectOutput>,
  manifests: ReadonlyMap<string, ModelManifest>,
): readonly Photo[] {
  const wanted = new Set(
    photos.flatMap(({ evidence, media }) => (evidence === null ? (media.contentKey ?? []) : [])),
  );
  if (wanted.size === 0) return photos;
  const runs = new Map<string, BesideRun | null>();
  const said = new Map<string, Map<string, PackedOutput>>();
  for (const output of outputs) {
    const { contentKey, modelHash: key } = output;
    if (!wanted.has(contentKey)) continue;
    if (!runs.has(key)) runs.set(key, runOf(key, manifests));
    const run = runs.get(key);
    if (!run) continue;
    const own = said.get(contentKey) ?? new Map<string, PackedOutput>();
    said.set(contentKey, own.set(key, peopleIn(output.said, run.labels)));
  }
  if (said.size === 0) return photos;
  const all = [...runs.values()].flatMap((run) => run ?? []);
  return photos.map((photo) => {
    const own = photo.evidence === null ? said.get(photo.media.contentKey ?? '') : undefined;
    return own ? { ...photo, evidence: evidenceOf([], own, all) } : photo;
  });
}
