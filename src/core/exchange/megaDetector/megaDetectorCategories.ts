import type { ModelLabel } from '../../models/manifest/modelManifest.ts';

/** MegaDetector's three; tools look for these very keys. */
export const detectionCategories = { '1': 'animal', '2': 'person', '3': 'vehicle' } as const;

const categoryOfRole: Partial<Record<ModelLabel['role'], string>> = {
  animal: '1',
  person: '2',
  vehicle: '3',
};

/** What each label is in MegaDetector's results. */
export interface LabelCategories {
  /** Detection category by label; null for blanks and for things of no role. */
  detection: readonly (string | null)[];
  /** Classification category by label; null where the detection category says it all. */
  classification: readonly (string | null)[];
  names: Readonly<Record<string, string>>;
  descriptions: Readonly<Record<string, string>>;
}

/**
 * Gives every label its categories. Names are unique without regard to case, because Timelapse takes two of one name
 * for one; and none is the name of a detection category, because Timelapse refuses the file then
 * (saulgreenberg/Timelapse, `Recognition/Recognizer.cs`).
 */
export function labelCategories(labels: readonly ModelLabel[]): LabelCategories {
  const reserved = new Set<string>(Object.values(detectionCategories));
  const taken = new Set(reserved);
  const names: Record<string, string> = {};
  const taxa: Record<string, string> = {};
  const detection = labels.map(({ role }) => categoryOfRole[role] ?? null);
  const classification = labels.map(({ name, role, taxon }) => {
    if (categoryOfRole[role] === undefined || reserved.has(name.toLowerCase())) return null;
    let unique = name;
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${name} (${number})`;
    taken.add(unique.toLowerCase());
    const key = String(Object.keys(names).length);
    names[key] = unique;
    taxa[key] = taxon ?? '';
    return key;
  });
  // The format wants a description for every class or for none.
  const descriptions = Object.values(taxa).some((taxon) => taxon !== '') ? taxa : {};
  return { detection, classification, names, descriptions };
}
