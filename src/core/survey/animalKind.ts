import type { ModelLabel } from '../models/manifest/modelManifest.ts';
import type { ObservedTaxon } from '../taxa/observation.ts';
import type { SpeciesSettings } from '../settings/surveySettings.ts';
import { applyChecklist, matchChecklist, type Checklist } from '../taxa/checklist.ts';
import { checklistFromText } from '../taxa/checklistText.ts';
import { defaultRollUp, rollUp } from '../taxa/rollUp.ts';
import { anyAnimal, readTaxon, scientificName, type Taxon } from '../taxa/taxonomy.ts';
import { aggregateLabels, defaultLabelRules } from '../decisions/labelAggregate.ts';
import type { ScoreLists } from '../decisions/ensemble.ts';

/** What kind of animal the machine takes it for. */
export interface AnimalKind {
  taxon: ObservedTaxon;
  /** 0-1. */
  score: number;
  /** The name that the checklist did not let stand; null when it let it. */
  blocked: string | null;
}

/** Scores under this are left out: a classifier of thousands of labels gives each of them a little. */
const leastScore = 0.002;

function ofTaxon(taxon: Taxon): ObservedTaxon {
  return { taxon, scientificName: scientificName(taxon), commonName: null };
}

/** A label as an observation names it. */
export function observedTaxon({ name, commonName, taxon }: ModelLabel): ObservedTaxon {
  if (taxon === undefined) return { taxon: null, scientificName: name, commonName: commonName ?? null };
  const isNamed = name !== '' && !name.includes(';');
  return { ...ofTaxon(readTaxon(taxon)), commonName: commonName ?? (isNamed ? name : null) };
}

/** Names animals by a model's labels, as far as they can be believed and are expected. */
export class AnimalNamer {
  readonly #labels: readonly ModelLabel[];
  readonly #settings: Pick<SpeciesSettings, 'rule' | 'believe'>;
  readonly #checklist: Checklist;
  /** Labels that say more than "animal". */
  readonly #naming: readonly number[];

  constructor(
    labels: readonly ModelLabel[],
    settings: Pick<SpeciesSettings, 'rule' | 'believe' | 'checklist'>,
  ) {
    this.#labels = labels;
    this.#settings = settings;
    this.#checklist = matchChecklist(checklistFromText(settings.checklist), labels);
    this.#naming = labels.flatMap(({ role, name, taxon }, index) => {
      const isAny = taxon === undefined ? /^animals?$/i.test(name.trim()) : readTaxon(taxon) === anyAnimal;
      return role === 'animal' && !isAny ? [index] : [];
    });
  }

  /** False for a model that only tells animals from people, vehicles and blanks. */
  get knowsKinds(): boolean {
    return this.#naming.length > 0;
  }

  /** Expected names that no label answers to. */
  get unknownNames(): readonly string[] {
    return this.#checklist.unknown;
  }

  /**
   * The kind of animal in a sequence: the label whose score over its frames can be believed, else the first wider taxon
   * whose labels can be believed together.
   *
   * @param frames the scores of every label of the model, 0-1, for each photo that shows an animal
   * @returns null when nothing more than "animal" can be believed
   */
  name(frames: ScoreLists): AnimalKind | null {
    const active = this.#naming.filter((label) =>
      frames.some((scores) => (scores[label] ?? 0) >= leastScore),
    );
    const labels = active.flatMap((label) => this.#labels[label] ?? []);
    const lists = frames.map((scores) => Float64Array.from(active, (label) => scores[label] ?? 0));
    const { rule, believe } = this.#settings;
    const decided = aggregateLabels(lists, labels, { ...defaultLabelRules, animal: rule });
    if (!decided) return null;
    const { scores, labelIndex, score } = decided;
    const top = labels[labelIndex];
    const answer = applyChecklist(scores, labels, this.#checklistOf(active));
    if (!top || !answer) return null;
    if (answer.blocked !== null) {
      const { taxon } = answer;
      if (taxon === null || taxon === anyAnimal) return null;
      return { taxon: ofTaxon(taxon), score: Math.min(1, answer.score), blocked: top.name };
    }
    if (score >= believe) return { taxon: observedTaxon(top), score: Math.min(1, score), blocked: null };
    const taxonScores = labels.map(({ taxon }, index) => ({
      taxon: taxon === undefined ? null : readTaxon(taxon),
      score: scores[index] ?? 0,
    }));
    const found = rollUp(taxonScores, { ...defaultRollUp, threshold: believe });
    if (!found || found.taxon === anyAnimal) return null;
    return { taxon: ofTaxon(found.taxon), score: Math.min(1, found.score), blocked: null };
  }

  /** The checklist by the places of the labels in question. */
  #checklistOf(active: readonly number[]): Checklist {
    const { taxa, labelIndices, unknown } = this.#checklist;
    if (labelIndices.size === 0) return this.#checklist;
    const places = active.flatMap((label, place) => (labelIndices.has(label) ? [place] : []));
    // None of them is in question, but the list is not empty, so that it still blocks.
    return { taxa, labelIndices: new Set(places.length > 0 ? places : [-1]), unknown };
  }
}
