import type { ModelLabel } from '../models/manifest/modelManifest.ts';
import type { SmoothingOptions } from './smoothingOptions.ts';
import { anyAnimal, levelOf, readTaxon, type TaxonLevel } from '../taxa/taxonomy.ts';

/** A label as smoothing sees it. */
export class SmoothingClass {
  readonly isOther: boolean;
  readonly level: TaxonLevel;
  /** Known ranks only, `mammalia;carnivora`; empty for any animal. */
  readonly #lineage: string;
  readonly #ranks: readonly string[];

  constructor({ name, commonName = '', taxon = anyAnimal }: ModelLabel, otherNames: readonly string[]) {
    const read = readTaxon(taxon);
    this.isOther = otherNames.includes(name.toLowerCase()) || otherNames.includes(commonName.toLowerCase());
    this.level = levelOf(read);
    this.#ranks = read.split(';');
    this.#lineage = read.replace(/;+$/, '');
  }

  /** "Animal" is handled as an "other" name, never as the parent of everything. */
  get isAnyAnimal(): boolean {
    return this.#lineage === '';
  }

  /** Whether this is the same taxon as the other one or a broader one, up to any animal. */
  holds(other: SmoothingClass): boolean {
    return this.isAnyAnimal || this.#lineage === other.#lineage || this.isParentOf(other);
  }

  /** Whether the other taxon lies truly under this one; a subspecies lies under its species. */
  isParentOf(other: SmoothingClass): boolean {
    const startsWith = (end: string): boolean => other.#lineage.startsWith(this.#lineage + end);
    return !this.isAnyAnimal && (startsWith(';') || startsWith(' '));
  }

  /** Whether the other class, of the same family, may become this one: a species never becomes its own genus. */
  canAbsorb(other: SmoothingClass): boolean {
    const [, , family, genus] = this.#ranks;
    const [, , otherFamily, otherGenus] = other.#ranks;
    if (!family || family !== otherFamily) return false;
    return !(genus === otherGenus && this.level === 'genus' && other.level === 'species');
  }
}

/** The labels as smoothing sees them, and whether any has a taxon. */
export function smoothingClasses(
  labels: readonly ModelLabel[],
  { otherNames }: Pick<SmoothingOptions, 'otherNames'>,
): { classes: SmoothingClass[]; hasTaxa: boolean } {
  return {
    classes: labels.map((label) => new SmoothingClass(label, otherNames)),
    hasTaxa: labels.some(({ taxon }) => taxon !== undefined),
  };
}
