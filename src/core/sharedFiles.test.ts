import { describe, expect, it } from 'vitest';
import { isFromElsewhere, maySend } from './sharedFiles.ts';

const own = 'https://sift.example';
const sent = (referrer: string, headers: Record<string, string> = {}) =>
  isFromElsewhere({ referrer, headers: new Headers(headers) }, own);

describe('a share', () => {
  it('of the operating system, or of the app itself, is kept', () => {
    expect([
      sent(''),
      sent('about:client'),
      sent(`${own}/app/`),
      sent('', { 'Sec-Fetch-Site': 'none' }),
    ]).toEqual([false, false, false, false]);
  });

  it.each([
    ['https://evil.example/', {}],
    ['http://sift.example/', {}],
    ['https://sift.example:8443/', {}],
    ['', { Origin: 'https://evil.example' }],
    ['', { 'Sec-Fetch-Site': 'cross-site' }],
    ['', { 'Sec-Fetch-Site': 'same-site' }],
  ])('of a page at another origin is not: %j %j', (referrer, headers) => {
    expect(sent(referrer, headers as Record<string, string>)).toBe(true);
  });

  it('brings photos and project files, never a model', () => {
    const kept = (name: string, type = '') => maySend({ name, type });
    expect([kept('IMG_1.JPG'), kept('photo', 'image/jpeg'), kept('season.fieldsift')]).toEqual([
      true,
      true,
      true,
    ]);
    expect(
      kept('model.onnx', 'image/jpeg') || kept('pack.zip', 'image/png') || kept('recipe.json', 'image/png'),
    ).toBe(false);
    expect(kept('labels.csv', 'text/csv')).toBe(false);
  });
});
