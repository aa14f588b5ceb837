import { knowsPeople, peopleIn } from '../../core/decisions/gate/besideWords.ts';
import { isGated } from '../../core/decisions/gate/gateEvidence.ts';
import { withResults } from '../../core/exchange/project/projectResults.ts';
import { importedIdentity, importedManifest } from '../../core/models/manifest/importedManifest.ts';
import type { ImportedModel, ImportedResults } from '../../core/models/prediction/importedModel.ts';
import { isSifted } from '../../core/survey/photo.ts';
import { matchFiles, type FileMatches } from '../../core/exchange/matching/fileMatching.ts';
import type { ScannedResults } from '../../core/exchange/results/readyResults.ts';
import { textHash } from '../../platform/contentKey.ts';
import { keepModel } from '../../storage/modelRepository.ts';
import { addOutputs, removeOutputs } from '../../storage/outputRepository.ts';
import type { KeptResults, SaidOfPeople } from '../../workers/results/contract.ts';
import { ResultsWorkerLife } from '../../workers/results/resultsWorkerLife.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';
import type { KnownModel } from '../models/models.svelte.ts';
import { keysOfFile } from './keysOfFile.ts';
import { nothingToAsk, stricterSide, type Proposal, type StricterSide } from './stricterSide.ts';

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
  /** Held sequences that the results would let go: what they say of those was left out. */
  heldBack: number;
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

/**
 * The contents of sifted photos in which no model has looked for people so far, by the names that results of a model
 * give them; none where that model knows no people either. Of all others its results let nothing go.
 */
function unseenIn({ matched }: FileMatches, { labels }: ImportedModel, app: Fieldsift): Map<string, string> {
  const unseen = new Map<string, string>();
  if (!knowsPeople(labels)) return unseen;
  for (const { file, mediaId } of matched) {
    const photo = app.survey.photo(mediaId);
    if (!photo || photo.evidence !== null || !isSifted(photo)) continue;
    if (photo.media.contentKey !== null) unseen.set(file, photo.media.contentKey);
  }
  return unseen;
}

/** The survey's photos as the people gate sees them once results are there; nothing where they change nothing. */
function heardOf(
  model: ImportedModel,
  said: readonly SaidOfPeople[],
  app: Fieldsift,
): Pick<Proposal, 'photos'> {
  const photos = app.survey.photos();
  const labels = model.labels.filter(({ role }) => isGated(role));
  const manifests = new Map([['results', { ...importedManifest(model, ''), labels }]]);
  const outputs = said.map((one) => ({ ...one, modelHash: 'results' }));
  const heard = withResults(photos, outputs, manifests);
  return heard === photos ? {} : { photos: heard };
}

/** The same of results that lie in memory. Of a photo that they name twice the first counts, as when they are kept. */
export function heardInMemory({ model, photos }: ImportedResults, app: Fieldsift): Pick<Proposal, 'photos'> {
  const matches = matchesIn(
    app,
    photos.map(({ file }) => file),
  );
  const unseen = unseenIn(matches, model, app);
  const said = new Map<string, SaidOfPeople>();
  for (const { file, prediction } of unseen.size === 0 ? [] : photos) {
    const contentKey = unseen.get(file);
    if (contentKey === undefined || said.has(contentKey)) continue;
    said.set(contentKey, { contentKey, said: peopleIn(prediction, model.labels) });
  }
  return heardOf(model, [...said.values()], app);
}

/** Leaves out the contents whose results wait for a person's word. */
function withoutHeld(
  keys: Map<string, string>,
  { heldResults }: StricterSide,
  app: Fieldsift,
): Map<string, string> {
  const held = new Set([...heldResults].map((id) => app.survey.photo(id)?.media.contentKey));
  return new Map([...keys].filter(([, contentKey]) => !held.has(contentKey)));
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
  /** What it would let go of what is held, and which results are left out until somebody agrees. */
  readonly stricter: StricterSide;
  readonly #app: Fieldsift;
  readonly #worker: ResultsWorkerLife;
  readonly #stop: AbortSignal;

  private constructor(
    preview: ResultsPreview,
    stricter: StricterSide,
    app: Fieldsift,
    worker: ResultsWorkerLife,
    stop: AbortSignal,
  ) {
    this.preview = preview;
    this.stricter = stricter;
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
      const matches = matchesIn(app, scanned.files);
      const unseen = unseenIn(matches, scanned.model, app);
      const said = unseen.size === 0 ? [] : await worker.people(unseen, onShare);
      const stricter = stricterSide(app, heardOf(scanned.model, said, app));
      return new ResultsImport({ name, scanned, matches, isKnown }, stricter, app, worker, stop);
    } catch (error) {
      worker.close();
      throw error;
    }
  }

  /**
   * Keeps what the file says of the survey's photos.
   *
   * @param letGo whether a person agreed to what it lets go; without that, what would is left out
   * @throws as `open`; then nothing new is kept
   */
  async take(letGo: boolean, onShare: OnShare): Promise<ResultsReport> {
    const { scanned, matches, name } = this.preview;
    const stricter = letGo ? nothingToAsk : this.stricter;
    try {
      const found = await contentKeysOf(matches, this.#app, this.#stop, (share) => onShare(share / 2));
      const keys = withoutHeld(found.keys, stricter, this.#app);
      const taken = await addApart(scanned.model, this.#app, (hash) =>
        this.#worker.keep(hash, keys, (share) => onShare(0.5 + share / 2)),
      );
      const model = await keepImported(taken.hash, taken.model, name, this.#app);
      const { unopened } = found;
      return { model, kept: taken.kept, unopened, heldBack: stricter.sequences };
    } finally {
      this.close();
    }
  }

  close(): void {
    this.#worker.close();
  }
}

/** Keeps results that lie in memory, as those of a package do. @param stricter what of them is left out */
export async function takeResults(
  { model, photos }: ImportedResults,
  source: string,
  app: Fieldsift,
  stop: AbortSignal,
  stricter: StricterSide,
): Promise<ResultsReport> {
  const matches = matchesIn(
    app,
    photos.map(({ file }) => file),
  );
  const { keys: all, unopened } = await contentKeysOf(matches, app, stop, () => undefined);
  const keys = withoutHeld(all, stricter, app);
  const taken = await addApart(model, app, async (modelHash) => {
    const outputs = photos.flatMap(({ file, prediction }) => {
      const contentKey = keys.get(file);
      return contentKey === undefined ? [] : [{ ...prediction, contentKey, modelHash }];
    });
    return { kept: outputs.length, differing: (await addOutputs(outputs)).differing };
  });
  const kept = await keepImported(taken.hash, taken.model, source, app);
  return { model: kept, kept: taken.kept, unopened, heldBack: stricter.sequences };
}
