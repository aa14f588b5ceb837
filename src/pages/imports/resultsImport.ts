import { importedIdentity, importedManifest } from '../../core/models/manifest/importedManifest.ts';
import type { ImportedModel, ImportedResults } from '../../core/models/prediction/importedModel.ts';
import { matchFiles, type FileMatches } from '../../core/exchange/matching/fileMatching.ts';
import type { ScannedResults } from '../../core/exchange/results/readyResults.ts';
import { textHash } from '../../platform/contentKey.ts';
import { keepModel } from '../../storage/modelRepository.ts';
import { addOutputs, removeOutputs } from '../../storage/outputRepository.ts';
import type { KeptResults } from '../../workers/results/contract.ts';
import { ResultsWorkerLife } from '../../workers/results/resultsWorkerLife.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';
import type { KnownModel } from '../models/models.svelte.ts';
import { keysOfFile } from './keysOfFile.ts';

/** How far a long step is, 0-1. */
export type OnShare = (share: number) => void;

/** What results a file holds, and which photos of the survey they are of. */
export interface ResultsPreview {
  name: string;
  scanned: ScannedResults;
  matches: FileMatches;
  /** True where results of the same model were imported before: these are added to them. */
  isKnown: boolean;
}

/** What became of an import of results. */
export interface ResultsReport {
  model: KnownModel;
  kept: number;
  /** Photos whose file could not be opened, so that nobody knows their content. */
  unopened: readonly string[];
}

const matchesIn = (app: Fieldsift, files: readonly string[]): FileMatches =>
  matchFiles(
    files,
    app.survey.photos().map(({ media }) => media),
  );

/**
 * The content of each photo that was matched. Where the app has not read a photo yet, its edges are read now.
 *
 * @returns by the names that the results give them
 */
async function contentKeysOf(
  { matched }: FileMatches,
  app: Fieldsift,
  stop: AbortSignal,
  onShare: OnShare,
): Promise<{ keys: Map<string, string>; unopened: string[] }> {
  const keys = new Map<string, string>();
  const unopened: string[] = [];
  for (const [index, { file, mediaId }] of matched.entries()) {
    stop.throwIfAborted();
    const media = app.survey.photo(mediaId)?.media;
    let key = media?.contentKey ?? null;
    if (media && key === null) {
      const opened = await app.openPhoto(media);
      key =
        opened &&
        (await keysOfFile(opened)
          .then(({ contentKey }) => contentKey)
          .catch(() => null));
      if (index % 50 === 0) onShare(index / matched.length);
    }
    if (key === null) unopened.push(file);
    else keys.set(file, key);
  }
  return { keys, unopened };
}

/** Files of one model that say different things of the same photos: more of them are not told apart. */
const mostVersions = 50;

/**
 * Adds what a file says of photos. Where results of the same model are here that say something else, those stay, and
 * the file's come in beside them, as those of one more model.
 *
 * @param add adds them under a key; what is there already stays
 */
async function addApart(
  model: ImportedModel,
  app: Fieldsift,
  add: (hash: string) => Promise<KeptResults>,
): Promise<{ hash: string; model: ImportedModel; kept: number }> {
  for (let number = 1; ; number += 1) {
    const identity = importedIdentity(model);
    const hash = await textHash(number === 1 ? identity : `${identity} ${number}`);
    const isKnown = app.models.all.some((one) => one.hash === hash);
    try {
      const { kept, differing } = await add(hash);
      if (differing > 0 && number < mostVersions) continue;
      return { hash, model: number === 1 ? model : { ...model, name: `${model.name} (${number})` }, kept };
    } catch (error) {
      if (!isKnown) await removeOutputs(hash);
      throw error;
    }
  }
}

/** Records a model of which there are results, and takes it up where it is in use already. */
async function keepImported(
  hash: string,
  model: ImportedModel,
  source: string,
  app: Fieldsift,
): Promise<KnownModel> {
  const known: KnownModel | undefined = app.models.all.find((one) => one.hash === hash);
  const kept = await keepModel(
    {
      hash,
      manifest: importedManifest(model, source),
      licenceText: null,
      licenceAccepted: true,
      preferred: false,
      speed: { milliseconds: 0, runs: 0 },
      importedAt: known?.kept?.importedAt ?? Date.now(),
    },
    [],
  );
  await app.models.refresh();
  const taken = { hash, manifest: kept.manifest, kept };
  if (app.modelChoice.isInUse(taken) && app.modelChoice.isFree) await app.modelChoice.use(taken);
  // What it says of people counts whether it is used or not.
  else await app.hearAll();
  return taken;
}

/** A file of results on its way into the survey: looked through first, taken in when a person says so. */
export class ResultsImport {
  readonly preview: ResultsPreview;
  readonly #app: Fieldsift;
  readonly #worker: ResultsWorkerLife;
  readonly #stop: AbortSignal;

  private constructor(preview: ResultsPreview, app: Fieldsift, worker: ResultsWorkerLife, stop: AbortSignal) {
    this.preview = preview;
    this.#app = app;
    this.#worker = worker;
    this.#stop = stop;
  }

  /** Looks through a file. @throws UnreadableFileError; the signal's reason */
  static async open(
    format: string,
    name: string,
    file: Blob,
    app: Fieldsift,
    stop: AbortSignal,
    onShare: OnShare,
  ): Promise<ResultsImport> {
    const worker = new ResultsWorkerLife(stop);
    try {
      const scanned = await worker.scan(format, file, onShare);
      const hash = await textHash(importedIdentity(scanned.model));
      const isKnown = app.models.all.some((model) => model.hash === hash);
      const preview = { name, scanned, matches: matchesIn(app, scanned.files), isKnown };
      return new ResultsImport(preview, app, worker, stop);
    } catch (error) {
      worker.close();
      throw error;
    }
  }

  /** Keeps what the file says of the survey's photos. @throws as `open`; then nothing new is kept */
  async take(onShare: OnShare): Promise<ResultsReport> {
    const { scanned, matches, name } = this.preview;
    try {
      const found = await contentKeysOf(matches, this.#app, this.#stop, (share) => onShare(share / 2));
      const taken = await addApart(scanned.model, this.#app, (hash) =>
        this.#worker.keep(hash, found.keys, (share) => onShare(0.5 + share / 2)),
      );
      const model = await keepImported(taken.hash, taken.model, name, this.#app);
      return { model, kept: taken.kept, unopened: found.unopened };
    } finally {
      this.close();
    }
  }

  close(): void {
    this.#worker.close();
  }
}

/** Keeps results that lie in memory, as those of a package do. */
export async function takeResults(
  { model, photos }: ImportedResults,
  source: string,
  app: Fieldsift,
  stop: AbortSignal,
): Promise<ResultsReport> {
  const matches = matchesIn(
    app,
    photos.map(({ file }) => file),
  );
  const { keys, unopened } = await contentKeysOf(matches, app, stop, () => undefined);
  const taken = await addApart(model, app, async (modelHash) => {
    const outputs = photos.flatMap(({ file, prediction }) => {
      const contentKey = keys.get(file);
      return contentKey === undefined ? [] : [{ ...prediction, contentKey, modelHash }];
    });
    return { kept: outputs.length, differing: (await addOutputs(outputs)).differing };
  });
  return { model: await keepImported(taken.hash, taken.model, source, app), kept: taken.kept, unopened };
}
