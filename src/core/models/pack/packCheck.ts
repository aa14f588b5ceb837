import type { OnnxDescription, OnnxReading } from '../../files/onnxFile.ts';
import { PackFailure } from './packFailure.ts';

/** The most a model file may have: WebAssembly's memory is addressed by 32 bits, and browsers give half of that. */
export const mostModelBytes = 2 ** 31;

/** Bytes in words that are exact enough to compare with a download page. */
export function bytesInWords(bytes: number): string {
  return `${bytes.toLocaleString('en')} bytes`;
}

/**
 * Refuses a model file by its size alone, before it is read.
 *
 * @throws PackFailure
 */
export function checkModelSize(name: string, bytes: number): void {
  if (bytes === 0) throw new PackFailure('file-empty', name);
  if (bytes > mostModelBytes) throw new PackFailure('model-too-large', name, bytesInWords(bytes));
}

/**
 * What a model file says of itself, if it is a whole model.
 *
 * @throws PackFailure
 */
export function checkOnnx(name: string, reading: OnnxReading): OnnxDescription {
  switch (reading.kind) {
    case 'pointer':
      throw new PackFailure('only-a-pointer', name);
    case 'cut-short':
      throw new PackFailure('onnx-truncated', name);
    case 'not-onnx':
      throw new PackFailure('not-onnx', name);
    case 'model':
      return reading.description;
  }
}

/**
 * Refuses a model that keeps weights in files which are not there.
 *
 * @param locations the names of the files beside it that are known to hold weights
 * @throws PackFailure that names the files
 */
export function checkExternalFiles(
  name: string,
  { externalFiles }: OnnxDescription,
  locations: readonly string[],
): void {
  const missing = externalFiles.filter((file) => !locations.includes(file));
  if (missing.length === 0) return;
  const files = missing.slice(0, 3).map((file) => `“${file}”`);
  const more = missing.length > 3 ? ` + ${missing.length - 3}` : '';
  throw new PackFailure('external-data', name, files.join(', ') + more);
}

/** The names of tensors that a manifest's `input` or `output` speaks of, in whichever fields it has for them. */
function namesIn(section: Record<string, unknown>): string[] {
  const { name, names } = section;
  const all: unknown[] = typeof names === 'object' && names !== null ? Object.values(names) : [];
  return [name, ...all].filter((value) => typeof value === 'string');
}

/**
 * Compares the names in a manifest with those in the model.
 *
 * @throws PackFailure that names the field and what the model has
 */
export function checkNames(
  manifest: { input: object; output: object },
  { inputs, outputs }: OnnxDescription,
): void {
  const known = (values: OnnxDescription['inputs']): string => values.map(({ name }) => name).join(', ');
  const { sizeInput } = manifest.input as { sizeInput?: Record<string, unknown> };
  const named = [...namesIn(manifest.input as Record<string, unknown>), ...namesIn(sizeInput ?? {})];
  for (const name of named) {
    if (!inputs.some((input) => input.name === name)) {
      throw new PackFailure('input-missing', name, known(inputs));
    }
  }
  for (const name of namesIn(manifest.output as Record<string, unknown>)) {
    if (!outputs.some((output) => output.name === name)) {
      throw new PackFailure('output-missing', name, known(outputs));
    }
  }
}
