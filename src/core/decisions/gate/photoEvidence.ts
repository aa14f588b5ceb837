import type { ModelLabel } from '../../models/manifest/modelManifest.ts';
import { unpackPrediction } from '../../models/prediction/predictionPacking.ts';
import { TextPrediction } from '../../models/prediction/predictionText.ts';
import type { ModelWord } from '../recipes/preparedRecipe.ts';
import { perPart } from '../../incremental/perPart.ts';
import { gateEvidence, isGated, type Evidence, type GatedRole, type GateEvidence } from './gateEvidence.ts';

/** Signs under this score are not kept: no threshold of the people gate can be set lower. */
export const leastEvidence = 0.01;

/** The places of labels of people and vehicles; the same for as long as the labels are. */
const gatedLabels = perPart((labels: readonly ModelLabel[]): ReadonlySet<number> => {
  const gated = new Set<number>();
  labels.forEach(({ role }, index) => {
    if (isGated(role)) gated.add(index);
  });
  return gated;
});

/** False for a photo without any sign, as most are: found out without taking the prediction apart. */
function mayShowSigns({ prediction, labels }: ModelWord): boolean {
  const gated = gatedLabels(labels);
  // Written so that a score that is no number counts.
  for (const index of gated) if (!((prediction.labelScores[index] ?? 0) < leastEvidence)) return true;
  return prediction.labels.some((index) => gated.has(index));
}

function signsOf({ prediction, labels, model }: ModelWord): GateEvidence[] {
  // Written so that a score that is no number stays.
  return gateEvidence(model, unpackPrediction(prediction), labels).filter(
    ({ score }) => !(score < leastEvidence),
  );
}

/**
 * The signs in a photo, read from what the models said when somebody goes through them. Nearly always how strong the
 * strongest is says enough, and a large survey has a million faint ones.
 */
export class PhotoEvidence implements Evidence {
  /** The highest score of each; -Infinity without any, Infinity where one is no number. */
  readonly person: number;
  readonly vehicle: number;
  /** Signs, or where they can be read again. */
  readonly #sources: readonly (ModelWord | readonly GateEvidence[])[];

  constructor(words: readonly ModelWord[]) {
    // Anything but a text that is there anyway would be kept only for this.
    this.#sources = words.map((word) => (word.prediction instanceof TextPrediction ? word : signsOf(word)));
    const signs = [...this];
    this.person = strongestSign(signs, 'person');
    this.vehicle = strongestSign(signs, 'vehicle');
  }

  *[Symbol.iterator](): Iterator<GateEvidence> {
    for (const source of this.#sources) yield* 'model' in source ? signsOf(source) : source;
  }
}

/** The highest score of a role; -Infinity without any, Infinity where one is no number, because that holds, too. */
export function strongestSign(evidence: Evidence, role: GatedRole): number {
  if (evidence instanceof PhotoEvidence) return evidence[role];
  let strongest = -Infinity;
  for (const sign of evidence) {
    if (sign.role === role) strongest = Math.max(strongest, Number.isNaN(sign.score) ? Infinity : sign.score);
  }
  return strongest;
}

const noEvidence: Evidence = [];

/** What the words of every model on a photo mean to the people gate. */
export function evidenceIn(words: readonly ModelWord[]): Evidence {
  const telling = words.filter(mayShowSigns);
  return telling.length === 0 ? noEvidence : new PhotoEvidence(telling);
}
