import type { ModelLabel } from '../../models/manifest/modelManifest.ts';
import { readTaxon } from '../../taxa/taxonomy.ts';

/** The labels that are no taxon, with their ids (google/cameratrapai, `speciesnet/constants.py`). */
const known: Partial<Record<ModelLabel['role'], string>> = {
  blank: 'f1856211-cfb7-4a5b-9158-c0f72fd09ee6;;;;;;blank',
  person: '990ae9dd-7a59-4344-afcb-1b7b21368000;mammalia;primates;hominidae;homo;sapiens;human',
  vehicle: 'e2895ed5-780b-48f6-8a11-9e27cb594511;;;;;;vehicle',
};
const animal = '1f689929-883d-4dae-958c-3d57ab5b6c16;;;;;;animal';

/** No semicolons or line ends: they would make more parts of one. */
function part(text: string): string {
  return text
    .replace(/[;\s]+/g, ' ')
    .trim()
    .toLowerCase();
}

/**
 * A label as SpeciesNet writes it: `uuid;class;order;family;genus;species;common name`. The id is empty for a kind that
 * is not SpeciesNet's own.
 */
export function speciesNetLabel({ name, role, taxon, commonName }: ModelLabel): string {
  const fixed = known[role];
  if (fixed !== undefined) return fixed;
  if (taxon === undefined && name.toLowerCase() === 'animal') return animal;
  const ranks = taxon === undefined ? ';;;;' : readTaxon(taxon);
  return `;${ranks.split(';').map(part).join(';')};${part(commonName ?? name)}`;
}

/** What a label of SpeciesNet stands for; null for one that says that nothing was found out. */
export function readSpeciesNetLabel(text: string): ModelLabel | null {
  const parts = text.split(';');
  const common = (parts[6] ?? parts.at(-1) ?? '').trim().toLowerCase();
  if (common === '' && parts.every((each) => each.trim() === '')) return null;
  if (common === 'no cv result') return null;
  if (parts[4] === 'homo' || common === 'human') return { name: 'human', role: 'person' };
  if (common === 'vehicle' || common === 'blank') {
    return { name: common, role: common === 'blank' ? 'blank' : 'vehicle' };
  }
  const taxon = readTaxon(text);
  const isTaxon = parts.length >= 7 && /[^;]/.test(taxon);
  return {
    name: common || taxon,
    role: 'animal',
    ...(common !== '' && common !== 'animal' ? { commonName: common } : {}),
    ...(isTaxon ? { taxon } : {}),
  };
}
