import { absentPhotos, projectAdditions } from '../../core/formats/projectFile/projectAdditions.ts';
import {
  mergeProjects,
  projectConflicts,
  type ProjectConflict,
} from '../../core/formats/projectFile/mergeProjects.ts';
import { mergeCounts } from '../../core/formats/projectFile/mergeCounts.ts';
import type { ProjectFile } from '../../core/formats/projectFile/projectFile.ts';
import { ProjectReader } from '../../core/formats/projectFile/projectText.ts';
import { withValues } from '../../core/formats/projectFile/projectValues.ts';
import type { Media } from '../../core/media/media.ts';
import type { ResolvedRecipe } from '../../core/recipe/recipe.ts';
import { defaultSettings } from '../../core/survey/settings/surveySettings.ts';
import type { Survey } from '../../core/survey/survey.ts';
import { contentKeyOf } from '../../platform/contentKey.ts';
import { textPieces } from '../../platform/textFile.ts';
import type { StoredOutput } from '../../storage/database.ts';
import { addPendingMedia } from '../../storage/mediaRepository.ts';
import { keepModel } from '../../storage/modelRepository.ts';
import { countKnownOutputs, keepOutputs } from '../../storage/outputRepository.ts';
import { addReviews } from '../../storage/reviewRepository.ts';
import { loadSurveys, saveFolder } from '../../storage/surveyRepository.ts';
import type { Fieldsift } from '../fieldsift.svelte.ts';
import { withRecipe } from '../openSurvey.ts';
import { projectOf } from '../projectExport.ts';
import type { ImportReport } from './importReport.ts';
import { importWords } from './importWords.ts';
import type { OnShare } from './resultsImport.ts';

/** Records that are written together. */
const batchSize = 1000;

/** Puts records away in batches, so that the page and the database stay free. */
async function inBatches<Item>(
  items: readonly Item[],
  keep: (batch: Item[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += batchSize) {
    await keep(items.slice(start, start + batchSize));
  }
}

/** The survey's photos with their content, also of those that were not read yet, where their folder is open. */
async function keyedMedia(app: Fieldsift, stop: AbortSignal): Promise<Media[]> {
  const keyed: Media[] = [];
  for (const { media } of app.survey.photos()) {
    stop.throwIfAborted();
    const file = media.contentKey === null ? await app.openPhoto(media) : null;
    // The run gives an empty file no key either.
    const contentKey = file && file.size > 0 ? await contentKeyOf(file).catch(() => null) : null;
    keyed.push(contentKey === null ? media : { ...media, contentKey });
  }
  return keyed;
}

async function read(file: Blob, stop: AbortSignal, onShare: OnShare): Promise<ProjectFile> {
  const reader = new ProjectReader();
  for await (const piece of textPieces(file, (bytes) => onShare(bytes / file.size))) {
    stop.throwIfAborted();
    reader.push(piece);
  }
  return reader.finish();
}

/** A project that came from a survey of this laptop goes back into that one, whichever is open. */
async function openHome({ id }: ProjectFile, app: Fieldsift): Promise<void> {
  if (app.survey.survey?.id === id) return;
  const home = (await loadSurveys()).find((survey) => survey.id === id);
  if (!home) return;
  if (!app.modelChoice.isFree) throw new Error(importWords().busy);
  await app.openSurvey(home);
}

/** A project file on its way in: it starts a survey where there is none, and is merged into the open one otherwise. */
export class ProjectImport {
  readonly name: string;
  readonly project: ProjectFile;
  /** Of the survey that is open; empty where none is. */
  readonly conflicts: readonly ProjectConflict[];
  /** Photos of the project that are not on this laptop. */
  readonly absent: number;
  /** Reviews that are not here yet. */
  readonly freshReviews: number;
  /** The survey it is merged into; null where it starts one. */
  readonly into: string | null;
  readonly #app: Fieldsift;
  readonly #media: readonly Media[];
  readonly #own: ProjectFile;

  private constructor(
    name: string,
    project: ProjectFile,
    own: ProjectFile,
    media: readonly Media[],
    app: Fieldsift,
  ) {
    this.name = name;
    this.project = project;
    this.#app = app;
    this.#media = media;
    this.#own = own;
    this.into = app.survey.survey?.name ?? null;
    this.conflicts = this.into === null ? [] : projectConflicts(own, project);
    this.absent = absentPhotos(project, media).length;
    const there = new Set(app.survey.reviews.log.reviews.map(({ id }) => id));
    this.freshReviews = [...project.reviews.keys()].filter((id) => !there.has(id)).length;
  }

  /** @throws UnreadableFileError; the signal's reason */
  static async open(
    name: string,
    file: Blob,
    app: Fieldsift,
    stop: AbortSignal,
    onShare: OnShare,
  ): Promise<ProjectImport> {
    const project = await read(file, stop, onShare);
    await openHome(project, app);
    const media = await keyedMedia(app, stop);
    return new ProjectImport(name, project, await projectOf(app, media, false), media, app);
  }

  /** @throws Error while a run is going: it would write into the survey that changes */
  async take(): Promise<Omit<ImportReport, 'name'>> {
    const app = this.#app;
    if (!app.modelChoice.isFree) throw new Error(importWords().busy);
    await this.#takeModels();
    const outputs = [...this.project.outputs.values()].map(
      ({ contentKey, modelHash, said }): StoredOutput => ({ ...said, contentKey, modelHash }),
    );
    let knownOutputs = 0;
    await inBatches(outputs, async (batch) => {
      knownOutputs += await countKnownOutputs(batch);
      await keepOutputs(batch);
    });
    const values = mergeProjects(this.#own, this.project).values;
    const survey = this.#survey(values);
    const { folders, media, reviews } = projectAdditions(
      this.project,
      {
        projectId: survey.id,
        folders: app.survey.folders,
        media: this.#media,
        reviews: app.survey.reviews.log.reviews,
      },
      () => crypto.randomUUID(),
    );
    for (const folder of folders) await saveFolder(folder, null);
    await inBatches(media, addPendingMedia);
    await inBatches(reviews, addReviews);
    await app.openKept(survey);
    const fresh = new Set(reviews.map(({ id }) => id));
    const merged = mergeCounts(
      this.project,
      this.#own,
      { values },
      {
        photos: this.absent,
        results: outputs.length - knownOutputs,
        isFreshReview: (id) => fresh.has(id),
      },
    );
    return { merged, conflicts: { all: this.conflicts, project: this.project }, unmatched: [] };
  }

  /** Models that are not here come without their weights: what they said is there, and nothing can be added to it. */
  async #takeModels(): Promise<void> {
    const here = new Set(this.#app.models.all.map(({ hash }) => hash));
    for (const [hash, manifest] of this.project.models) {
      if (here.has(hash)) continue;
      await keepModel(
        {
          hash,
          manifest: { ...manifest, files: [], source: this.name },
          licenceText: null,
          licenceAccepted: true,
          preferred: false,
          speed: { milliseconds: 0, runs: 0 },
          importedAt: Date.now(),
        },
        [],
      );
    }
    await this.#app.models.refresh();
  }

  /** The survey with what holds of both sides. */
  #survey(both: ProjectFile['values']): Survey {
    const { survey } = this.#app.survey;
    const values = survey ? both : this.project.values;
    const start: Survey = survey ?? {
      id: this.project.id || crypto.randomUUID(),
      name: this.name,
      createdAt: Date.now(),
      settings: defaultSettings,
      halted: true,
    };
    const merged: Survey = { ...withValues(start, values), halted: true };
    const recipe = values.get('recipe')?.value as ResolvedRecipe | undefined;
    if (!recipe || this.#app.recipes.problemsOf(recipe).length > 0) return merged;
    return withRecipe(merged, this.#app.recipes.take(recipe));
  }
}
