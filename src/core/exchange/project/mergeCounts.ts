import type { ReviewStatement } from '../../survey/reviews/review.ts';
import type { ProjectFile } from './projectFile.ts';
import { isSpeciesNote, neverChanged } from './projectValues.ts';

/** What a project file brings, in the order in which it is told. */
export const broughtKinds = ['photos', 'results', 'labels', 'settings', 'notes', 'others'] as const;

export type BroughtKind = (typeof broughtKinds)[number];

/** How much of each kind a project file added, and how much of it was here before. */
export type MergeCounts = Readonly<Record<BroughtKind, { added: number; known: number }>>;

/** What of a project was not here, as it is merged. */
export interface Fresh {
  photos: number;
  results: number;
  /** Reviews by their ids. */
  isFreshReview: (id: string) => boolean;
}

const kindOfReview: Partial<Record<ReviewStatement['kind'], BroughtKind>> = {
  observations: 'labels',
  note: 'notes',
};

/**
 * Counts what a merge adds. A setting that differs counts as added where the file's holds; where this side's holds, it
 * is told as a conflict alone.
 *
 * @param own the survey before
 * @param merged both together
 */
export function mergeCounts(
  project: ProjectFile,
  own: Pick<ProjectFile, 'values'>,
  merged: Pick<ProjectFile, 'values'>,
  { photos, results, isFreshReview }: Fresh,
): MergeCounts {
  const counts = {
    photos: { added: photos, known: project.photos.size - photos },
    results: { added: results, known: project.outputs.size - results },
    labels: { added: 0, known: 0 },
    settings: { added: 0, known: 0 },
    notes: { added: 0, known: 0 },
    others: { added: 0, known: 0 },
  };
  for (const { id, statement } of project.reviews.values()) {
    const count = counts[kindOfReview[statement.kind] ?? 'others'];
    if (isFreshReview(id)) count.added += 1;
    else count.known += 1;
  }
  for (const [name, { value, at }] of project.values) {
    if (at === neverChanged) continue;
    const count = counts[isSpeciesNote(name) ? 'notes' : 'settings'];
    const [file, here, holds] = [value, own.values.get(name)?.value, merged.values.get(name)?.value].map(
      (one) => JSON.stringify(one),
    );
    if (file === here) count.known += 1;
    else if (file === holds) count.added += 1;
  }
  return counts;
}
