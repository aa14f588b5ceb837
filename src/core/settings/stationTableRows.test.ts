import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStationRows, serialiseStationRows } from './stationTableRows.ts';

const head = ['deployment', 'station', 'latitude', 'longitude', 'from'];

describe('parseStationRows', () => {
  it('reads headings in any order and case, and those of Camtrap DP', () => {
    const { table, problems } = parseStationRows([
      ['Longitude', 'Latitude', 'locationName', 'deploymentID', 'habitat'],
      ['-117.25', '33.51', 'Ridge', 'Card 1/', 'scrub'],
    ]);
    expect(problems).toEqual([]);
    expect(table).toEqual([
      { deployment: 'Card 1', station: 'Ridge', latitude: 33.51, longitude: -117.25, from: null },
    ]);
  });

  it('reads what spreadsheets make of it: decimal commas, apostrophes, blank lines, short dates', () => {
    const { table, problems } = parseStationRows([
      head,
      ['Card', "'-12 Ridge", '33,51', '-117,25', '2021-06-04 12:30'],
      ['', ' ', '', '', ''],
      ['Card 2', 'Creek', '', '', '2021-06-04'],
    ]);
    expect(problems).toEqual([]);
    expect(table[0]).toMatchObject({ station: '-12 Ridge', latitude: 33.51, from: '2021-06-04T12:30:00' });
    expect(table[1]).toMatchObject({ latitude: null, from: '2021-06-04T00:00:00' });
  });

  it('asks for the columns it cannot do without', () => {
    const { table, problems } = parseStationRows([['camera', 'latitude']]);
    expect(table).toEqual([]);
    expect(problems[0]).toMatchObject({ row: 1 });
    expect(problems[0]?.text).toContain('no column "deployment" and no column "station"');
    expect(parseStationRows([]).problems).toHaveLength(1);
  });

  it.each([
    ['latitude and longitude are swapped', ['Card', 'Ridge', '-117.25', '33.51', '']],
    ['longitude without a latitude', ['Card', 'Ridge', '', '-117.25', '']],
    ['not a number', ['Card', 'Ridge', 'N 33 30', '-117.25', '']],
    ['station is empty', ['Card', '', '', '', '']],
    ['no deployment "Crad"', ['Crad', 'Ridge', '', '', '']],
    ['"4 June" is no time', ['Card', 'Ridge', '', '', '4 June']],
  ])('names the row and the remedy: %s', (words, line) => {
    const { table, problems } = parseStationRows([head, ['Card 2', 'Creek'], line], ['Card', 'Card 2']);
    expect(table.map(({ deployment }) => deployment)).toEqual(['Card 2']);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.row).toBe(3);
    expect(problems[0]?.text).toContain(words);
  });

  it('finds two lines for one deployment, and one station in two places', () => {
    const { problems } = parseStationRows([
      head,
      ['Card', 'Ridge', '33.5', '-117.2'],
      ['Card', 'Creek'],
      ['Card 2', 'Ridge', '33.6', '-117.2'],
    ]);
    expect(problems.map(({ row }) => row)).toEqual([3, 4]);
    expect(problems[0]?.text).toContain('Row 2 is for the same deployment');
    expect(problems[1]?.text).toContain('elsewhere in row 2');
  });

  it('reads back what it wrote', () => {
    const name = fc.stringMatching(/^[\p{L}\d][\p{L}\d ,"/_-]*[\p{L}\d]$/u);
    const degrees = (most: number) =>
      fc.double({ min: -most, max: most, noNaN: true }).map((value) => value + 0); // no -0: a cell has none
    const place = fc.option(
      fc.record({
        latitude: degrees(90),
        longitude: degrees(180),
      }),
      { nil: { latitude: null, longitude: null } },
    );
    const row = fc
      .tuple(name, name, place, fc.constantFrom(null, '2021-06-04T12:30:00'))
      .map(([deployment, station, where, from]) => ({ deployment, station, ...where, from }));
    const table = fc.uniqueArray(row, {
      comparator: (left, right) => left.deployment === right.deployment || left.station === right.station,
    });
    fc.assert(
      fc.property(table, (rows) => {
        expect(parseStationRows(serialiseStationRows(rows))).toEqual({ table: rows, problems: [] });
      }),
    );
  });
});
