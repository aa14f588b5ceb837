import type { LeftOut, Refusal } from '../../core/exchange/exportFile.ts';
import { leavingInPictures } from '../../core/exchange/share/leavingNow.ts';
import type { ExportOptions } from './exportOptions.ts';
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

/** Everything the app can write, by the name that `--export` takes. */
export const exportTargets = [
  'tables',
  'megadetector',
  'speciesnet',
  'speciesnet-5',
  'camtrap-dp',
  'wildlife-insights',
  'zooniverse',
  'hakuna-ma-data',
  'probabilities',
  'darwin-core',
  'coco-camera-traps',
  'record-table',
  'gallery',
  'sorting-lists',
  'share',
  'project',
] as const;

/** Those whose format has rules that a file can be judged by; see `judgeTexts`. */
export const judgedTargets: ReadonlySet<string> = new Set<ExportTarget>([
  'megadetector',
  'speciesnet',
  'speciesnet-5',
  'camtrap-dp',
  'wildlife-insights',
  'zooniverse',
  'hakuna-ma-data',
]);

export type ExportTarget = (typeof exportTargets)[number];

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
 * @throws RangeError when there is no export of that name
 */
export async function prepareExport(
  target: string,
  app: Fieldsift,
  options: ExportOptions = {},
): Promise<PreparedExport> {
  await app.refreshFromStorage();
  const { exportPlanners } = await import('./exportTargets.ts');
  const { zooniverseOptions } = await import('./exportOptions.ts');
  app.survey.showAll();
  const snapshot = app.survey.snapshot;
  if (target === 'gallery') return (await import('./galleryExport.ts')).galleryExport(app, options);
  if (target === 'share') return inFolder('share', app.sharing.prepare());
  if (target === 'project') return (await import('./projectExport.ts')).projectExport(app);
  const planner = exportPlanners[target];
  if (!planner) throw new RangeError(`no export named ${target}; there are ${exportTargets.join(', ')}`);
  const { files, pictures = [], leftOut, refusals } = planner(snapshot, options, () => app.survey.snapshot);
  if (pictures.length > 0 && !app.sharing.reachesAny(pictures.map(({ mediaId }) => mediaId))) {
    return { files: [], leftOut, refusals: [{ reason: 'folders-away', deployments: [] }] };
  }
  const { ExportPictures } = await import('./exportPicture.ts');
  const gate = app.sharing.gate((now) => leavingInPictures(now, zooniverseOptions(options).people));
  const made = new ExportPictures(app.sharing, gate);
  const prepared: PreparedExport = {
    files: [
      ...pictures.map((picture) => made.file(picture)),
      ...files.map((file) =>
        pictures.length > 0
          ? made.telling(file, pictures)
          : { path: file.path, mediaType: file.mediaType, pieces: () => file.text() },
      ),
    ],
    leftOut,
    refusals,
    reread: app.sharing.reread,
    release: () => app.sharing.release(),
  };
  if (target !== 'tables' || options.hashes !== 'yes') return prepared;
  return (await import('./hashedTables.ts')).hashedTables(prepared, app);
}

function inFolder(folder: string, prepared: PreparedExport): PreparedExport {
  const files = prepared.files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));
  return { ...prepared, files };
}

/** All of a file. @throws Error when a photo cannot be reached */
export async function wholeFile({ pieces, mediaType }: PreparedFile): Promise<Blob> {
  const parts: ExportContent[] = [];
  for await (const piece of pieces()) parts.push(piece);
  return new Blob(parts, { type: mediaType.startsWith('text/') ? `${mediaType};charset=utf-8` : mediaType });
}
