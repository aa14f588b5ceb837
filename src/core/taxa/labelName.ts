/** Names a project or the app holds for the same thing: any spelling of the left one means the right one. */
export type Synonyms = Readonly<Record<string, string>>;

/** The words of a name in lower case, without accents: `Buffalo_African`, `hyenaSpotted`, `Thomson's gazelle`. */
function wordsOf(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/['’\u0300-\u036f]/g, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * The spellings under which a name is looked up. Two names mean the same when they share one: case, accents, spaces,
 * hyphens, underscores and the order of the words are forgiven, because the same animal is `hyenaspotted`,
 * `hyenaSpotted`, `Hyena_Spotted` and "spotted hyena" in public label lists. None for a name without a letter or digit.
 */
export function spellingsOf(name: string): string[] {
  const words = wordsOf(name);
  if (words.length === 0) return [];
  const orders = [words, words.toSorted(), words.toReversed()];
  return [...new Set(orders.map((order) => order.join('')))];
}

/** Finds things by any spelling of their names; of two with the same spelling, the first added is found. */
export class NameIndex<Value> {
  readonly #bySpelling = new Map<string, Value>();
  readonly #meanings = new Map<string, string>();

  constructor(synonyms: Synonyms = {}) {
    for (const [name, meaning] of Object.entries(synonyms)) {
      for (const spelling of spellingsOf(name)) this.#meanings.set(spelling, meaning);
    }
  }

  add(name: string, value: Value): void {
    for (const spelling of spellingsOf(name)) {
      if (!this.#bySpelling.has(spelling)) this.#bySpelling.set(spelling, value);
    }
  }

  /** What has this name or, failing that, the name it is a synonym of. */
  find(name: string): Value | undefined {
    return this.#lookUp(name) ?? this.#throughSynonym(name);
  }

  #lookUp(name: string): Value | undefined {
    for (const spelling of spellingsOf(name)) {
      const value = this.#bySpelling.get(spelling);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  #throughSynonym(name: string): Value | undefined {
    for (const spelling of spellingsOf(name)) {
      const meaning = this.#meanings.get(spelling);
      if (meaning !== undefined) return this.#lookUp(meaning);
    }
    return undefined;
  }
}
