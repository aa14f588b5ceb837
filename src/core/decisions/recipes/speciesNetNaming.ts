import type { ModelLabel } from '../../models/manifest/modelManifest.ts';
import {
  combineSpeciesNet,
  speciesNetLabels,
  type SpeciesNetDetection,
  type SpeciesNetMaps,
  type SpeciesNetScore,
} from '../../taxa/speciesNetEnsemble.ts';
import { ancestorAt, anyAnimal, readTaxon, scientificName, taxonLevels } from '../../taxa/taxonomy.ts';
import type { SpeciesNetPlace } from './recipe.ts';
import type { RecipeAnswer } from './recipeAnswer.ts';

/** As many as SpeciesNet's classifier hands on. */
const mostLabels = 5;

function taxonOf({ taxon }: ModelLabel): string | null {
  return taxon === undefined ? null : readTaxon(taxon);
}

/** The label with its wider taxa: SpeciesNet rolls up to taxa that its classifier has no label for, too. */
function widerTaxa(labels: readonly ModelLabel[]): ModelLabel[] {
  const known = new Set(labels.map(taxonOf));
  const wider: ModelLabel[] = [];
  for (const label of labels) {
    const taxon = label.role === 'animal' ? taxonOf(label) : null;
    for (const level of taxonLevels.slice(1)) {
      const ancestor = taxon === null ? null : ancestorAt(taxon, level);
      if (ancestor === null || known.has(ancestor)) continue;
      known.add(ancestor);
      wider.push({ name: scientificName(ancestor), role: 'animal', taxon: ancestor });
    }
  }
  return wider;
}

/** A label as the ensemble's rules know it. */
function ruleLabel(label: ModelLabel, index: number): string {
  if (label.role === 'blank') return speciesNetLabels.blank;
  if (label.role === 'person') return speciesNetLabels.human;
  if (label.role === 'vehicle') return speciesNetLabels.vehicle;
  const taxon = taxonOf(label);
  const isAny = taxon === anyAnimal || (taxon === null && /^animals?$/i.test(label.name.trim()));
  return isAny ? speciesNetLabels.animal : `${index};${taxon ?? anyAnimal};${label.name}`;
}

/** SpeciesNet's ensemble over the labels of any classifier whose labels have taxa. */
export class SpeciesNetNaming {
  /** The classifier's labels, and behind them the wider taxa of those. */
  readonly labels: readonly ModelLabel[];
  readonly #ruleLabels: readonly string[];
  readonly #maps: SpeciesNetMaps;

  constructor(classifierLabels: readonly ModelLabel[], { country, region, geofence = {} }: SpeciesNetPlace) {
    this.labels = [...classifierLabels, ...widerTaxa(classifierLabels)];
    this.#ruleLabels = this.labels.map(ruleLabel);
    const taxonomy = new Map<string, string>();
    this.labels.forEach((label, index) => {
      const taxon = label.role === 'animal' ? taxonOf(label) : null;
      if (taxon !== null && !taxonomy.has(taxon)) taxonomy.set(taxon, this.#ruleLabels[index] ?? '');
    });
    taxonomy.set(readTaxon(speciesNetLabels.human), speciesNetLabels.human);
    taxonomy.set(anyAnimal, speciesNetLabels.animal);
    const place = { country: country ?? null, region: region ?? null };
    this.#maps = { taxonomy, geofence, place };
  }

  /**
   * The ensemble's answer; see `combineSpeciesNet`.
   *
   * @param detection the box in question; null for none
   * @param scores the classifier's, one for each of its labels, 0-1
   */
  answer(detection: SpeciesNetDetection | null, scores: ArrayLike<number>): RecipeAnswer {
    const best = this.#best(scores);
    const ranked: SpeciesNetScore[] = best.map((index) => ({
      label: this.#ruleLabels[index] ?? '',
      score: scores[index] ?? 0,
    }));
    const { label, score, source } = combineSpeciesNet(detection, ranked, this.#maps);
    const top = best.flatMap((index) => {
      const known = this.labels[index];
      return known ? [{ label: known, score: scores[index] ?? 0 }] : [];
    });
    return { label: this.#labelOf(label, best[0]), score, source, top };
  }

  /** The likeliest labels, best first; what a survey does not ask about is none of them. */
  #best(scores: ArrayLike<number>): number[] {
    const best: number[] = [];
    for (let index = 0; index < scores.length; index += 1) {
      const score = scores[index] ?? 0;
      if (!(score > 0) || this.labels[index]?.role === 'other') continue;
      const place = best.findIndex((other) => score > (scores[other] ?? 0));
      if (place < 0 && best.length === mostLabels) continue;
      best.splice(place < 0 ? best.length : place, 0, index);
      best.length = Math.min(best.length, mostLabels);
    }
    return best;
  }

  /** The label that a rule means; several may be vehicles, and only the likeliest can be meant. */
  #labelOf(label: string, likeliest: number | undefined): ModelLabel | null {
    if (label === speciesNetLabels.unknown) return null;
    const meant = this.#ruleLabels.flatMap((own, index) => (own === label ? [index] : []));
    const [place] = meant.length === 1 ? meant : meant.filter((index) => index === likeliest);
    const own = place === undefined ? undefined : this.labels[place];
    if (own) return own;
    if (label === speciesNetLabels.human) return { name: 'human', role: 'person' };
    if (label === speciesNetLabels.vehicle) return { name: 'vehicle', role: 'vehicle' };
    if (label === speciesNetLabels.blank) return { name: 'blank', role: 'blank' };
    return { name: 'animal', role: 'animal' };
  }
}
