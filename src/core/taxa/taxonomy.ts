/** The ranks of a taxon, broadest first; `kingdom` stands for all animals. */
export const taxonLevels = ['kingdom', 'class', 'order', 'family', 'genus', 'species'] as const;

export type TaxonLevel = (typeof taxonLevels)[number];

/**
 * `class;order;family;genus;species` in lower case, empty from the first rank that is not known: `mammalia;carnivora;;;`
 * is any carnivore, and `;;;;` any animal.
 */
export type Taxon = string;

/** Any animal. */
export const anyAnimal: Taxon = ';;;;';

/**
 * Reads a taxon from `class;order;family;genus;species`, or from a label of SpeciesNet or Wildlife Insights, which has
 * an id before and a common name behind. Trailing semicolons may be missing; case and spaces around ranks are forgiven.
 */
export function readTaxon(text: string): Taxon {
  const parts = text.split(';').map((part) => part.trim().toLowerCase());
  const ranks = parts.length >= 7 ? parts.slice(1, 6) : parts.slice(0, 5);
  return Array.from({ length: 5 }, (_, index) => ranks[index] ?? '').join(';');
}

/** The lowest rank that is known of a taxon. */
export function levelOf(taxon: Taxon): TaxonLevel {
  const lowest = taxon.split(';').findLastIndex((rank) => rank !== '');
  return taxonLevels[lowest + 1] ?? 'species';
}

/** The taxon's ancestor of that rank, the taxon itself at its own rank; null when it is not known that far down. */
export function ancestorAt(taxon: Taxon, level: TaxonLevel): Taxon | null {
  const kept = taxonLevels.indexOf(level);
  const ranks = taxon.split(';');
  if (kept > 0 && !ranks[kept - 1]) return null;
  return ranks.map((rank, index) => (index < kept ? rank : '')).join(';');
}

/** Whether `taxon` is `ancestor` or lies under it. */
export function liesUnder(taxon: Taxon, ancestor: Taxon): boolean {
  return ancestorAt(taxon, levelOf(ancestor)) === ancestor;
}

/** `Panthera leo` for a species, else the lowest known rank: `Felidae`; `Animalia` for any animal. */
export function scientificName(taxon: Taxon): string {
  const [group = '', order = '', family = '', genus = '', species = ''] = taxon.split(';');
  const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
  if (species !== '') return `${capital(genus)} ${species}`.trim();
  return capital(genus || family || order || group || 'animalia');
}
