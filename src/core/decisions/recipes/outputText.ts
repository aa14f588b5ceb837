import { predictionText, TextPrediction } from '../../models/prediction/predictionText.ts';
import { isCrops, type PackedCrops, type PackedOutput, type RecipeOutputs } from './recipeOutput.ts';

/** An output as it lies in the database and goes from thread to thread: a word on a whole photo as one text. */
export type OutputText = { text: string } | PackedCrops;

/** An output as it is kept; see `predictionText`. */
export function outputText(output: PackedOutput): OutputText {
  return isCrops(output) ? output : { text: predictionText(output) };
}

/** What was said, read when somebody looks at it. */
export function saidIn(kept: OutputText): PackedOutput {
  return 'text' in kept ? new TextPrediction(kept.text) : kept;
}

/** What one model alone said of a photo: a map of one, which is as light as a survey of 100,000 needs it. */
export class OneOutput implements RecipeOutputs {
  readonly #key: string;
  readonly #said: PackedOutput;

  constructor(key: string, said: PackedOutput) {
    this.#key = key;
    this.#said = said;
  }

  get(key: string): PackedOutput | undefined {
    return key === this.#key ? this.#said : undefined;
  }

  has(key: string): boolean {
    return key === this.#key;
  }
}

/** What models said of one photo, by the key of each run, on its way between threads. */
export type SentOutputs = readonly (readonly [key: string, said: OutputText])[];

/** @param keys of the runs that are asked for */
export function sentOutputs(outputs: RecipeOutputs, keys: readonly string[]): SentOutputs {
  return keys.flatMap((key) => {
    const said = outputs.get(key);
    return said ? [[key, outputText(said)] as const] : [];
  });
}

/** What was sent, as light as it was when it was loaded. */
export function receivedOutputs(sent: SentOutputs): RecipeOutputs {
  const [first] = sent;
  if (sent.length === 1 && first) return new OneOutput(first[0], saidIn(first[1]));
  return new Map(sent.map(([key, said]) => [key, saidIn(said)]));
}
