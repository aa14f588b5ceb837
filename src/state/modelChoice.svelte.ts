import type { Announcements } from './announcements.svelte.ts';
import type { KnownModel, Models } from './models.svelte.ts';
import type { RunState } from './runState.svelte.ts';

/** What changes with the model. */
export interface ModelChoiceOwner {
  /** True while photos are being read or sifted. */
  isBusy(): boolean;
  /** Shows the open survey, or none, as the model in use sees it. */
  reopen(): Promise<void>;
}

/** The choosing of a model: its licence is accepted first, and the open survey follows. */
export class ModelChoice {
  /** The model whose licence waits for the person's word. */
  asked = $state.raw<KnownModel | null>(null);

  readonly #models: Models;
  readonly #run: RunState;
  readonly #announcements: Announcements;
  readonly #owner: ModelChoiceOwner;

  constructor(models: Models, run: RunState, announcements: Announcements, owner: ModelChoiceOwner) {
    this.#models = models;
    this.#run = run;
    this.#announcements = announcements;
    this.#owner = owner;
  }

  /** False while a run is going: it ends with the model it started with. */
  get isFree(): boolean {
    return !this.#owner.isBusy();
  }

  /** A model that was just brought in: asks whether to use it, or takes it up where it is in use already. */
  async offer(model: KnownModel): Promise<void> {
    const isInUse = model.hash === this.#models.current.hash && model.kept?.licenceAccepted === true;
    if (!isInUse) this.asked = model;
    else if (this.isFree) await this.#change(model);
  }

  /** Uses a model; one whose licence was not accepted yet is asked about first. */
  async choose(model: KnownModel): Promise<void> {
    if (model.kept?.licenceAccepted === false) this.asked = model;
    else await this.use(model);
  }

  /** The person's answer to the licence of the model that was asked about. */
  async answer(accepted: boolean): Promise<void> {
    const model = this.asked;
    this.asked = null;
    if (!model || !accepted) return;
    await this.#models.acceptLicence(model);
    if (this.isFree) await this.use(model);
    else {
      this.#announcements.say(
        `${model.manifest.name} is ready: choose it under “Models” when this run is over.`,
      );
    }
  }

  /** Uses a model from now on, its licence accepted. @throws Error while a run is going */
  async use(model: KnownModel): Promise<void> {
    if (!this.isFree) {
      throw new Error('The model can be changed when the run is over: cancel it, or let it finish.');
    }
    await this.#change(this.#models.find(model.hash));
  }

  /** Forgets a model that was brought in; the built-in one takes its place where it was in use. */
  async remove(model: KnownModel): Promise<void> {
    if (model.hash === this.#models.current.hash) await this.use(this.#models.builtIn);
    await this.#models.remove(model);
  }

  /** Loads a model for the next run; where the browser has lost its file, the built-in one. */
  async takeUp(model: KnownModel): Promise<void> {
    try {
      this.#run.useModel(await this.#models.open(model));
      this.#models.show(model);
    } catch (error) {
      if (!model.kept) throw error;
      this.#announcements.say(
        `The browser has lost the file of ${model.manifest.name}. Bring it in again; the built-in model takes its place until then.`,
        'problem',
      );
      await this.takeUp(this.#models.builtIn);
    }
  }

  async #change(model: KnownModel): Promise<void> {
    await this.takeUp(model);
    await this.#models.prefer(this.#models.current);
    await this.#run.reset();
    await this.#owner.reopen();
  }
}
