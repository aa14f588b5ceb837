import { expect } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { outputOf } from '../../src/storage/outputRecord.ts';
import type { Review } from '../../src/core/survey/reviews/review.ts';
import { contentOf, contents, type Content } from '../fixtures/knownContents.ts';
import type { LeftPicture } from './savedPictures.ts';

/** A sign of a person by a model: one that is there, or of another place, has another name. */
interface Sign {
  name: string;
  /** 0-1, or NaN. */
  score: number;
  box: readonly number[] | null;
}

/** Signs under this score hold nothing unless it is set so. */
const usual = 0.25;

/**
 * What is known of people, kept apart from the app and reckoned in the plainest way: every output that ever lay in the
 * database, and every review that anybody ever made. Nothing that was once known is forgotten.
 */
export class WhatIsKnown {
  readonly #signs = new Map<Content, Map<string, Sign>>();
  readonly #seen = new Set<Content>();
  readonly #said = new Map<string, Review>();
  /** For each release, the signs of each content that were known when it was said. */
  readonly #signedOff = new Map<string, ReadonlySet<string>>();
  /** Reviews that came with a file, before somebody agreed to what they let go. */
  readonly #notAgreed = new Set<string>();
  /** Signs that hold back: only a human's word opens them again. */
  readonly #shut = new Set<string>();
  readonly #contentOfMedia = new Map<string, Content>();

  /** Every review that was ever made. */
  get said(): readonly Review[] {
    return [...this.#said.values()];
  }

  /**
   * Takes up what lies in the database.
   *
   * @param setting the gate's score for people; null for the models' own
   * @param isAgreed false where reviews came with a file, and nobody agreed to what they let go
   */
  async look(surveyId: string, setting: number | null, isAgreed = true): Promise<void> {
    const database = await openDatabase();
    const models = new Map((await database.getAll('models')).map((model) => [model.hash, model.manifest]));
    for (const record of await database.getAll('outputs')) {
      const manifest = models.get(record.modelHash);
      const person = manifest?.labels.findIndex(({ role }) => role === 'person') ?? -1;
      const said = outputOf(record);
      if (!manifest || person < 0 || !('labelScores' in said)) continue;
      const content = contentOf(record.contentKey);
      this.#seen.add(content);
      const model = `${manifest.id} ${manifest.version}`;
      said.labels.forEach((label, box) => {
        if (label !== person) return;
        const place = [...said.boxes.subarray(4 * box, 4 * box + 4)];
        this.#add(content, { name: `${model} ${place.join()}`, score: said.scores[box] ?? NaN, box: place });
      });
      const score = said.labelScores[person] ?? 0;
      const boxes = [...said.scores].filter((_, box) => said.labels[box] === person);
      if (!boxes.some((one) => one >= score - 1e-6)) this.#add(content, { name: model, score, box: null });
    }
    for (const media of await database.getAll('media'))
      if (media.contentKey !== null) this.#contentOfMedia.set(media.id, contentOf(media.contentKey));
    for (const review of await database.getAll('reviews'))
      if (review.projectId === surveyId) this.#hear(review, isAgreed);
    this.#shutFrom(setting);
  }

  /** Takes up a review. One that is known already must still say the same. */
  #hear(review: Review, isAgreed: boolean): void {
    const known = this.#said.get(review.id);
    if (known) expect(review.statement, 'a review that was made stays as it was').toEqual(known.statement);
    if (known) return;
    this.#said.set(review.id, review);
    if (isAgreed) this.#signOff(review);
    else this.#notAgreed.add(review.id);
  }

  /** What came with a file and let nothing go at once counts from now on. */
  agree(): void {
    for (const id of this.#notAgreed) this.#signOff(this.#said.get(id));
    this.#notAgreed.clear();
  }

  #signOff(review: Review | undefined): void {
    if (review?.statement.kind !== 'gate' || review.statement.verdict !== 'release') return;
    this.#signedOff.set(review.id, new Set(this.contentsOf(review).flatMap((one) => this.#namesOf(one))));
  }

  /** A human set the score from which people are held: what lies under it goes by their word. */
  openUnder(setting: number | null): void {
    for (const [content, signs] of this.#signs)
      for (const { name, score } of signs.values())
        if (score < (setting ?? usual)) this.#shut.delete(`${content} ${name}`);
  }

  /** What people said of a content at last, by role; null where that is left to models. */
  namedOf(content: Content): string[] | null {
    let named: string[] | null = null;
    for (const { statement } of this.#inEffectOf(content))
      if (statement.kind === 'observations')
        named = statement.observations.length > 0 ? statement.observations.map(({ role }) => role) : null;
    return named;
  }

  /** Why no picture of a content may leave; null where it may. */
  whyHeld(content: Content): string | null {
    let releases: Review[] = [];
    let hold: string | null = null;
    for (const review of this.#inEffectOf(content)) {
      const { statement, id } = review;
      const namesPerson =
        statement.kind === 'observations' && statement.observations.some(({ role }) => role === 'person');
      if (namesPerson || (statement.kind === 'gate' && statement.verdict === 'hold')) {
        hold = `held by ${id}`;
        releases = [];
      }
      if (statement.kind !== 'gate' || statement.verdict !== 'release') continue;
      hold = null;
      releases.push(review);
    }
    if (hold) return hold;
    const isSigned = (name: string): boolean =>
      releases.some(({ id }) => this.#signedOff.get(id)?.has(`${content} ${name}`));
    if (!this.#seen.has(content) && !isSigned('unseen')) return 'unseen';
    for (const { name, score } of this.#signs.get(content)?.values() ?? [])
      if (this.#shut.has(`${content} ${name}`) && !isSigned(name)) return `${name} at ${score}`;
    return null;
  }

  /** Asserts that nobody whom anybody knows of can be seen in pictures. */
  expectNobodyIn(pictures: readonly LeftPicture[]): void {
    for (const { target, contentKey, covers } of pictures) {
      const content = contentOf(contentKey);
      expect(this.whyHeld(content), `${content} left through ${target}`).toBeNull();
      // Also of those who were released, what would hold them is covered.
      for (const { name, box } of this.#signs.get(content)?.values() ?? []) {
        if (!box || !this.#shut.has(`${content} ${name}`)) continue;
        const [x = 0, y = 0, width = 0, height = 0] = box;
        const isCovered = covers.some(
          (one) =>
            one.x <= x + 1e-6 &&
            one.y <= y + 1e-6 &&
            one.x + one.width >= x + width - 1e-6 &&
            one.y + one.height >= y + height - 1e-6,
        );
        expect(isCovered, `the person in ${content} is covered in ${target}`).toBe(true);
      }
    }
  }

  #add(content: Content, sign: Sign): void {
    const signs = this.#signs.get(content) ?? new Map<string, Sign>();
    this.#signs.set(content, signs);
    const known = signs.get(sign.name);
    // Of two words on one place the stronger counts; one that is no number before all.
    if (!known || Number.isNaN(sign.score) || sign.score > known.score) signs.set(sign.name, sign);
  }

  #shutFrom(setting: number | null): void {
    for (const [content, signs] of this.#signs)
      for (const { name, score } of signs.values())
        if (!(score < (setting ?? usual))) this.#shut.add(`${content} ${name}`);
  }

  #namesOf(content: Content): string[] {
    const signs = [...(this.#signs.get(content)?.keys() ?? [])];
    return [...signs, ...(this.#seen.has(content) ? [] : ['unseen'])].map((name) => `${content} ${name}`);
  }

  /** The contents that a review is of, whatever its photos are called. */
  contentsOf({ mediaIds }: Pick<Review, 'mediaIds'>): Content[] {
    const found = new Set(mediaIds.flatMap((id) => this.#contentOfMedia.get(id) ?? []));
    return contents.filter((content) => found.has(content));
  }

  /** The reviews of a content that nobody took back, in the order in which they count. */
  #inEffectOf(content: Content): Review[] {
    const all = [...this.#said.values()].sort(
      (one, other) =>
        Number(one.at > other.at) - Number(one.at < other.at) ||
        one.order - other.order ||
        Number(one.id > other.id) - Number(one.id < other.id),
    );
    const undone = new Set<string>();
    const counts = ({ id, statement }: Review): boolean =>
      !this.#notAgreed.has(id) || (statement.kind === 'gate' && statement.verdict === 'hold');
    for (const { id, statement } of all.filter(counts).reverse())
      if (statement.kind === 'undo' && !undone.has(id)) undone.add(statement.reviewId);
    return all
      .filter(counts)
      .filter((review) => !undone.has(review.id) && this.contentsOf(review).includes(content));
  }
}
