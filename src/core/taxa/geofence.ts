import type { Taxon } from './taxonomy.ts';

/** Where a taxon may and may not be: for each country (three letters) its regions (two letters); none for all of it. */
export interface GeofenceRule {
  allow?: Readonly<Record<string, readonly string[]>>;
  block?: Readonly<Record<string, readonly string[]>>;
}

/** SpeciesNet's geofence: rules by `class;order;family;genus;species`. A taxon without a rule may be anywhere. */
export type Geofence = Readonly<Record<Taxon, GeofenceRule>>;

/** Where the camera stood. */
export interface Place {
  /** ISO 3166-1, three letters; null when it is not known, and then nothing is blocked. */
  country: string | null;
  /** State or province as in ISO 3166-2, two letters; null when it is not known. */
  region: string | null;
}

/**
 * Whether a taxon cannot be at that place, by SpeciesNet's rules (google/cameratrapai, `speciesnet/geofence_utils.py`):
 * a country that is not among the allowed ones; a region that is not, where its country lists regions; a blocked
 * country or region. An empty `allow` or `block` says nothing.
 *
 * @throws RangeError for a country without three letters, or a region without two
 */
export function isBlocked(taxon: Taxon, { country, region }: Place, geofence: Geofence): boolean {
  if (!country) return false;
  if (country.length !== 3)
    throw new RangeError(`A country has three letters, such as KEN, not "${country}".`);
  if (region && region.length !== 2)
    throw new RangeError(`A region has two letters, such as CA, not "${region}".`);
  const { allow = {}, block = {} } = geofence[taxon] ?? {};
  if (Object.keys(allow).length > 0) {
    const regions = allow[country];
    if (!regions) return true;
    if (region && regions.length > 0 && !regions.includes(region)) return true;
  }
  const blocked = block[country];
  if (!blocked) return false;
  return blocked.length === 0 || (region !== null && blocked.includes(region));
}
