import { describe, expect, it } from 'vitest';
import { stationOf, stationRows, type StationRow } from './stationTable.ts';

const row = (deployment: string, station: string, from: string | null = null): StationRow => {
  return { deployment, station, latitude: null, longitude: null, from };
};
const station = (table: StationRow[], path: string, civil: string | null = '2021-06-04T12:00:00') =>
  stationOf(table, path, civil)?.station ?? null;

describe('stationRows', () => {
  it('names stations by their last folder, and by more where two end alike', () => {
    const names = stationRows(['Survey/Ridge', 'Survey/North/A', 'Survey/South/A', 'Survey/Ridge']);
    expect(names.map((one) => one.station)).toEqual(['North/A', 'Ridge', 'South/A']);
  });
});

describe('stationOf', () => {
  it('renames, and merges deployments under one name', () => {
    const table = [row('Card 1', 'Ridge'), row('Card 2', 'Ridge')];
    expect([station(table, 'Card 1/a.jpg'), station(table, 'Card 2/100RECNX/b.jpg')]).toEqual([
      'Ridge',
      'Ridge',
    ]);
  });

  it('does not take a folder for another that begins with its name', () => {
    expect(station([row('Card 1', 'Ridge')], 'Card 10/a.jpg')).toBeNull();
  });

  it('splits off a folder inside a deployment', () => {
    const table = [row('Card', 'Ridge'), row('Card/101RECNX', 'Creek')];
    expect([station(table, 'Card/100RECNX/a.jpg'), station(table, 'Card/101RECNX/a.jpg')]).toEqual([
      'Ridge',
      'Creek',
    ]);
  });

  it('splits at the moment when the camera was moved, in any order of the lines', () => {
    const table = [row('Card', 'Creek', '2021-06-04T12:00:00'), row('Card', 'Ridge')];
    for (const lines of [table, [...table].reverse()]) {
      expect(station(lines, 'Card/a.jpg', '2021-06-04T11:59:59')).toBe('Ridge');
      expect(station(lines, 'Card/a.jpg', '2021-06-04T12:00:00')).toBe('Creek');
      expect(station(lines, 'Card/a.jpg', null)).toBe('Ridge');
    }
  });

  it('says nothing of a photo before the first line of its deployment', () => {
    expect(station([row('Card', 'Creek', '2021-06-05T00:00:00')], 'Card/a.jpg')).toBeNull();
  });
});
