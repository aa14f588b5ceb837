import type { ModelLabel } from '../models/manifest/modelManifest.ts';
import type { ObservedTaxon } from './observation.ts';
import { readTaxon, scientificName } from './taxonomy.ts';

/**
 * The kind of animal a model's label names; null for people, vehicles and blanks, and for a label that says no more
 * than `animal`.
 */
export function taxonOfLabel({ name, role, commonName, taxon }: ModelLabel): ObservedTaxon | null {
  if (role !== 'animal' && role !== 'other') return null;
  if (taxon === undefined) {
    if (name.trim().toLowerCase() === role) return null;
    return { taxon: null, scientificName: name, commonName: commonName ?? null };
  }
  const read = readTaxon(taxon);
  return { taxon: read, scientificName: scientificName(read), commonName: commonName ?? name };
}
