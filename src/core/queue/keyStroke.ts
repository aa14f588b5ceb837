/** A key with its modifiers, as text: `Enter`, `Shift+A`, `Ctrl+z`, `?`. Cmd counts as Ctrl. */
export type KeyStroke = string;

/** What a stroke is read from: the part of a `KeyboardEvent` that matters. */
export interface PressedKey {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead']);

function isOneCharacter(key: string): boolean {
  return /^.$/u.test(key);
}

function isLetter(key: string): boolean {
  return isOneCharacter(key) && key.toLowerCase() !== key.toUpperCase();
}

/**
 * The stroke of a pressed key; null for a modifier alone. Shift is named for letters and for keys such as `Enter`; of
 * signs such as `?` it is part already. Letters are lower case but for Shift, so that CapsLock changes nothing.
 */
export function strokeOf({ key, shiftKey, ctrlKey, metaKey, altKey }: PressedKey): KeyStroke | null {
  if (modifiers.has(key)) return null;
  const name = key === ' ' ? 'Space' : key;
  const isSign = isOneCharacter(name) && !isLetter(name);
  const parts: string[] = [];
  if (ctrlKey || metaKey) parts.push('Ctrl');
  if (altKey) parts.push('Alt');
  if (shiftKey && !isSign) parts.push('Shift');
  parts.push(isLetter(name) ? (shiftKey ? name.toUpperCase() : name.toLowerCase()) : name);
  return parts.join('+');
}

/** True for a letter, digit or sign without Ctrl or Alt: what WCAG 2.1.4 lets a person switch off. */
export function isSingleCharacter(stroke: KeyStroke): boolean {
  return isOneCharacter(stroke.startsWith('Shift+') ? stroke.slice(6) : stroke);
}

const shown: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Shift: '⇧',
  '-': '−',
};

/** A stroke as it is written on a key cap: `⇧ A`, `Ctrl + Z`, `→`. */
export function strokeText(stroke: KeyStroke): string {
  if (stroke === '+') return '+';
  return stroke
    .split(/\+(?=.)/)
    .map((part) => shown[part] ?? (isLetter(part) ? part.toUpperCase() : part))
    .join(' + ')
    .replaceAll('⇧ + ', '⇧ ');
}
