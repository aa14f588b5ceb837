import { describe, expect, test } from 'vitest';
import { season } from '../../../../tests/fixtures/season.ts';
import { effortCalendar } from '../effort/effortCalendar.ts';
import { speciesByNight } from './speciesByNight.ts';
import { speciesTally } from './speciesTally.ts';

const snapshot = season();

describe('a season', () => {
  test('counts every event once, the most frequent kind first', () => {
    const tallies = speciesTally(snapshot);
    expect(tallies.reduce((sum, { events }) => sum + events, 0)).toBe(snapshot.events.length);
    expect(tallies[0]).toMatchObject({
      label: 'Capreolus capreolus',
      commonName: 'roe deer',
      role: 'animal',
    });
    const counts = tallies.map(({ events }) => events);
    expect(counts).toEqual(counts.toSorted((left, right) => right - left));
  });

  test('an event is confirmed when a person named it, and counts individuals as they did', () => {
    const fox = speciesTally(snapshot).find(({ label }) => label === 'Vulpes vulpes');
    const foxes = snapshot.photos.filter(
      ({ observations }) => observations[0]?.taxon?.scientificName === fox?.label,
    );
    const named = foxes.filter(({ observations }) => observations[0]?.provenance.by === 'human');
    expect(fox?.confirmed).toBeGreaterThan(0);
    expect(fox?.confirmed).toBeLessThanOrEqual(named.length);
    expect(fox?.individuals).toBeGreaterThan(fox?.events ?? 0);
    expect(fox?.interval.low).toBeLessThan(fox?.events ?? 0);
    expect(fox?.interval.high).toBeGreaterThan(fox?.events ?? 0);
  });

  test('a family is no species', () => {
    const nights = speciesByNight(
      snapshot,
      effortCalendar(snapshot, () => true),
    );
    const species = speciesTally(snapshot).filter(({ label }) => label.includes(' '));
    expect(speciesTally(snapshot).some(({ label }) => label === 'Mustelidae')).toBe(true);
    expect(nights.observed).toBe(species.length);
  });

  test('blanks and the unknown are no visitors', () => {
    const [event] = snapshot.events;
    if (!event) throw new Error('the season is empty');
    const events = ['blank', 'unknown', 'person'].map((label) => ({ ...event, label }));
    expect(speciesTally({ ...snapshot, events }).map(({ label, role }) => [label, role])).toEqual([
      ['person', 'person'],
    ]);
  });
});
