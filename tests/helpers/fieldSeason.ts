import { expect } from 'vitest';
import { observationOf, type ObservedRole } from '../../src/core/taxa/observation.ts';
import { changeSettings } from '../../src/core/settings/changeSettings.ts';
import type { QueueEntry } from '../../src/core/queue/queueEntry.ts';
import { closeDatabase, openDatabase } from '../../src/storage/database.ts';
import { keepModel } from '../../src/storage/modelRepository.ts';
import { tellFailures } from '../../src/platform/background.ts';
import { Imports } from '../../src/pages/imports/imports.svelte.ts';
import { Fieldsift } from '../../src/pages/shell/fieldsift.svelte.ts';
import { textHash } from '../../src/platform/contentKey.ts';
import { modelIdentity } from '../../src/core/models/pack/modelIdentity.ts';
import {
  broughtIn,
  builtIn,
  builtInHashes,
  contents,
  folderOf,
  megaDetectorText,
  projectElsewhere,
  sayOf,
  type Content,
  type Drop,
  type SaidElsewhere,
} from '../fixtures/knownContents.ts';
import { showing, type Step } from './anyStep.ts';
import { fakeBrowser, forgetAll, openTab, still, turn } from './openTabs.ts';
import { picturesIn, saved } from './savedPictures.ts';
import { analyseWith } from './textPhotos.ts';
import { WhatIsKnown } from './whatIsKnown.ts';

fakeBrowser();
analyseWith(sayOf);

/** Everything that was kept is gone, and every tab closed. */
export async function clean(): Promise<void> {
  for (const { app, end } of open.splice(0)) {
    await still([app]);
    end();
  }
  forgetAll();
  const database = await openDatabase();
  await Promise.all([...database.objectStoreNames].map((store) => database.clear(store)));
  await closeDatabase();
}

const mostTurnsToHear = 1000;

const open: { app: Fieldsift; end: () => void }[] = [];
const failed: unknown[] = [];
tellFailures((error) => failed.push(error));

function newTab(): Fieldsift {
  const opened = openTab(() => new Fieldsift({ manifest: builtIn.manifest, weights: { url: 'built-in' } }));
  open.push(opened);
  return opened.app;
}

/** A person's season with one survey, in one browser with two tabs at most. */
export class FieldSeason {
  readonly known = new WhatIsKnown();
  readonly #drops: Drop[] = [];
  #saved: string | null = null;
  #merges = 0;

  static async begin(): Promise<FieldSeason> {
    await clean();
    failed.length = 0;
    builtInHashes.splice(0, Infinity, await textHash(modelIdentity(builtIn.manifest)));
    for (const model of broughtIn) await keepModel(model, [{ path: 'model.onnx', content: new Blob(['x']) }]);
    await newTab().restore();
    return new FieldSeason();
  }

  get #apps(): Fieldsift[] {
    return open.map(({ app }) => app);
  }

  #app(place: number): Fieldsift {
    const apps = this.#apps;
    return apps[place % apps.length] as Fieldsift;
  }

  /** Does one thing, and asserts what must hold after it. */
  async take(step: Step): Promise<void> {
    const app = this.#app('tab' in step ? step.tab : 0);
    if (!app.survey.survey && step.kind !== 'drop') return;
    await this.#do(step, app);
    await still(this.#apps);
    await this.#look();
    await this.#expectHeard();
    expect(failed, 'what went wrong unseen').toEqual([]);
  }

  /** Reloads everything: all reviews are there, the latest word stands on every copy, and nobody leaves. */
  async end(): Promise<void> {
    if (!this.#app(0).survey.survey) return;
    for (const app of this.#apps) await this.#tryAll(app);
    await this.#reload(0);
    await this.#tryAll(this.#app(0));
  }

  async #do(step: Step, app: Fieldsift): Promise<void> {
    switch (step.kind) {
      case 'drop':
        this.#drops.push(step.drop);
        return this.#drop(app, [step.drop]);
      case 'review': {
        const entry = this.#entry(app, step.content);
        if (!entry) return;
        app.desk.table.open(entry);
        app.desk.table.scope = step.isOfPhoto ? 'photo' : 'sequence';
        app.desk.name(observationOf(step.role));
        app.desk.table.close();
        return;
      }
      case 'hold':
        this.#hold(app, step.content);
        return;
      case 'release':
        this.#release(app, step);
        return;
      case 'undo':
      case 'redo':
        this.#undo(app, step.kind, step.yes);
        return;
      case 'import': {
        const paths = app.survey.photos().map(({ media }) => media.path);
        const scores = step.scores.flatMap(([one, score]) =>
          paths
            .filter((path) => path.includes(`-${contents.indexOf(one)}.`))
            .map((path) => [path, score] as const),
        );
        return this.#bringIn(app, 'results.json', megaDetectorText(step.version, scores), false);
      }
      case 'merge':
        return this.#merge(app, step);
      case 'save':
        [this.#saved = null] = (await saved(app, 'project')).values();
        return;
      case 'bring back':
        if (this.#saved !== null) await this.#bringIn(app, 'saved.fieldsift', this.#saved, step.yes);
        return;
      case 'model':
        return this.#useModel(app, step.model, step.yes);
      case 'setting': {
        const [name, value] = step.change;
        const settings = changeSettings(app.survey.settings, { [name]: value });
        return this.#ask(app, app.settings.ask(settings, name), step.yes);
      }
      case 'setting back':
        return this.#ask(app, app.settings.undo(), step.yes);
      case 'second tab':
        if (open.length < 2) await newTab().restore();
        return;
      case 'reload':
        return this.#reload(step.tab);
      case 'share':
        return this.#share(app, step);
    }
  }

  async #drop(app: Fieldsift, drops: readonly Drop[]): Promise<void> {
    await app.addFolders(drops.map(folderOf));
    await still(this.#apps);
  }

  async #reload(place: number): Promise<void> {
    const index = place % open.length;
    const [closed] = open.splice(index, 1);
    await still(closed ? [closed.app] : []);
    closed?.end();
    const app = newTab();
    await app.restore();
    open.unshift(open.pop() as (typeof open)[number]);
    this.#expectWordsIn(app);
  }

  /** The stack that a content lies in; its first copy that counts. */
  #entry(app: Fieldsift, wanted: Content): QueueEntry | null {
    return (
      app.desk.queue.all.find((entry) => entry.sequence && this.#contentsOf(app, entry).includes(wanted)) ??
      null
    );
  }

  #contentsOf(app: Fieldsift, { photos }: QueueEntry): Content[] {
    const all = app.survey.snapshot.photos;
    return this.known.contentsOf({ mediaIds: photos.flatMap((index) => all[index]?.media.id ?? []) });
  }

  #hold(app: Fieldsift, wanted: Content): void {
    const entry = this.#entry(app, wanted);
    if (entry) app.desk.gate.hold([entry]);
  }

  #release(app: Fieldsift, { content: wanted, how, answer }: Extract<Step, { how: unknown }>): void {
    const { desk } = app;
    const entry = this.#entry(app, wanted);
    if (!entry) return;
    const before = new Set(app.survey.reviews.log.reviews);
    if (how === 'opened') {
      desk.table.open(entry);
      if (desk.table.photo) desk.gate.opened.add(desk.table.photo.media);
    } else if (how === 'all') desk.queue.chooseAll();
    else desk.queue.toggle(entry.id);
    const aimed = [...desk.aimedAt];
    const sure = aimed.filter((one) =>
      this.#contentsOf(app, one).some((each) => this.known.whyHeld(each)?.includes(' at ')),
    );
    desk.release();
    const { question } = desk.gate;
    if (how !== 'opened' && sure.some(({ gate }) => gate === 'held'))
      expect(question, 'a person is released with a question').not.toBeNull();
    const stay = new Set(answer === 'some' ? question?.doubts.slice(0, 1).map(({ id }) => id) : []);
    question?.answer(answer === 'none' ? null : stay);
    desk.table.close();
    desk.queue.clearSelection();
    const wantedAll = aimed.filter(({ id }) => !stay.has(id)).flatMap((one) => this.#contentsOf(app, one));
    for (const review of app.survey.reviews.log.reviews) {
      if (before.has(review)) continue;
      expect(question && answer === 'none', 'nothing is released against a no').not.toBe(true);
      expect(wantedAll).toEqual(expect.arrayContaining(this.known.contentsOf(review)));
    }
  }

  /** One act at a time is taken back or holds again, and none against a no. */
  #undo(app: Fieldsift, kind: 'undo' | 'redo', isYes: boolean): void {
    const { reviews } = app.survey;
    const before = new Set(reviews.log.reviews);
    app.desk[kind]();
    const isRefused = app.desk.gate.question !== null && !isYes;
    this.#answer(app, isYes);
    const added = reviews.log.reviews.filter((review) => !before.has(review));
    const acts = added.map(({ statement }) => {
      const taken = statement.kind === 'undo' ? reviews.log.review(statement.reviewId) : null;
      return taken ? `${taken.at} ${taken.by}` : 'nothing';
    });
    expect(new Set(acts).size, `acts by one ${kind}`).toBeLessThan(isRefused ? 1 : 2);
  }

  #answer(app: Fieldsift, isYes: boolean): void {
    app.desk.gate.question?.answer(isYes ? new Set() : null);
  }

  /** A setting that a person changes by hand. */
  async #ask(app: Fieldsift, asked: Promise<boolean>, isYes: boolean): Promise<void> {
    const before = app.survey.settings.gate.person;
    const wasAsked = app.desk.gate.question !== null;
    this.#answer(app, isYes);
    if (!(await asked)) {
      expect(app.survey.settings.gate.person).toBe(before);
      return;
    }
    expect(wasAsked && !isYes, 'nothing is set against a no').toBe(false);
    await still(this.#apps);
    this.known.openUnder(app.survey.settings.gate.person);
  }

  async #useModel(app: Fieldsift, name: string, isYes: boolean): Promise<void> {
    const model = app.models.all.find(({ manifest }) =>
      name === 'imported' ? manifest.id.includes('md') : manifest.id === name,
    );
    if (!model || !app.modelChoice.isFree) return;
    const choosing = app.modelChoice.choose(model);
    while (
      !app.desk.gate.question &&
      !(await Promise.race([choosing.then(() => true), turn().then(() => false)]))
    );
    this.#answer(app, isYes);
    await choosing;
    await this.#drop(app, this.#drops);
    if (app.folders.pending().length > 0) app.start();
  }

  /** A file from elsewhere. */
  async #bringIn(app: Fieldsift, name: string, text: string, isYes: boolean): Promise<void> {
    const imports = new Imports(app);
    await imports.offer([{ path: name, file: new File([text], name) }]);
    if (!imports.waiting) return;
    imports.letGo = isYes && imports.lettingGo > 0;
    const isAgreed = imports.letGo;
    await imports.take();
    expect(imports.failures, name).toEqual([]);
    await still(this.#apps);
    await this.#look(isAgreed);
    if (isAgreed) this.known.openUnder(app.survey.settings.gate.person);
    await this.#tryAll(app);
    this.known.agree();
    this.known.openUnder(app.survey.settings.gate.person);
  }

  async #merge(app: Fieldsift, step: Extract<Step, { lies: unknown }>): Promise<void> {
    const at = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();
    this.#merges += 1;
    const undone = this.known.said.find(({ statement }) => statement.kind !== 'undo');
    const said = step.said.map(([what, of], place): SaidElsewhere => ({
      ...{ id: `eve ${this.#merges} ${place}`, at: at(step.isLater ? -0.001 : -3600 + place), of: [of] },
      statement:
        what === 'undo'
          ? { kind: 'undo', reviewId: undone?.id ?? 'nothing' }
          : what === 'hold' || what === 'release'
            ? { kind: 'gate', verdict: what, signedOff: [] }
            : { kind: 'observations', observations: [observationOf(what as ObservedRole)] },
    }));
    const values = new Map(
      step.person === undefined
        ? []
        : [
            [
              'settings.gate',
              {
                value: { person: step.person, holdsVehicles: false, vehicle: null, neighbourSeconds: 0 },
                at: at(step.isLater ? 0 : -3600),
              },
            ],
          ],
    );
    const text = projectElsewhere({
      id: `elsewhere ${this.#merges}`,
      of: step.of,
      values,
      said,
      lies: step.lies,
    });
    if (step.person === 5) return this.#refuse(app, text);
    await this.#bringIn(app, 'elsewhere.fieldsift', text, step.yes);
  }

  /** A file with a value that cannot be is refused as a whole. */
  async #refuse(app: Fieldsift, text: string): Promise<void> {
    const imports = new Imports(app);
    await imports.offer([{ path: 'odd.fieldsift', file: new File([text], 'odd.fieldsift') }]);
    expect(imports.waiting).toBeNull();
    expect(imports.failures).toHaveLength(1);
  }

  async #share(app: Fieldsift, step: Extract<Step, { people: unknown }>): Promise<void> {
    if (app.folders.away.length > 0) await this.#drop(app, this.#drops);
    let written = 0;
    const meanwhile = async (): Promise<void> => {
      if (written++ !== step.hold?.after) return;
      const other = this.#app(step.hold.tab);
      this.#hold(other, step.hold.content);
      await still([other]);
    };
    const { people } = step;
    app.sharing.change({ people });
    const files = await saved(app, step.target, { options: { people }, isZip: step.isZip, meanwhile });
    await this.#look();
    this.known.expectNobodyIn(picturesIn(files, app, step.target));
  }

  /** Asserts of every target that nobody leaves by it. */
  async #tryAll(app: Fieldsift): Promise<void> {
    if (app.folders.away.length > 0) await this.#drop(app, this.#drops);
    for (const target of showing) {
      app.sharing.change({ people: 'cover' });
      const files = await saved(app, target, { options: { people: 'cover' } });
      this.known.expectNobodyIn(picturesIn(files, app, target));
    }
  }

  async #look(isAgreed = true): Promise<void> {
    const { survey, settings } = this.#app(0).survey;
    if (survey) await this.known.look(survey.id, settings.gate.person, isAgreed);
    for (const { id, statement } of this.#apps.flatMap((app) => app.survey.reviews.log.reviews))
      expect(this.known.said.find((one) => one.id === id)?.statement, 'what a tab shows is kept').toEqual(
        statement,
      );
  }

  /** Asserts that every tab soon has every review, also what was taken back in another one. */
  async #expectHeard(): Promise<void> {
    if (!this.#app(0).survey.survey) return;
    const missing = (): string[] =>
      this.#apps.flatMap(({ survey }, tab) =>
        this.known.said.flatMap(({ id }) => (survey.reviews.log.has(id) ? [] : `${id} in tab ${tab}`)),
      );
    for (let turns = 0; missing().length > 0 && turns < mostTurnsToHear; turns += 1) await turn();
    expect(missing(), 'reviews that a tab never heard of').toEqual([]);
  }

  /** Asserts that a tab has every review, and that of each content the latest word stands on all of its photos. */
  #expectWordsIn(app: Fieldsift): void {
    const { reviews } = app.survey;
    for (const { id, statement } of this.known.said)
      expect(reviews.log.review(id)?.statement, 'no review is lost').toEqual(statement);
    for (const { media } of app.survey.photos()) {
      const [of] = this.known.contentsOf({ mediaIds: [media.id] });
      if (of === undefined) continue;
      const named = reviews.photo(media.id).named?.observations.map(({ role }) => role) ?? null;
      expect(named, `the latest word of ${of} stands on ${media.path}`).toEqual(this.known.namedOf(of));
    }
  }
}
