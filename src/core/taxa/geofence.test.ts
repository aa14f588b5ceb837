import { describe, expect, it } from 'vitest';
import { isBlocked, type Geofence } from './geofence.ts';

// The rules and cases of google/cameratrapai, `speciesnet/ensemble_test.py`.
const lion = 'mammalia;carnivora;felidae;panthera;leo';
const panthera = 'mammalia;carnivora;felidae;panthera;';
const felidae = 'mammalia;carnivora;felidae;;';
const puma = 'mammalia;carnivora;felidae;puma;concolor';
const sandCat = 'mammalia;carnivora;felidae;felis;margarita';

const geofence: Geofence = {
  [lion]: { allow: { KEN: [], TZA: [] } },
  [panthera]: { allow: { KEN: [], TZA: [], USA: ['AK', 'CA'] } },
  [felidae]: { allow: { FRA: [], KEN: [], TZA: [], USA: [] }, block: { FRA: [], USA: ['NY'] } },
  [sandCat]: { block: { AUS: [] } },
};

describe('isBlocked', () => {
  it.each([
    [lion, null, null, false],
    [puma, 'USA', null, false],
    [puma, 'USA', 'CA', false],
    [lion, 'GBR', null, true],
    [lion, 'KEN', null, false],
    [panthera, 'USA', null, false],
    [panthera, 'USA', 'NY', true],
    [panthera, 'USA', 'CA', false],
    [felidae, 'FRA', null, true],
    [felidae, 'TZA', null, false],
    [felidae, 'USA', 'CA', false],
    [felidae, 'USA', 'NY', true],
    [sandCat, 'GBR', null, false],
    [sandCat, 'AUS', null, true],
  ])('%s in %s %s: %s', (label, country, region, expected) => {
    expect(isBlocked(label, { country, region }, geofence)).toBe(expected);
    expect(isBlocked(label, { country, region }, {})).toBe(false);
  });

  it('refuses a place that cannot be one', () => {
    expect(() => isBlocked(lion, { country: 'Kenya', region: null }, geofence)).toThrow(RangeError);
    expect(() => isBlocked(lion, { country: 'USA', region: 'California' }, geofence)).toThrow(RangeError);
  });
});
