import type { Media } from '../../core/photos/media.ts';
import { isModelFailure } from '../../core/photos/mediaStatus.ts';
import type { Survey } from '../../core/survey/survey.ts';
import type { PhotoFolder } from '../../platform/folder.ts';
import { inBackground } from '../../platform/background.ts';
import { persistStorage } from '../../platform/storageSpace.ts';
import { loadSurvey } from '../../storage/loadSurvey.ts';
import { retryMedia } from '../../storage/mediaRepository.ts';
import { findThumbnail } from '../../storage/outputRepository.ts';
import { deleteSurvey, loadSurveys, saveSurvey } from '../../storage/surveyRepository.ts';
import { drawnFolder } from '../../workers/draw/drawnFolder.ts';
import { Announcements } from './announcements.svelte.ts';
import { BringIn } from '../run/bringIn.ts';
import { ClockChecking } from '../decisions/clockChecking.svelte.ts';
import { FolderAccess } from '../run/folderAccess.ts';
import { FolderReturn } from '../run/folderReturn.svelte.ts';
import { Intake } from '../run/intake.svelte.ts';
import { LookAgain } from '../run/lookAgain.svelte.ts';
import { ModelChoice } from '../models/modelChoice.svelte.ts';
import { ModelImport } from '../models/modelImport.svelte.ts';
import { Navigation } from './navigation.svelte.ts';
import { Models, type BuiltInModel } from '../models/models.svelte.ts';
import { lastOpened, rememberOpened } from '../survey/lastOpened.ts';
import { language } from './language.svelte.ts';
import { localTime } from '../survey/now.ts';
import { newSurvey, openSurvey, readPhotos, siftedFromNow, withRecipe } from '../survey/openSurvey.ts';
import type { UnopenedSurvey } from '../survey/openSurvey.ts';
import type { RecipeInUse } from '../models/recipeInUse.ts';
import { RecipeImport } from '../models/recipeImport.ts';
import { ReceivedResults } from '../run/receivedResults.ts';
import { Recipes } from '../models/recipes.svelte.ts';
import { atMostEverySecond } from '../survey/reread.ts';
import { ReviewDesk } from '../review/reviewDesk.svelte.ts';
import { RunState } from '../run/runState.svelte.ts';
import { SettingsChange } from '../survey/settingsChange.svelte.ts';
import { Sharing } from '../share/sharing.svelte.ts';
import { StartObstacle } from './startObstacle.svelte.ts';
import { tellSetAside } from './tellSetAside.ts';
import { SurveyPacking, worthPacking } from '../survey/surveyPacking.ts';
import { SurveyState } from '../survey/surveyState.svelte.ts';
import { SurveySync } from '../survey/surveySync.ts';
import { Tabs } from '../survey/tabs.svelte.ts';
import { trialPhotos } from '../models/trialPhotos.ts';
import { Trust } from '../decisions/trust.svelte.ts';

const samplesName = 'Drawn samples';

/** The app as the screen sees it: one open survey, its run, and what a person can do with them. */
export class Fieldsift {
  readonly announcements = new Announcements();
  readonly survey: SurveyState;
  readonly run: RunState;
  readonly trust: Trust;
  readonly clocks: ClockChecking;
  readonly settings: SettingsChange;
  readonly intake: Intake;
  readonly folders: FolderReturn;
  readonly again: LookAgain;
  readonly models: Models;
  readonly recipes: Recipes;
  readonly modelImport: ModelImport;
  readonly modelChoice: ModelChoice;
  readonly recipeImport: RecipeImport;
  readonly bringIn: BringIn;
  readonly sharing: Sharing;
  readonly navigation = new Navigation();
  readonly desk: ReviewDesk;
  readonly tabs: Tabs;
  /** What stands in the way of the browser's storage; nothing can be done until it is gone. */
  readonly obstacle = new StartObstacle(() => inBackground(this.run.reset()));
  /** Files that are to be taken into the survey, with their paths; null while the dialog for it is closed. */
  importing = $state.raw<readonly { path: string; file: File }[] | null>(null);
  /** Files that another app shared, and that nobody was asked about yet. */
  shared = $state.raw<readonly File[]>([]);
  /** The survey that was to be opened and cannot be; null while there is none. */
  unopened = $state.raw<UnopenedSurvey | null>(null);
  /** False until what was kept from the last visit is back. */
  ready = $state(false);

  readonly #access = new FolderAccess((folderId, place) => this.intake.isStill(folderId, place));
  readonly #received = new ReceivedResults((id) => this.survey.photo(id)?.media ?? null);
  #beginning: Promise<Survey> | null = null;
  readonly #sync: SurveySync;
  readonly #packing = new SurveyPacking(() => this.run.isActive || this.intake.reading !== null);

  constructor(shipped: BuiltInModel) {
    this.models = new Models(shipped);
    this.modelImport = new ModelImport(this.models, () => trialPhotos(this.survey, this.#access));
    this.recipes = new Recipes(this.models);
    this.survey = new SurveyState(this.recipes.current.prepared);
    this.trust = new Trust(this.survey);
    this.settings = new SettingsChange(this.survey, (ids) => this.desk.gate.mayOpen('setting', ids));
    this.clocks = new ClockChecking(this.survey);
    this.sharing = new Sharing(
      this.survey,
      this.#access,
      atMostEverySecond(() => this.refreshFromStorage()),
    );
    this.desk = new ReviewDesk({
      snapshot: () => this.survey.snapshot,
      gated: () => this.survey.decisions.gated,
      reviews: this.survey.reviews,
      announcements: this.announcements,
    });
    this.run = new RunState(this.#access, {
      pending: () => [...this.folders.pending(), ...this.again.pending],
      hasUnreachable: () => this.survey.pending().length > this.folders.pending().length,
      kept: (results) => {
        this.survey.put(this.#received.photos(results));
        if (this.run.phase !== 'sifting') this.survey.showAll();
        this.tellPhotos();
      },
      over: () => {
        this.#received.over();
        this.again.over();
        this.survey.showAll();
        this.tellPhotos();
        inBackground(this.#sync.count());
        this.#packSoon(this.survey.counts.total);
      },
    });
    this.again = new LookAgain(
      this.survey,
      this.#access,
      () => this.run,
      () => this.start(),
    );
    this.intake = new Intake(this.survey, this.run, this.#access, this.announcements);
    this.folders = new FolderReturn(this.survey, this.#access, this.intake);
    this.modelChoice = new ModelChoice(this.models, this.recipes, this.run, this.announcements, {
      isBusy: () => this.run.isActive || this.intake.reading !== null,
      mayUse: ({ combined }) => {
        const { settings, decisions } = this.survey;
        return this.desk.gate.mayOpen('model', decisions.letGoBy(settings, combined));
      },
      reopen: () => this.#reopen(),
      reread: () => this.#reread(),
    });
    this.#sync = new SurveySync(this.survey, {
      isBusy: () => this.run.isActive || this.intake.reading !== null,
      reread: async () => {
        await this.hearAll();
        await readPhotos(this.survey, this.recipe);
        this.folders.recount();
      },
      hearPeople: () => this.hearAll(),
      reopen: async (survey) => {
        await this.models.refresh();
        await this.recipes.load();
        await this.openSurvey(survey);
      },
      gone: (name) => {
        this.announcements.say(language.words.storage.tabs.deleted(name), 'problem');
        return this.openSurvey(null);
      },
    });
    this.tabs = new Tabs((news) => this.#sync.hear(news));
    this.survey.owner = {
      kept: (what) => this.tabs.tell(this.survey.survey?.id ?? '', what),
      clockIsBehind: (last) =>
        this.announcements.say(language.words.storage.clockBehind(localTime(last)), 'problem'),
    };
    this.recipeImport = new RecipeImport(this.recipes, this.modelImport);
    this.bringIn = new BringIn(this.modelImport, this.recipeImport, {
      addPhotos: (folders) => this.addFolders(folders),
      importFiles: (files) => (this.importing = files),
      modelComes: () => this.navigation.go('models'),
      offer: (model) => inBackground(this.modelChoice.offer(model)),
      offerRecipe: (recipe) => inBackground(this.modelChoice.chooseRecipe(recipe)),
    });
  }

  /** What photos are sifted with. */
  get recipe(): RecipeInUse {
    return this.recipes.current;
  }

  /**
   * Takes over what other tabs wrote of the open survey. Every export and each shared picture waits for it.
   *
   * @throws DOMException when what is kept cannot be read: then nothing may leave
   */
  refreshFromStorage(): Promise<void> {
    return this.#sync.refresh();
  }

  /** Tells other tabs that photos, folders or results of the open survey were added. */
  tellPhotos(): void {
    if (this.survey.survey) this.tabs.tell(this.survey.survey.id, 'photos');
  }

  /** Brings back the last survey, and goes on sifting where its folders can be read without a question. */
  async restore(): Promise<void> {
    const surveys = await this.obstacle.guard(async () => {
      await this.models.load();
      await this.recipes.load();
      return loadSurveys();
    });
    if (!this.models.keepsFiles) this.announcements.say(language.words.storage.noFiles);
    await this.#show(lastOpened(surveys));
    this.ready = true;
  }

  /** Puts the open survey aside as it stands, and shows another; null shows the empty page for a new one. */
  async openSurvey(survey: Survey | null): Promise<void> {
    this.ready = false;
    await this.#close();
    rememberOpened(survey?.id ?? null);
    await this.#show(survey);
    this.ready = true;
  }

  /** Adds folders to the open survey, or to a new one, and sifts them. */
  async addFolders(folders: readonly PhotoFolder[]): Promise<void> {
    if (folders.length === 0 || this.obstacle.kind !== null) return;
    this.navigation.go('survey');
    const survey = await this.#openOrBegin(folders[0]?.name ?? 'Survey');
    inBackground(persistStorage());
    if (this.run.phase !== 'paused') this.#setHalted(false);
    await this.intake.add(folders, survey.id);
    this.folders.recount();
    this.tellPhotos();
  }

  /** Sifts the small folder that is drawn by code. */
  async addSamples(): Promise<void> {
    const survey = await this.#openOrBegin(samplesName);
    await this.intake.add([drawnFolder(samplesName)], survey.id, 'drawn');
  }

  start(): void {
    this.#setHalted(false);
    this.run.start();
  }

  /** Takes up what kept outputs say of people that were not there when the survey was opened, as imported results. */
  async hearAll(): Promise<void> {
    await this.models.refresh();
    const before = this.recipe.beside.map(({ key }) => key);
    await this.modelChoice.takeUp(this.recipes.take(this.recipe.recipe));
    const { beside } = this.recipe;
    if (this.run.isActive) await this.#received.importKept(beside.filter(({ key }) => !before.includes(key)));
    const folders = this.survey.folders.map(({ id }) => id);
    this.survey.hear(beside, (await loadSurvey(folders, [], beside)).photos);
  }

  pause(): void {
    this.run.pause();
    this.#setHalted(true);
  }

  async cancel(): Promise<void> {
    this.#setHalted(true);
    await this.run.cancel();
  }

  /** Asks for the folders of the last visit, inside the person's click, and goes on. */
  async reopenFolders(): Promise<void> {
    await this.folders.ask(this.folders.askable);
    if (this.folders.pending().length > 0) this.start();
  }

  /** Asks for every folder that cannot be read, inside the person's click, so that whole photos can be seen and copied. */
  async reopenAway(): Promise<void> {
    await this.folders.ask(this.folders.away);
  }

  /** The file of a photo; null where its folder cannot be read right now. */
  async openPhoto(media: Media): Promise<File | null> {
    const opened = await this.#access.open(media);
    return 'file' in opened ? opened.file : null;
  }

  /** The picture of a photo: the file itself where its folder can be read, else its thumbnail, else nothing. */
  async picture(media: Media): Promise<Blob | null> {
    const file = await this.openPhoto(media);
    if (file) return file;
    const thumbnail = media.contentKey === null ? null : await findThumbnail(media.contentKey);
    return thumbnail && new Blob([thumbnail.bytes], { type: thumbnail.mediaType });
  }

  /** Puts the open survey away for good and shows the empty page. */
  async deleteSurvey(): Promise<void> {
    const { survey } = this.survey;
    await this.#close();
    if (survey) await this.deleteOther(survey);
    rememberOpened(null);
  }

  /** Deletes a survey that is not open here for good. */
  async deleteOther({ id }: Survey): Promise<void> {
    await deleteSurvey(id);
    this.tabs.tell(id, 'deleted');
  }

  /** Stops everything that belongs to the open survey, and shows none. */
  async #close(): Promise<void> {
    await this.run.reset();
    this.#access.clear();
    this.survey.open(null, []);
    this.tabs.open(null);
    this.settings.history.clear();
    this.trust.forgetTruth();
    this.folders.clear();
  }

  /** Deletes the survey that cannot be opened for good, and shows the empty page. */
  async deleteUnopened(): Promise<void> {
    if (this.unopened) await this.deleteOther(this.unopened.survey);
    await this.openSurvey(null);
  }

  /** Shows a survey, or says why it cannot be shown: whatever is wrong with it, the others stay within reach. */
  async #show(survey: Survey | null): Promise<void> {
    this.unopened = null;
    try {
      await this.#showWhole(survey);
    } catch (error) {
      if (!survey) throw error;
      this.survey.open(null, []);
      this.unopened = { survey, reason: error instanceof Error ? error.message : String(error) };
    }
    tellSetAside(this.announcements);
  }

  /** Shows a survey, and goes on sifting where its folders can be read without a question. */
  async #showWhole(survey: Survey | null): Promise<void> {
    const recipe = survey ? this.recipes.ofSurvey(survey) : this.recipes.preferred();
    await this.modelChoice.takeUp(recipe, survey !== null);
    this.survey.open(null, [], this.recipe);
    if (!survey) return;
    await this.#open(survey);
    if (!survey.halted && this.folders.pending().length > 0) this.start();
  }

  /** Keeps a survey that came with a project file, whose photos, reviews and outputs are kept already, and shows it. */
  async openKept(survey: Survey): Promise<void> {
    await this.models.refresh();
    await this.modelChoice.takeUp(this.recipes.ofSurvey(survey));
    await this.run.reset();
    this.settings.history.clear();
    if (survey.id === this.survey.survey?.id) await this.survey.store.change(() => survey);
    else await saveSurvey(survey);
    rememberOpened(survey.id);
    await this.#open(this.survey.store.ofId(survey.id) ?? survey);
    this.tellPhotos();
  }

  async #open(survey: Survey): Promise<void> {
    this.#packSoon(await openSurvey(survey, this.survey, this.recipe));
    this.tabs.open(survey.id);
    await this.#sync.count();
    await this.folders.reconnect();
  }

  /** Shows the open survey again, as the models in use see it; what those have not seen is left to be sifted. */
  async #reopen(): Promise<void> {
    const { survey } = this.survey;
    if (!survey) {
      this.survey.open(null, [], this.recipe);
      return;
    }
    await this.survey.store.change((open) => siftedFromNow({ ...open, halted: true }, this.recipe));
    await retryMedia(this.survey.failures.filter(isModelFailure));
    await this.#open(this.survey.store.ofId(survey.id) ?? survey);
    this.tellPhotos();
  }

  #reread(): void {
    this.survey.reread(this.recipe);
    inBackground(this.survey.store.change((survey) => siftedFromNow(survey, this.recipe)));
  }

  /** @param records that are perhaps not packed */
  #packSoon(records: number): void {
    const { prepared, beside } = this.recipe;
    if (records >= worthPacking) this.#packing.soon(this.survey.folders, prepared.keys, beside);
  }

  /** The open survey, or a new one: two drops at once begin one together. */
  async #openOrBegin(name: string): Promise<Survey> {
    if (this.survey.survey) return this.survey.survey;
    this.#beginning ??= this.#begin(name).finally(() => (this.#beginning = null));
    return this.#beginning;
  }

  async #begin(name: string): Promise<Survey> {
    const survey = withRecipe(newSurvey(name, this.survey.settings), this.recipe);
    this.survey.open(survey, []);
    rememberOpened(survey.id);
    this.tabs.open(survey.id);
    await this.survey.store.begin();
    return survey;
  }

  #setHalted(halted: boolean): void {
    if (this.survey.survey?.halted === halted) return;
    inBackground(this.survey.store.change((survey) => ({ ...survey, halted })));
  }
}
