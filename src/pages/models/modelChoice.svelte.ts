import { modelsOf, type ResolvedRecipe } from '../../core/decisions/recipes/recipe.ts';
import type { PreparedRecipe } from '../../core/decisions/recipes/preparedRecipe.ts';
import { singleRecipe } from '../../core/decisions/recipes/singleRecipe.ts';
import type { Announcements } from '../shell/announcements.svelte.ts';
import type { KnownModel, Models } from './models.svelte.ts';
import { withBeside, type RecipeInUse } from './recipeInUse.ts';
import type { Recipes } from './recipes.svelte.ts';
import type { RunState } from '../run/runState.svelte.ts';
import { language } from '../shell/language.svelte.ts';

/** What changes with the model. */
export interface ModelChoiceOwner {
  /** True while photos are being read or sifted. */
  isBusy(): boolean;
  /** Asks the person where a recipe would let held sequences go. */
  mayUse(recipe: PreparedRecipe): Promise<boolean>;
  /** Shows the open survey, or none, as the models in use see it. */
  reopen(): Promise<void>;
  /** Makes something else of what the same models said. */
  reread(): void;
}

/** The choosing of a model or a recipe: licences are accepted first, and the open survey follows. */
export class ModelChoice {
  /** The model whose licence waits for the person's word. */
  asked = $state.raw<KnownModel | null>(null);

  /** What is used once every licence is accepted; null for the model that is asked about. */
  #wanted: ResolvedRecipe | null = null;

  readonly #models: Models;
  readonly #recipes: Recipes;
  readonly #run: RunState;
  readonly #announcements: Announcements;
  readonly #owner: ModelChoiceOwner;

  constructor(
    models: Models,
    recipes: Recipes,
    run: RunState,
    announcements: Announcements,
    owner: ModelChoiceOwner,
  ) {
    this.#models = models;
    this.#recipes = recipes;
    this.#run = run;
    this.#announcements = announcements;
    this.#owner = owner;
  }

  /** False while a run is going: it ends with the models it started with. */
  get isFree(): boolean {
    return !this.#owner.isBusy();
  }

  /** True when a model is in use, alone or in a recipe. */
  isInUse({ hash }: KnownModel): boolean {
    return this.#recipes.current.models.some((model) => model.hash === hash);
  }

  /** A model that was just brought in: asks whether to use it, or takes it up where it is in use already. */
  async offer(model: KnownModel): Promise<void> {
    this.#wanted = null;
    if (!this.isInUse(model) || model.kept?.licenceAccepted !== true) this.asked = model;
    else if (this.isFree) await this.#askToUse(this.#recipes.current.recipe);
  }

  /** Uses a model; one whose licence was not accepted yet is asked about first. */
  async choose(model: KnownModel): Promise<void> {
    this.#wanted = null;
    if (model.kept?.licenceAccepted === false) this.asked = model;
    else await this.#askToUse(singleRecipe(this.#models.find(model.hash)));
  }

  /** Uses a recipe; models whose licence was not accepted yet are asked about first, one after another. */
  async chooseRecipe(recipe: ResolvedRecipe): Promise<void> {
    const hashes = modelsOf(recipe);
    const next = this.#models.all.find(
      ({ hash, kept }) => hashes.includes(hash) && kept?.licenceAccepted === false,
    );
    this.#wanted = recipe;
    if (next) this.asked = next;
    else if (this.isFree) await this.#askToUse(recipe);
    else this.#sayReady(recipe.name);
  }

  /** The person's answer to the licence of the model that was asked about. */
  async answer(accepted: boolean): Promise<void> {
    const model = this.asked;
    this.asked = null;
    if (!model || !accepted) return;
    await this.#models.acceptLicence(model);
    if (this.#wanted) await this.chooseRecipe(this.#wanted);
    else if (this.isFree) await this.#askToUse(singleRecipe(this.#models.find(model.hash)));
    else this.#sayReady(model.manifest.name);
  }

  #sayReady(name: string): void {
    this.#announcements.say(language.words.models.ready(name));
  }

  /** Uses one model from now on, its licence accepted. @throws Error while a run is going */
  async use(model: KnownModel): Promise<void> {
    await this.useRecipe(singleRecipe(this.#models.find(model.hash)));
  }

  /** Uses a recipe from now on. @throws RecipeError when it cannot be used; Error while a run is going */
  async useRecipe(recipe: ResolvedRecipe): Promise<void> {
    if (!this.isFree) {
      throw new Error(language.words.models.busy);
    }
    await this.#change(this.#recipes.take(recipe));
  }

  /** Uses a recipe as a person does: asks first where that lets held sequences go. @returns false when it is not used */
  async #askToUse(recipe: ResolvedRecipe): Promise<boolean> {
    if (this.isFree && !(await this.#owner.mayUse(this.#recipes.take(recipe).prepared))) return false;
    await this.useRecipe(recipe);
    return true;
  }

  /** Forgets a model that was brought in; the built-in one takes its place where it was in use. */
  async remove(model: KnownModel): Promise<void> {
    if (this.isInUse(model) && !(await this.#askToUse(singleRecipe(this.#models.builtIn)))) return;
    await this.#models.remove(model);
  }

  /** Forgets a recipe; the built-in model takes its place where it was in use. */
  async removeRecipe(recipe: ResolvedRecipe): Promise<void> {
    const { current } = this.#recipes;
    const isInUse = current.recipe.kind !== 'single' && current.recipe.id === recipe.id;
    if (isInUse && !(await this.#askToUse(singleRecipe(this.#models.builtIn)))) return;
    await this.#recipes.remove(recipe);
  }

  /** Changes the numbers of the recipe in use. No model runs; photos that one of them must see again are pending. */
  async tune(recipe: ResolvedRecipe): Promise<void> {
    if (!this.isFree || !(await this.#owner.mayUse(this.#recipes.take(recipe).prepared))) return;
    await this.takeUp(this.#recipes.take(recipe));
    await this.#recipes.keep(recipe);
    this.#owner.reread();
  }

  /**
   * Loads models for the next run. Where the browser has lost a file, what the model said still stands in the survey that
   * was sifted with it, and nothing is added to it; a new survey starts with the built-in one.
   *
   * @param isSurvey whether it is that of a survey
   */
  async takeUp(inUse: RecipeInUse, isSurvey = true): Promise<void> {
    for (const model of inUse.models) {
      if (await this.#models.isWhole(model)) continue;
      this.#announcements.say(language.words.models.lost(model.manifest.name), 'problem');
      if (isSurvey) continue;
      await this.takeUp(this.#recipes.take(singleRecipe(this.#models.builtIn)), false);
      return;
    }
    const models = await Promise.all(
      inUse.models.map((model) =>
        this.#models.open(model).catch(() => ({ hash: model.hash, manifest: model.manifest, weights: null })),
      ),
    );
    const beside = await this.#models.beside(inUse);
    this.#run.useRecipe({ recipe: inUse.recipe, models, beside: beside.runs });
    this.#recipes.show(withBeside(inUse, beside));
  }

  async #change(inUse: RecipeInUse): Promise<void> {
    await this.takeUp(inUse);
    await this.#recipes.prefer(this.#recipes.current);
    await this.#run.reset();
    await this.#owner.reopen();
  }
}
