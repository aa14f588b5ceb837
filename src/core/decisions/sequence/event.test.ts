import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCivil } from '../../time/civilShift.ts';
import { assessTemporalIndependence, type IndependenceRule, type SpeciesRecord } from './event.ts';

/**
 * The sample photos of camtrapR 3 (jniedballa/camtrapR, inst/pictures/sample_images_species_dir), as station, species
 * and minutes; a number behind the minute is how many photos there are. Cameras wrote whole minutes.
 */
const samplePhotos = `
StationA PBE 04-21T00:40 04-22T20:19 04-22T20:21 04-23T00:07 04-23T00:09 05-07T17:11
StationA VTA 04-10T05:07 05-06T19:06
StationB MNE 04-15T07:21 04-15T07:23 04-28T17:47x2 04-28T17:48x3 04-28T17:49x3
StationB PBE 04-05T00:11 04-05T23:13 04-07T00:23 04-10T04:07 04-10T04:08 04-14T06:13 04-24T22:54 04-25T04:33x2 05-14T02:11
StationB UNID 05-07T18:45
StationB VTA 04-15T19:12 04-27T05:07
StationC EGY 04-06T03:49 04-12T20:26x2 04-23T02:25 04-23T02:27 04-25T03:09 04-27T00:17 05-02T03:35 05-02T03:36
StationC PBE 04-06T03:00x2 04-14T23:30x2 04-18T22:57 04-23T03:33 04-23T03:34 05-05T18:24 05-05T18:25 05-07T18:47
StationC TRA 04-11T21:44 04-11T21:46x2 04-13T22:38x2 04-14T00:18x2 04-24T19:26 04-24T19:27 04-27T00:19 04-27T00:20
StationC TRA 05-01T20:10 05-01T20:12 05-02T00:10 05-02T00:11 05-12T02:32 05-12T02:34
StationC VTA 04-24T02:57`;

const sample: SpeciesRecord[] = samplePhotos
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [deployment = '', label = '', ...times] = line.split(' ');
    return times.flatMap((text) => {
      const [time = '', copies = '1'] = text.split('x');
      const seconds = parseCivil(`2009-${time}:00`);
      return Array.from({ length: Number(copies) }, (_, copy) => {
        return { id: `${deployment} ${label} ${time} ${copy}`, deployment, label, seconds };
      });
    });
  });

const rule = (minDeltaMinutes: number, options: Partial<IndependenceRule> = {}): IndependenceRule => ({
  minDeltaMinutes,
  comparedTo: 'last-record',
  removeDuplicateRecords: true,
  ...options,
});

describe('the sample photos of camtrapR', () => {
  // Numbers of rows and of removed duplicates: camtrapR, tests/testthat/test_recordTable.R and vignette camtrapr3.
  const withoutUnidentified = sample.filter(({ label }) => label !== 'UNID');

  it('are 68 photos, 12 of them duplicates: 56 records', () => {
    expect(sample).toHaveLength(68);
    const { events, duplicates } = assessTemporalIndependence(sample);
    expect(events).toHaveLength(56);
    const removed = (station: string) => duplicates.filter(({ deployment }) => deployment === station).length;
    expect([removed('StationA'), removed('StationB'), removed('StationC')]).toEqual([0, 6, 6]);
  });

  it('keep their duplicates when asked to: 67 records instead of 55 without the unidentified one', () => {
    expect(assessTemporalIndependence(withoutUnidentified, rule(0)).events).toHaveLength(55);
    const kept = assessTemporalIndependence(withoutUnidentified, rule(0, { removeDuplicateRecords: false }));
    expect(kept.events).toHaveLength(67);
  });

  it('are 40 independent records an hour after the last one, 39 without the unidentified one', () => {
    expect(assessTemporalIndependence(sample, rule(60)).events).toHaveLength(40);
    expect(assessTemporalIndependence(withoutUnidentified, rule(60)).events).toHaveLength(39);
  });

  it('have the time differences that the vignette prints', () => {
    const [first, second] = assessTemporalIndependence(sample).events;
    expect(first).toMatchObject({ deployment: 'StationA', label: 'PBE', deltaSeconds: 0 });
    expect(second).toMatchObject({ deployment: 'StationA', label: 'PBE', deltaSeconds: 157_140 });
  });
});

describe('assessTemporalIndependence', () => {
  const every = (minutes: number[], label = 'fox'): SpeciesRecord[] =>
    minutes.map((minute) => {
      return {
        id: String(minute).padStart(4, '0') + label,
        deployment: 'Ridge',
        label,
        seconds: minute * 60,
      };
    });
  const starts = (records: SpeciesRecord[], independence: IndependenceRule) =>
    assessTemporalIndependence(records, independence).events.map(
      (event) => Number(event.records[0]?.seconds) / 60,
    );

  it('counts a fox that stays for hours once since the last record, and once an hour since the last independent one', () => {
    const stays = every([0, 40, 80, 120, 160]);
    expect(starts(stays, rule(60))).toEqual([0]);
    expect(starts(stays, rule(60, { comparedTo: 'last-independent-record' }))).toEqual([0, 80, 160]);
  });

  it('takes a record exactly at the limit as independent', () => {
    expect(starts(every([0, 60]), rule(60))).toEqual([0, 60]);
    expect(starts(every([0, 59.99]), rule(60))).toEqual([0]);
  });

  it('never lets one species hide another', () => {
    expect(starts([...every([0]), ...every([1], 'badger')], rule(60))).toEqual([1, 0]);
  });

  it('puts photos without a time aside instead of guessing', () => {
    const undated = { id: 'x', deployment: 'Ridge', label: 'fox', seconds: null };
    expect(assessTemporalIndependence([undated, ...every([0])]).undated).toEqual([undated]);
  });

  const anyRecords = fc.uniqueArray(
    fc.record({
      id: fc.string(),
      deployment: fc.constantFrom('North', 'South'),
      label: fc.constantFrom('fox', 'badger', ''),
      seconds: fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: null }),
    }),
    { selector: ({ id }) => id },
  );
  const anyRule = fc.record({
    minDeltaMinutes: fc.nat(90),
    comparedTo: fc.constantFrom('last-record' as const, 'last-independent-record' as const),
    removeDuplicateRecords: fc.boolean(),
  });

  it('gives the same answer for any order of input, with every record in one place', () => {
    fc.assert(
      fc.property(anyRecords, anyRule, (records, independence) => {
        const result = assessTemporalIndependence(records, independence);
        const reordered = [...records].sort((left, right) => (left.id < right.id ? 1 : -1));
        expect(assessTemporalIndependence(reordered, independence)).toEqual(result);
        const all = [
          ...result.events.flatMap((event) => event.records),
          ...result.duplicates,
          ...result.undated,
        ];
        expect(all.map(({ id }) => id).sort()).toEqual(records.map(({ id }) => id).sort());
      }),
    );
  });

  it('finds the same events when the clock is put right by whole seconds', () => {
    fc.assert(
      fc.property(
        anyRecords,
        anyRule,
        fc.integer({ min: -1e6, max: 1e6 }),
        (records, independence, offset) => {
          const shifted = records.map((record) => {
            return { ...record, seconds: record.seconds === null ? null : record.seconds + offset };
          });
          const ids = (input: SpeciesRecord[]) =>
            assessTemporalIndependence(input, independence).events.map((event) =>
              event.records.map(({ id }) => id),
            );
          expect(ids(shifted)).toEqual(ids(records));
        },
      ),
    );
  });

  it('never finds more events with a longer time between them', () => {
    fc.assert(
      fc.property(anyRecords, anyRule, fc.nat(60), (records, independence, more) => {
        const longer = { ...independence, minDeltaMinutes: independence.minDeltaMinutes + more };
        expect(assessTemporalIndependence(records, longer).events.length).toBeLessThanOrEqual(
          assessTemporalIndependence(records, independence).events.length,
        );
      }),
    );
  });
});
