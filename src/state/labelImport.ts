import { readCamtrapDp } from '../core/formats/camtrapDp/camtrapDpPackage.ts';
import { importCamtrapDp } from '../core/formats/camtrapDp/camtrapDpImport.ts';
import { parseCsv } from '../core/formats/csv.ts';
import type { ImportedLabel } from '../core/formats/importedLabels.ts';
import { labelReviews } from '../core/formats/matching/labelReviews.ts';
import { reviewsFor } from '../core/formats/projectFile/composeProject.ts';
import { projectConflicts } from '../core/formats/projectFile/mergeProjects.ts';
import { readProject } from '../core/formats/projectFile/projectText.ts';
import { guessTruthColumns } from '../core/formats/truthTable/truthColumns.ts';
import { readTruthTable } from '../core/formats/truthTable/truthTable.ts';
import type { Fieldsift } from './fieldsift.svelte.ts';
import { now } from './now.ts';
import { projectOf } from './projectExport.ts';

/** What became of an import, for the person who made it. */
export interface ImportReport {
  /** Reviews that were added. */
  added: number;
  /** Reviews that were there already. */
  known: number;
  /** Names that are no photo of the survey, or may be several. */
  unmatched: readonly string[];
  /** Photos and settings on which both sides say something else. */
  conflicts: number;
}

async function takeLabels(labels: readonly ImportedLabel[], app: Fieldsift): Promise<ImportReport> {
  const { reviews, survey } = app.survey;
  const media = app.survey.photos().map((photo) => photo.media);
  const found = labelReviews(labels, media, now(), reviews.log.reviews);
  const first = reviews.log.nextOrder;
  reviews.take(
    found.reviews.map((review, index) => ({
      ...review,
      id: crypto.randomUUID(),
      order: first + index,
      projectId: survey?.id ?? '',
    })),
  );
  return Promise.resolve({
    added: found.reviews.length,
    known: found.known,
    unmatched: found.matches.unmatched.map(({ file }) => file),
    conflicts: 0,
  });
}

async function takeProject(text: string, app: Fieldsift): Promise<ImportReport> {
  const { reviews, survey } = app.survey;
  const project = readProject([text]);
  const media = app.survey.photos().map((photo) => photo.media);
  const conflicts = projectConflicts(await projectOf(app), project).filter(({ kind }) => kind === 'review');
  const there = new Set(reviews.log.reviews.map(({ id }) => id));
  const fresh = reviewsFor(project, survey?.id ?? '', media).filter(({ id }) => !there.has(id));
  reviews.take(fresh);
  const ids = new Set(media.map(({ contentKey }) => `content:${contentKey ?? ''}`));
  const missing = [...project.photos.values()].filter(({ key }) => !ids.has(key));
  return {
    added: fresh.length,
    known: project.reviews.size - fresh.length,
    unmatched: missing.map(({ paths }) => paths[0] ?? ''),
    conflicts: conflicts.length,
  };
}

/**
 * Takes up what people said elsewhere: a project file, the files of a Camtrap DP package, or any table with a row per
 * photo.
 *
 * @throws UnreadableFileError, with the reason in words
 */
export async function importLabels(files: readonly File[], app: Fieldsift): Promise<ImportReport> {
  const texts = new Map<string, string>();
  for (const file of files) texts.set(file.name, await file.text());
  if (texts.has('datapackage.json')) return takeLabels(importCamtrapDp(readCamtrapDp(texts)).labels, app);
  const [text = ''] = texts.values();
  if (files[0]?.name.endsWith('.fieldsift')) return takeProject(text, app);
  const lines = parseCsv(text);
  return takeLabels(readTruthTable(lines, guessTruthColumns(lines)).labels, app);
}
