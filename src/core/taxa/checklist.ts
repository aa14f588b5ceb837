import { NameIndex, type Synonyms } from './labelName.ts';
import type { ModelLabel } from '../models/manifest/modelManifest.ts';
import { rollUp } from './rollUp.ts';
import {
  ancestorAt,
  anyAnimal,
  liesUnder,
  readTaxon,
  scientificName,
  taxonLevels,
  type Taxon,
} from './taxonomy.ts';

/** One expected species, or a wider taxon, under all the names it was given. */
export type ChecklistEntry = readonly string[];

/** What a project expects, as far as a model knows it: a geofence without a network. */
export interface Checklist {
  /** Taxa that are expected, with all that lies under them. */
  taxa: ReadonlySet<Taxon>;
  /** Labels without a taxon that are expected, by their index. */
  labelIndices: ReadonlySet<number>;
  /** Entries that no label answers to, by their first name, as written. */
  unknown: string[];
}

/** What a photo's animal may be called on this project. */
export interface ExpectedAnswer {
  /** The label; null when it was rolled up to a taxon. */
  labelIndex: number | null;
  /** As shown: the label's own name, or a scientific name such as `Felidae`. */
  name: string;
  taxon: Taxon | null;
  /** 0-1. */
  score: number;
  /** The top label, when it is not expected; null otherwise. */
  blocked: number | null;
}

/**
 * Matches a list against a model's labels, by label, common name, scientific name or any wider taxon: "Felidae" expects
 * every cat. Synonyms, case, accents and the order of words are forgiven.
 */
export function matchChecklist(
  entries: readonly ChecklistEntry[],
  labels: readonly ModelLabel[],
  synonyms: Synonyms = {},
): Checklist {
  const index = new NameIndex<{ taxon: Taxon } | { labelIndex: number }>(synonyms);
  labels.forEach(({ name, commonName, taxon, role }, labelIndex) => {
    if (role !== 'animal' && role !== 'other') return;
    const meaning = taxon === undefined ? { labelIndex } : { taxon: readTaxon(taxon) };
    for (const one of [name, commonName]) if (one !== undefined) index.add(one, meaning);
  });
  for (const { taxon } of labels) {
    for (const level of taxon === undefined ? [] : taxonLevels.toReversed()) {
      const ancestor = ancestorAt(readTaxon(taxon ?? ''), level);
      if (ancestor === null) continue;
      index.add(scientificName(ancestor), { taxon: ancestor });
      index.add(ancestor, { taxon: ancestor });
    }
  }
  const taxa = new Set<Taxon>();
  const labelIndices = new Set<number>();
  const unknown: string[] = [];
  for (const names of entries) {
    const found = names.map((name) => index.find(name)).find((meaning) => meaning !== undefined);
    if (!found) unknown.push(names[0] ?? '');
    else if ('taxon' in found) taxa.add(found.taxon);
    else labelIndices.add(found.labelIndex);
  }
  return { taxa, labelIndices, unknown };
}

/** Whether a label may stand: it lies under an expected taxon, or an expected one under it. Only animals can be blocked. */
export function isExpected(labelIndex: number, labels: readonly ModelLabel[], checklist: Checklist): boolean {
  const { taxa, labelIndices } = checklist;
  const label = labels[labelIndex];
  if (label?.role !== 'animal' || taxa.size + labelIndices.size === 0) return true;
  if (label.taxon === undefined) return labelIndices.has(labelIndex);
  const own = readTaxon(label.taxon);
  return [...taxa].some((taxon) => liesUnder(own, taxon) || liesUnder(taxon, own));
}

/**
 * The answer that a checklist lets stand. An unexpected animal is rolled up to the narrowest taxon that holds an
 * expected one, with all scores under it added up, and to "Animalia" at the last: it never vanishes. An empty checklist
 * blocks nothing.
 *
 * @param scores one per label, 0-1
 * @returns null without labels
 */
export function applyChecklist(
  scores: ArrayLike<number>,
  labels: readonly ModelLabel[],
  checklist: Checklist,
): ExpectedAnswer | null {
  let top = 0;
  labels.forEach((_, index) => {
    if ((scores[index] ?? 0) > (scores[top] ?? 0)) top = index;
  });
  const label = labels[top];
  if (!label) return null;
  const score = scores[top] ?? 0;
  const ownTaxon = label.taxon === undefined ? null : readTaxon(label.taxon);
  if (isExpected(top, labels, checklist)) {
    return { labelIndex: top, name: label.name, taxon: ownTaxon, score, blocked: null };
  }
  const animals = labels.map(({ role, taxon }, index) => ({
    taxon: role === 'animal' ? readTaxon(taxon ?? '') : null,
    score: scores[index] ?? 0,
  }));
  const found = rollUp(animals, {
    // Just under the top score, so that an ancestor of the blocked label always passes.
    threshold: score - 1e-10,
    levels: taxonLevels.slice(0, -1).toReversed(),
    isAllowed: (taxon) =>
      taxon === anyAnimal || [...checklist.taxa].some((expected) => liesUnder(expected, taxon)),
  });
  const taxon = found?.taxon ?? anyAnimal;
  return { labelIndex: null, name: scientificName(taxon), taxon, score: found?.score ?? score, blocked: top };
}
