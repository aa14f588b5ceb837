import { UnreadableFileError } from '../../core/files/unreadableFile.ts';
import type { Fieldsift } from '../../pages/shell/fieldsift.svelte.ts';
import type { ImportReport } from '../../pages/imports/importReport.ts';
import { Imports, nameOf, type ImportFailure, type Waiting } from '../../pages/imports/imports.svelte.ts';
import { importWords, mergeSentences } from '../../pages/imports/importWords.ts';

/** What became of one file that a script had the page take in. */
export interface DoorImport {
  name: string;
  /** What was taken in, a sentence for each kind of thing. */
  taken: string[];
  /** Names without a photo or folder here, and rows that say nothing, each with the reason. */
  passedOver: { what: string; reason: string }[];
  /** Held sequences that the file would let go. They stay held, because there is nobody to ask; absent for none. */
  heldBack?: number;
  /** Why nothing was taken in; null when it could be. */
  problem: string | null;
}

function sentences(
  { added, known, places, model, kept, merged, conflicts, differing, heldBack }: ImportReport,
  isUsed: boolean,
): string[] {
  const { report, project } = importWords();
  const disagreements = conflicts?.all.length ?? 0;
  return [
    ...(model ? [report.results(model.manifest.name, kept ?? 0)] : []),
    ...(isUsed ? [report.inUse] : []),
    ...(added === undefined ? [] : [report.labels(added, known ?? 0)]),
    ...(places === undefined ? [] : [report.places(places)]),
    ...(merged ? mergeSentences(merged) : []),
    ...(differing ? [report.differing(differing)] : []),
    ...(heldBack ? [report.heldBack(heldBack)] : []),
    ...(disagreements === 0 ? [] : [`${project.conflicts(disagreements)}. ${project.later}`]),
  ];
}

/** Rows of a table that cannot be used, as a spreadsheet counts them. */
function passedRows(waiting: Waiting): DoorImport['passedOver'] {
  const words = importWords();
  if (waiting.kind === 'table') {
    return waiting.table.passedOver.map(({ row, reason }) => ({
      what: words.row(row),
      reason: words.table.problems[reason],
    }));
  }
  if (waiting.kind !== 'places') return [];
  return waiting.places.problems.map(({ row, problem }) => ({
    what: words.row(row),
    reason: words.places.problems[problem],
  }));
}

function unmatchedIn(waiting: Waiting): ImportReport['unmatched'] {
  switch (waiting.kind) {
    case 'results':
      return waiting.results.preview.matches.unmatched;
    case 'table':
      return waiting.table.found?.matches.unmatched ?? [];
    case 'package':
      return waiting.content.matches.unmatched;
    case 'places':
      return waiting.places.found.unmatched.map((file) => ({ file, reason: 'no-folder' }));
    case 'project':
      return [];
  }
}

const named = (unmatched: ImportReport['unmatched']): DoorImport['passedOver'] =>
  unmatched.map(({ file, reason }) => ({ what: file, reason: importWords().reasons[reason] }));

/** Why there is nothing to take in, where a person would find the button for it closed. */
function whyNothing(waiting: Waiting): string {
  const { table, places, nothingMatches } = importWords();
  if (waiting.kind === 'places') return places.none;
  if (waiting.kind !== 'table') return nothingMatches;
  const { file, species } = waiting.table.columns;
  return file === null ? table.needsFile : species === null ? table.needsSpecies : nothingMatches;
}

function failed({ name, error }: ImportFailure): DoorImport {
  const text =
    error instanceof UnreadableFileError ? importWords().unreadable[error.code](error.detail) : error.message;
  return { name, taken: [], passedOver: [], problem: text };
}

/** Takes in what waits; what cannot be is passed by, with the reason. */
async function takeOne(imports: Imports, waiting: Waiting, app: Fieldsift): Promise<DoorImport | null> {
  const rows = passedRows(waiting);
  const isKnown = waiting.kind === 'table' && (waiting.table.found?.known ?? 0) > 0;
  if (!imports.canTake && !isKnown) {
    const passedOver = [...named(unmatchedIn(waiting)), ...rows];
    await imports.skip();
    return { name: nameOf(waiting), taken: [], passedOver, problem: whyNothing(waiting) };
  }
  const before = imports.reports.length;
  await imports.take();
  const report = imports.reports[before];
  if (!report) return null;
  // Results become the model in use only when they are whole: a package's machine results cover some of its photos, and
  // results that were held back in part would leave the other photos without any.
  const isUsed = waiting.kind === 'results' && !report.heldBack;
  if (isUsed && report.model) await app.modelChoice.use(report.model);
  const passedOver = [...named(report.unmatched), ...rows];
  const taken = sentences(report, isUsed);
  return {
    name: report.name,
    taken,
    passedOver,
    ...(report.heldBack ? { heldBack: report.heldBack } : {}),
    problem: null,
  };
}

/**
 * Takes files in as a person would who agrees to everything that is proposed, but lets nothing go that is held. Of files of machine results the last one is used.
 *
 * @throws Error when there is nothing among them that can be taken in
 */
export async function importFiles(
  app: Fieldsift,
  files: readonly { path: string; file: File }[],
): Promise<DoorImport[]> {
  if (files.length === 0) throw new Error('This is no file that can be imported.');
  const imports = new Imports(app);
  const done: DoorImport[] = [];
  await imports.offer(files);
  for (let { waiting } = imports; waiting; { waiting } = imports) {
    const one = await takeOne(imports, waiting, app);
    if (one) done.push(one);
  }
  return [...done, ...imports.failures.map(failed)];
}
