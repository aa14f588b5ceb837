import type { ExportFile, ExportPlan, LeftOut, Refusal } from '../../core/exchange/exportFile.ts';
import type { ChosenTexts } from '../../core/exchange/exportFormat.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';
import type { Reread } from '../survey/reread.ts';

/** The two tables that everybody wants, at once. */
export const exportNames = ['photos.csv', 'sequences.csv'] as const;

/** @throws RangeError when there is no table of that name */
export async function exportFile(name: string, app: Fieldsift): Promise<string> {
  const known = exportNames.find((each) => each === name);
  if (!known) throw new RangeError(`no table named ${name}; there are ${exportNames.join(', ')}`);
  await app.refreshFromStorage();
  const { quickTable } = await import('./quickTables.ts');
  app.survey.showAll();
  return quickTable(known, app.survey.snapshot);
}

export type ExportContent = string | Uint8Array<ArrayBuffer>;

/** A file of an export, made piece by piece when it is read. */
export interface PreparedFile {
  path: string;
  mediaType: string;
  /** While they are read: @throws PhotoLeftOut */
  pieces: () => AsyncIterable<ExportContent> | Iterable<ExportContent>;
  /** It tells of the others, and is written even where somebody stopped before the end. */
  isReport?: true;
  /** False once what was last read of it may no longer leave as it was; absent where nothing in it can change. */
  stands?: () => boolean;
}

/** What will be saved, what will not and why, and why nothing can be. */
export interface PreparedExport {
  files: readonly PreparedFile[];
  leftOut: readonly LeftOut[];
  refusals: readonly Refusal[];
  /** What must be done before the files are read. @throws AbortError once somebody stops it */
  begin?: (tell: (done: number, total: number) => void, signal: AbortSignal) => Promise<void>;
  /** Brings in what was said in other tabs; called before files are read, and again before what was written is kept. */
  reread?: Reread;
  /** Frees what making the files needed; they can be made again after it. */
  release?: () => void;
}

/**
 * Gets an export ready, without making any of its text yet. The writers are loaded when they are first asked for.
 *
 * @param chosen by the name of the format's field
 * @throws RangeError when there is no export of that name
 */
export async function prepareExport(
  target: string,
  app: Fieldsift,
  chosen: ChosenTexts = {},
): Promise<PreparedExport> {
  await app.refreshFromStorage();
  const { formatNamed } = await import('../../core/exchange/formats.ts');
  const format = formatNamed(target);
  const planner = await format.plan?.();
  app.survey.showAll();
  if (!planner) return (await import('./pageExports.ts')).pageExport(format, app, chosen);
  return ofPlan(
    planner(app.survey.snapshot, chosen, () => app.survey.snapshot),
    app,
  );
}

/** What a plan becomes where its pictures can be made. */
async function ofPlan(plan: ExportPlan, app: Fieldsift): Promise<PreparedExport> {
  const { files, pictures = [], leaving, hashed, leftOut, refusals } = plan;
  const { sharing } = app;
  const rest = { leftOut, refusals, reread: sharing.reread, release: () => sharing.release() };
  if (hashed) {
    const { files: known, begin } = (await import('./hashedFiles.ts')).hashedFiles(hashed, app);
    return { ...rest, files: known.map((file) => prepared(file)), ...(begin && { begin }) };
  }
  if (pictures.length === 0 || !leaving) return { ...rest, files: files.map((file) => prepared(file)) };
  if (!sharing.reachesAny(pictures.map(({ mediaId }) => mediaId))) {
    return { files: [], leftOut, refusals: [{ reason: 'folders-away', deployments: [] }] };
  }
  const { ExportPictures } = await import('./exportPicture.ts');
  const made = new ExportPictures(sharing, sharing.gate(leaving));
  return {
    ...rest,
    files: [
      ...pictures.map((picture) => made.file(picture)),
      ...files.map((file) => made.telling(file, pictures)),
    ],
  };
}

/** A file whose text follows from the survey alone; one that has originals copied stands while all of them may leave. */
function prepared({ path, mediaType, text, copied }: ExportFile): PreparedFile {
  if (!copied) return { path, mediaType, pieces: () => text() };
  let written: readonly string[] = [];
  return {
    path,
    mediaType,
    pieces: () => {
      written = [...copied()];
      return text();
    },
    stands: () => {
      const now = new Set(copied());
      return written.every((one) => now.has(one));
    },
  };
}

/** All of a file. @throws Error when a photo cannot be reached */
export async function wholeFile({ pieces, mediaType }: PreparedFile): Promise<Blob> {
  const parts: ExportContent[] = [];
  for await (const piece of pieces()) parts.push(piece);
  return new Blob(parts, { type: mediaType.startsWith('text/') ? `${mediaType};charset=utf-8` : mediaType });
}
