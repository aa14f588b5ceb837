import { NameIndex, type Synonyms } from './labelName.ts';
import type { ModelLabel } from '../models/manifest/modelManifest.ts';
import { readTaxon } from './taxonomy.ts';

/** For each label of one model its place in another list; null where that list has no such label. */
export type LabelMap = readonly (number | null)[];

/** Several models' labels as one list. */
export interface JoinedLabels {
  labels: ModelLabel[];
  /** One map per model, into `labels`. */
  maps: LabelMap[];
}

/** Roles that mean one thing whatever a model calls it: `blank`, `empty`, `human`, `person`, `vehicle`. */
function oneOfItsKind({ role }: ModelLabel): boolean {
  return role === 'blank' || role === 'person' || role === 'vehicle';
}

/** Finds the labels of one list by taxon, then by name, then by a role that the list has once. */
class LabelIndex {
  readonly #labels: ModelLabel[] = [];
  readonly #byTaxon = new Map<string, number>();
  readonly #byName: NameIndex<number>;

  constructor(synonyms: Synonyms) {
    this.#byName = new NameIndex(synonyms);
  }

  add(label: ModelLabel): number {
    const index = this.#labels.push(label) - 1;
    if (label.taxon !== undefined) {
      const taxon = readTaxon(label.taxon);
      if (!this.#byTaxon.has(taxon)) this.#byTaxon.set(taxon, index);
    }
    this.#byName.add(label.name, index);
    if (label.commonName !== undefined) this.#byName.add(label.commonName, index);
    return index;
  }

  find(label: ModelLabel): number | null {
    const byTaxon = label.taxon === undefined ? undefined : this.#byTaxon.get(readTaxon(label.taxon));
    if (byTaxon !== undefined) return byTaxon;
    for (const name of [label.name, label.commonName ?? '']) {
      const index = this.#byName.find(name);
      if (index !== undefined && this.#canBeOne(label, index)) return index;
    }
    if (!oneOfItsKind(label)) return null;
    const sameRole = this.#labels.flatMap(({ role }, index) => (role === label.role ? [index] : []));
    return sameRole.length === 1 ? (sameRole[0] ?? null) : null;
  }

  /** The same name does not join two taxa ("robin" is another bird on each continent), nor an animal and a person. */
  #canBeOne(label: ModelLabel, index: number): boolean {
    const other = this.#labels[index];
    return other?.role === label.role && (label.taxon === undefined || other.taxon === undefined);
  }
}

/**
 * Maps the labels of one model to those of another, by taxon where both have one, else by name.
 *
 * @param synonyms further names, from any spelling of one to the other
 */
export function mapLabels(
  from: readonly ModelLabel[],
  to: readonly ModelLabel[],
  synonyms: Synonyms = {},
): LabelMap {
  const index = new LabelIndex(synonyms);
  for (const label of to) index.add(label);
  return from.map((label) => index.find(label));
}

/** Joins the labels of several models; a label that several have is listed once, as the first of them calls it. */
export function joinLabels(
  models: readonly (readonly ModelLabel[])[],
  synonyms: Synonyms = {},
): JoinedLabels {
  const index = new LabelIndex(synonyms);
  const labels: ModelLabel[] = [];
  const maps = models.map((ownLabels) => {
    // Looked up before any is added: two labels of one model are never joined.
    const places = ownLabels.map((label) => index.find(label));
    return places.map((place, own) => {
      const label = ownLabels[own];
      if (place !== null || !label) return place;
      labels.push(label);
      return index.add(label);
    });
  });
  return { labels, maps };
}

/**
 * A model's scores in the order of another list. Labels the model does not know are NaN, not 0: it has no opinion of
 * them. Several labels that map to one are added up, to 1 at most.
 */
export function mapScores(scores: ArrayLike<number>, map: LabelMap, size: number): Float64Array<ArrayBuffer> {
  const mapped = new Float64Array(size).fill(Number.NaN);
  map.forEach((place, index) => {
    if (place === null) return;
    const before = mapped[place] ?? Number.NaN;
    mapped[place] = Math.min(1, (Number.isNaN(before) ? 0 : before) + (scores[index] ?? 0));
  });
  return mapped;
}
