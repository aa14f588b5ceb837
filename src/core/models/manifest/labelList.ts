import type { LabelFile, ModelLabel } from './labelRules.ts';
import { namesInOrder } from './labelShapes.ts';

/** The lines that hold something, without the byte order mark and carriage returns some editors add. */
function linesOf(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function plainLabel(name: string, { role, roles = {} }: LabelFile): ModelLabel {
  return { name, role: roles[name] ?? role };
}

const noAnimals: Record<string, ModelLabel['role']> = { blank: 'blank', vehicle: 'vehicle', human: 'person' };

/** `uuid;class;order;family;genus;species;common name`, where all but the first and the last may be empty. */
function speciesnetLabel(line: string, { role, roles = {} }: LabelFile): ModelLabel {
  const [, ...parts] = line.split(';');
  const commonName = parts[5] ?? '';
  const taxon = parts.slice(0, 5).join(';');
  const isTaxon = /[^;]/.test(taxon);
  const label = {
    // Several taxa can share a common name, and no two share all of the line.
    name: isTaxon ? taxon : commonName || line,
    role: roles[commonName] ?? noAnimals[commonName] ?? role,
  };
  return { ...label, ...(commonName ? { commonName } : {}), ...(isTaxon ? { taxon } : {}) };
}

function readNames(text: string): string[] | null {
  try {
    return namesInOrder(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return null;
  }
}

/**
 * The labels that a text file of the pack holds, in the order of the model's outputs. Format `lines` is one name per
 * line; `speciesnet` is SpeciesNet's label file, whose taxa are kept; `json` holds names as `namesInOrder` knows them.
 *
 * @returns null for a file of format `json` that holds anything else
 */
export function readLabelList(text: string, file: LabelFile): ModelLabel[] | null {
  if (file.format === 'json') return readNames(text)?.map((name) => plainLabel(name.trim(), file)) ?? null;
  const read = file.format === 'speciesnet' ? speciesnetLabel : plainLabel;
  return linesOf(text).map((line) => read(line, file));
}
