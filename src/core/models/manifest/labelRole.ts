import type { ModelLabel } from './modelManifest.ts';

/** Names of what is no animal. */
export const roleWords = {
  person: [
    'human',
    'person',
    'people',
    'homo sapiens',
    'man',
    'woman',
    'child',
    'hunter',
    'hiker',
    'cyclist',
    'ranger',
  ],
  vehicle: [
    'vehicle',
    'car',
    'truck',
    'lorry',
    'bus',
    'train',
    'boat',
    'motorcycle',
    'motorbike',
    'bicycle',
    'bike',
    'quad',
    'atv',
    'van',
    'tractor',
  ],
  blank: [
    'blank',
    'empty',
    'background',
    'nothing',
    'none',
    'no animal',
    'no_animal',
    'no species',
    'no_species',
    'vide',
  ],
} as const;

const person = new RegExp(`^(?:${roleWords.person.join('|')})s?$`);
const vehicle = new RegExp(`^(?:${roleWords.vehicle.join('|')})s?$`);
const blank = new RegExp(`^(?:${roleWords.blank.join('|')})$`);
/** The animals of COCO, whose other 64 things are no animals. */
const cocoAnimal = /^(?:bird|cat|dog|horse|sheep|cow|elephant|bear|zebra|giraffe)$/;

/** True for models trained on COCO's 80 everyday things. */
function isCoco(names: readonly string[]): boolean {
  return ['toothbrush', 'hair drier', 'toaster'].every((name) => names.includes(name));
}

/** What each label most likely stands for, by its name: whatever is not known is an animal, except in COCO. */
export function guessRoles(names: readonly string[]): ModelLabel[] {
  const coco = isCoco(names);
  return names.map((name) => {
    const plain = name.trim().toLowerCase();
    if (person.test(plain)) return { name, role: 'person' };
    if (vehicle.test(plain)) return { name, role: 'vehicle' };
    if (blank.test(plain)) return { name, role: 'blank' };
    return { name, role: !coco || cocoAnimal.test(plain) ? 'animal' : 'other' };
  });
}

const roles: readonly string[] = ['blank', 'animal', 'person', 'vehicle', 'other'];

/** Labels as lines a person can edit: `red fox = animal`. */
export function labelLines(labels: readonly ModelLabel[]): string {
  return labels.map(({ name, role }) => `${name} = ${role}`).join('\n');
}

/** The labels in edited lines; a line without a known role gets the one its name suggests. */
export function parseLabelLines(text: string): ModelLabel[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const parts = lines.map((line) => {
    const cut = line.lastIndexOf('=');
    const role = line.slice(cut + 1).trim();
    return cut > 0 && roles.includes(role)
      ? { name: line.slice(0, cut).trim(), role: role as ModelLabel['role'] }
      : { name: line.trim(), role: null };
  });
  const guessed = guessRoles(parts.map(({ name }) => name));
  return parts.map(({ name, role }, index) => ({ name, role: role ?? guessed[index]?.role ?? 'animal' }));
}
