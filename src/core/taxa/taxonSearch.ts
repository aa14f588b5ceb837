import type { ObservedTaxon } from './observation.ts';
import { NameIndex, spellingsOf, type Synonyms } from './labelName.ts';

interface Candidate {
  taxon: ObservedTaxon;
  /** Words of its names, in lower case and without accents. */
  words: readonly (readonly string[])[];
  uses: number;
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** How well a name answers a query, lower is better; null when it does not. Words begin words; from three letters on they may lie within. */
function rankOf(query: readonly string[], name: readonly string[]): number | null {
  const joined = name.join(' ');
  if (joined === query.join(' ')) return 0;
  if (joined.startsWith(query.join(' '))) return 1;
  if (query.every((part) => name.some((word) => word.startsWith(part)))) return 2;
  return query.every((part) => part.length > 2 && joined.includes(part)) ? 3 : null;
}

/** Finds taxa by the beginning of any of their names, Latin or common, while somebody types. */
export class TaxonSearch {
  readonly #candidates: Candidate[] = [];
  readonly #exact: NameIndex<Candidate>;
  readonly #known = new Map<string, Candidate>();

  /** @param synonyms further names, from any spelling of one to the other */
  constructor(synonyms: Synonyms = {}) {
    this.#exact = new NameIndex(synonyms);
  }

  /** Adds a taxon, or uses of one that is known. @param uses how often somebody has given that name */
  add(taxon: ObservedTaxon, uses = 0): void {
    const key = spellingsOf(taxon.scientificName)[0] ?? taxon.scientificName;
    const before = this.#known.get(key);
    if (before) {
      before.uses += uses;
      return;
    }
    const names = [taxon.scientificName, ...(taxon.commonName === null ? [] : [taxon.commonName])];
    const candidate = { taxon, words: names.map(wordsOf), uses };
    this.#known.set(key, candidate);
    this.#candidates.push(candidate);
    for (const name of names) this.#exact.add(name, candidate);
  }

  /** The taxa that a text may mean: exact names and synonyms first, then beginnings, then the most used. */
  find(text: string, most = 8): ObservedTaxon[] {
    const query = wordsOf(text);
    if (query.length === 0) {
      return this.#candidates
        .filter(({ uses }) => uses > 0)
        .sort((left, right) => right.uses - left.uses)
        .slice(0, most)
        .map(({ taxon }) => taxon);
    }
    const exact = this.#exact.find(text);
    const found = this.#candidates.flatMap((candidate) => {
      const ranks = candidate.words.flatMap((words) => rankOf(query, words) ?? []);
      if (candidate === exact) ranks.push(0);
      return ranks.length === 0 ? [] : [{ candidate, rank: Math.min(...ranks) }];
    });
    return found
      .sort((left, right) => left.rank - right.rank || right.candidate.uses - left.candidate.uses)
      .slice(0, most)
      .map(({ candidate }) => candidate.taxon);
  }
}
