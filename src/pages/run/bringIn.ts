import { PackFailure } from '../../core/models/pack/packFailure.ts';
import type { ResolvedRecipe } from '../../core/decisions/recipes/recipe.ts';
import type { Dropped } from '../../platform/droppedFolders.ts';
import type { PhotoFolder } from '../../platform/folder.ts';
import type { ModelImport } from '../models/modelImport.svelte.ts';
import type { RecipeImport } from '../models/recipeImport.ts';
import type { KnownModel } from '../models/models.svelte.ts';
import { folderContent } from '../models/packFolder.ts';
import { hasPhotos, isForSurvey, packageFiles } from './surveyFiles.ts';

interface Waiting {
  resolve: (model: KnownModel) => void;
  reject: (error: unknown) => void;
}

/** What is done with what was sorted. */
export interface BringInOwner {
  addPhotos(folders: PhotoFolder[]): Promise<void>;
  /** Files that are for the survey's photos, with their paths. */
  importFiles(files: { path: string; file: File }[]): void;
  /** A model is about to be brought in: its progress is worth showing. */
  modelComes(): void;
  /** A model was taken in, and may be used once its licence is accepted. */
  offer(model: KnownModel): void;
  /** A recipe was taken in, and may be used once the licences of its models are accepted. */
  offerRecipe(recipe: ResolvedRecipe): void;
}

/** Sorts what a person drops into photos, models, recipes and files for the survey, and brings models and recipes in. */
export class BringIn {
  readonly #imports: ModelImport;
  readonly #recipes: RecipeImport;
  readonly #owner: BringInOwner;
  #waiting: Waiting[] = [];
  #filesWanted: ((files: { path: string; file: File }[]) => void) | null = null;

  constructor(imports: ModelImport, recipes: RecipeImport, owner: BringInOwner) {
    this.#imports = imports;
    this.#recipes = recipes;
    this.#owner = owner;
  }

  /** The next model that is brought in. @throws PackFailure when it cannot be taken in, or what comes is none */
  next(): Promise<KnownModel> {
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** The next files for the survey's photos, which the owner is then not asked about; none where what comes is something else. */
  nextFiles(): Promise<{ path: string; file: File }[]> {
    return new Promise((resolve) => (this.#filesWanted = resolve));
  }

  /** Takes what was dropped or chosen. Never throws: what is wrong with a model is shown. */
  async take({ folders, modelFiles, otherFiles, besideModels = [] }: Dropped): Promise<void> {
    const photos: PhotoFolder[] = [];
    const others = otherFiles.map((file) => ({ path: file.name, file }));
    for (const file of modelFiles) {
      if (await isForSurvey(file)) others.push({ path: file.name, file });
      else if (/\.json$/i.test(file.name)) {
        await this.#bringRecipe(() => this.#recipes.bringFile(file.name, file));
      } else await this.#bring(() => this.#bringFile(file, besideModels));
    }
    for (const folder of folders) {
      const inPackage = await packageFiles(folder);
      others.push(...inPackage);
      if (inPackage.length > 0 && !(await hasPhotos(folder))) continue;
      const content = await folderContent(folder);
      if (content.kind === 'photos') photos.push(folder);
      else if (content.kind === 'recipe') {
        await this.#bringRecipe(() => this.#recipes.bringFolder(content.source, content.packs));
      } else if (content.kind === 'pack') await this.#bring(() => this.#imports.bringPack(content.source));
      else await this.#bring(() => this.#imports.bringBare(content.source, content.paths));
    }
    const wanted = this.#filesWanted;
    this.#filesWanted = null;
    if (wanted) wanted(others);
    else if (others.length > 0) this.#owner.importFiles(others);
    const [first] = photos;
    if (!first) return;
    if (this.#waiting.length > 0) {
      this.#settle(({ reject }) => reject(new PackFailure('no-model', first.name)));
    } else await this.#owner.addPhotos(photos);
  }

  #bringFile(file: File, beside: readonly File[]): Promise<KnownModel> {
    if (/\.zip$/i.test(file.name)) return this.#imports.bringArchive(file);
    const open = (path: string): Promise<File> => {
      const found = [file, ...beside].find(({ name }) => name.toLowerCase() === path.toLowerCase());
      return found ? Promise.resolve(found) : Promise.reject(new DOMException(path, 'NotFoundError'));
    };
    const source = { name: file.name, open };
    return this.#imports.bringBare(source, [file.name]);
  }

  async #bring(work: () => Promise<KnownModel>): Promise<void> {
    this.#owner.modelComes();
    try {
      const model = await work();
      if (this.#waiting.length > 0) this.#settle(({ resolve }) => resolve(model));
      else this.#owner.offer(model);
    } catch (error) {
      this.#settle(({ reject }) => reject(error));
    }
  }

  async #bringRecipe(work: () => Promise<ResolvedRecipe | null>): Promise<void> {
    this.#owner.modelComes();
    try {
      const recipe = await work();
      if (recipe) this.#owner.offerRecipe(recipe);
    } catch (error) {
      // What was wrong with one of its packs is shown already.
      if (!(error instanceof PackFailure)) throw error;
    }
  }

  #settle(answer: (waiting: Waiting) => void): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const one of waiting) answer(one);
  }
}
