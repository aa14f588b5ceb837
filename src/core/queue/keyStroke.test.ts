import { expect, it } from 'vitest';
import { isSingleCharacter, strokeOf, strokeText } from './keyStroke.ts';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

it.each([
  [{ ...plain, key: 'p' }, 'p'],
  [{ ...plain, key: 'P' }, 'p'], // CapsLock
  [{ ...plain, key: 'A', shiftKey: true }, 'Shift+A'],
  [{ ...plain, key: '?', shiftKey: true }, '?'],
  [{ ...plain, key: 'Enter', shiftKey: true }, 'Shift+Enter'],
  [{ ...plain, key: 'z', metaKey: true }, 'Ctrl+z'],
  [{ ...plain, key: 'Z', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+Z'],
  [{ ...plain, key: '+' }, '+'],
  [{ ...plain, key: ' ' }, 'Space'],
  [{ ...plain, key: 'Shift', shiftKey: true }, null],
])('reads %j as %s', (pressed, stroke) => {
  expect(strokeOf(pressed)).toBe(stroke);
});

it('knows which strokes speech and slips can set off', () => {
  expect(['p', '?', '5', 'Shift+A', '+'].every(isSingleCharacter)).toBe(true);
  expect(['Enter', 'Ctrl+z', 'ArrowUp', 'Shift+Enter', 'Alt+p'].some(isSingleCharacter)).toBe(false);
});

it('writes strokes as on key caps', () => {
  expect(['p', 'Shift+A', 'ArrowLeft', '+', 'Ctrl+Shift+Z'].map(strokeText)).toEqual([
    'P',
    '⇧ A',
    '←',
    '+',
    'Ctrl + ⇧ Z',
  ]);
});
