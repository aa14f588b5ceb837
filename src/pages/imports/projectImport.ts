import {
  absentPhotos,
  projectAdditions,
  type ProjectAdditions,
} from '../../core/exchange/project/projectAdditions.ts';
import {
  mergeProjects,
  projectConflicts,
  type ProjectConflict,
} from '../../core/exchange/project/mergeProjects.ts';
import { mergeCounts } from '../../core/exchange/project/mergeCounts.ts';
import { withResults } from '../../core/exchange/project/projectResults.ts';
import { withNamesOf } from '../../core/exchange/project/knownContents.ts';
import type { ProjectFile } from '../../core/exchange/project/projectFile.ts';
import { ProjectReader } from '../../core/exchange/project/projectText.ts';
import { withoutFuture, withValues } from '../../core/exchange/project/projectValues.ts';
import type { Media } from '../../core/photos/media.ts';
import type { KeptModel } from '../../core/models/pack/packModel.ts';
import type { ResolvedRecipe } from '../../core/decisions/recipes/recipe.ts';
import { defaultSettings } from '../../core/settings/surveySettings.ts';
import type { Photo } from '../../core/survey/photo.ts';
import type { Survey } from '../../core/survey/survey.ts';
import { textPieces } from '../../platform/textFile.ts';
import type { StoredOutput } from '../../storage/database.ts';
import { addProject } from '../../storage/projectRepository.ts';
import { loadSurveys } from '../../storage/surveyRepository.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';
import { now } from '../survey/now.ts';
import { withRecipe } from '../survey/openSurvey.ts';
import { projectOf } from '../exports/projectExport.ts';
import type { ImportReport } from './importReport.ts';
import { importWords } from './importWords.ts';
import { keysOfFile } from './keysOfFile.ts';
import type { OnShare } from './resultsImport.ts';
import { isGateSetting, nothingToAsk, stricterSide, type StricterSide } from './stricterSide.ts';

/** The survey's photos with their content, also of those that were not read yet, where their folder is open. */
async function keyedMedia(app: Fieldsift, stop: AbortSignal): Promise<Media[]> {
  const keyed: Media[] = [];
  for (const { media } of app.survey.photos()) {
    stop.throwIfAborted();
    const file = media.contentKey === null ? await app.openPhoto(media) : null;
    // The run gives an empty file no key either.
    const keys = file && file.size > 0 ? await keysOfFile(file).catch(() => null) : null;
    keyed.push(keys === null ? media : { ...media, ...keys });
  }
  return keyed;
}

async function read(file: Blob, stop: AbortSignal, onShare: OnShare): Promise<ProjectFile> {
  const reader = new ProjectReader();
  for await (const piece of textPieces(file, (bytes) => onShare(bytes / file.size))) {
    stop.throwIfAborted();
    reader.push(piece);
  }
  return withoutFuture(reader.finish(), now());
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
  /** What the people gate would let go by it, and what of it is left out until somebody agrees. */
  readonly stricter: StricterSide;
  readonly #app: Fieldsift;
  readonly #own: ProjectFile;
  readonly #start: Survey;
  readonly #additions: ProjectAdditions;

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
    this.#own = own;
    this.into = app.survey.survey?.name ?? null;
    this.conflicts = this.into === null ? [] : projectConflicts(own, project);
    this.absent = absentPhotos(project, media).length;
    this.#start = app.survey.survey ?? {
      id: project.id || crypto.randomUUID(),
      name,
      createdAt: Date.now(),
      settings: defaultSettings,
      halted: true,
    };
    const { folders, reviews } = app.survey;
    this.#additions = projectAdditions(
      project,
      { projectId: this.#start.id, folders, media, reviews: reviews.log.reviews },
      () => crypto.randomUUID(),
    );
    this.freshReviews = this.#additions.reviews.length;
    this.stricter =
      this.into === null
        ? nothingToAsk
        : stricterSide(app, {
            settings: withValues(this.#start, this.#values(true)).settings,
            reviews: this.#additions.reviews,
            ...this.#seenPhotos(),
          });
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
    return new ProjectImport(
      name,
      withNamesOf(project, media),
      await projectOf(app, media, false),
      media,
      app,
    );
  }

  /**
   * Takes it in, all or nothing.
   *
   * @param letGo whether a person agreed to what it lets go; without that, what would is left out
   * @throws Error while a run is going: it would write into the survey that changes
   */
  async take(letGo: boolean): Promise<Omit<ImportReport, 'name'>> {
    const app = this.#app;
    if (!app.modelChoice.isFree) throw new Error(importWords().busy);
    const { heldReviews, heldResults, sequences } = letGo ? nothingToAsk : this.stricter;
    const unseen = this.#contentsOf(heldResults);
    const values = this.#values(letGo);
    const reviews = this.#additions.reviews.filter((review) => !heldReviews.has(review));
    const survey = { ...withValues(this.#start, values), halted: true };
    const results = await addProject({
      ...{ survey, folders: this.#additions.folders, media: this.#additions.media, reviews },
      outputs: [...this.project.outputs.values()].flatMap(
        ({ contentKey, modelHash, said }): StoredOutput[] =>
          unseen.has(contentKey) ? [] : [{ ...said, contentKey, modelHash }],
      ),
      models: this.#models(),
    });
    await app.models.refresh();
    await app.openKept(this.into === null ? this.#withRecipe(survey, values) : survey);
    const fresh = new Set(reviews.map(({ id }) => id));
    const merged = mergeCounts(
      this.project,
      this.#own,
      { values },
      { photos: this.absent, results: results.added, isFreshReview: (id) => fresh.has(id) },
    );
    return {
      ...{ merged, conflicts: { all: this.conflicts, project: this.project }, unmatched: [] },
      ...{ differing: results.differing, heldBack: sequences },
    };
  }

  /** The contents of photos. */
  #contentsOf(mediaIds: ReadonlySet<string>): Set<string> {
    return new Set([...mediaIds].flatMap((id) => this.#app.survey.photo(id)?.media.contentKey ?? []));
  }

  /**
   * The survey's photos as they stand with the project's results: of people in photos that no model here has looked for
   * people in, those of the project may be the first word. Nothing where they change nothing.
   */
  #seenPhotos(): { photos?: readonly Photo[] } {
    const manifests = new Map([
      ...this.project.models,
      ...this.#app.models.all.map(({ hash, manifest }) => [hash, manifest] as const),
    ]);
    const photos = this.#app.survey.photos();
    const seen = withResults(photos, this.project.outputs.values(), manifests);
    return seen === photos ? {} : { photos: seen };
  }

  /** Models that are not here come without their weights: what they said is there, and nothing can be added to it. */
  #models(): KeptModel[] {
    const here = new Set(this.#app.models.all.map(({ hash }) => hash));
    return [...this.project.models].flatMap(([hash, manifest]) =>
      here.has(hash)
        ? []
        : {
            ...{ hash, manifest: { ...manifest, files: [], source: this.name }, files: [] },
            ...{ licenceText: null, licenceAccepted: true, preferred: false },
            ...{ speed: { milliseconds: 0, runs: 0 }, importedAt: Date.now() },
          },
    );
  }

  /** What holds of both sides. @param letGo false to leave out the settings that would let something go */
  #values(letGo: boolean): ProjectFile['values'] {
    if (this.into === null) return this.project.values;
    const both = mergeProjects(this.#own, this.project).values;
    if (letGo || !this.stricter.holdsSettings) return both;
    return new Map([...both].filter(([name]) => !isGateSetting(name.replace(/^settings\./, ''))));
  }

  /** The survey, opened with the recipe of the file. One that is merged into keeps its own: another may see nobody. */
  #withRecipe(survey: Survey, values: ProjectFile['values']): Survey {
    const recipe = values.get('recipe')?.value as ResolvedRecipe | undefined;
    if (!recipe || this.#app.recipes.problemsOf(recipe).length > 0) return survey;
    return withRecipe(survey, this.#app.recipes.take(recipe));
  }
}
