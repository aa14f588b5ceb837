import { expect, it } from 'vitest';
import { snapshotOf } from '../../../tests/fixtures/queueSnapshot.ts';
import { changeSettings } from '../settings/changeSettings.ts';
import { doubtfulView, isDoubtful } from './doubtfulView.ts';
import { formatView, parseView, wholeQueue } from './filterAddress.ts';
import { queueEntries } from './queueEntries.ts';
import { showQueue } from './queueLens.ts';

const snapshot = snapshotOf([
  { id: 'sure', score: 0.95, triage: 'accept' },
  { id: 'far off', score: 0.3 },
  { id: 'torn', score: 0.85, votes: ['animal', 'blank'] },
  { id: 'near', score: 0.85 },
  { id: 'held', score: 0.85, triage: 'held' },
]);

it('shows what triage sends to a person, what tells most in front', () => {
  const { entries } = showQueue(queueEntries(snapshot), doubtfulView, snapshot);
  expect(entries.map(({ id }) => id)).toEqual(['torn', 'near', 'far off']);
});

it('follows the thresholds of triage', () => {
  const changed = { ...snapshot, settings: changeSettings(snapshot.settings, { 'triage.accept': '0.3' }) };
  const { entries } = showQueue(queueEntries(changed), doubtfulView, changed);
  expect(entries[0]?.id).toBe('far off');
});

it('has an address that others can open', () => {
  const address = formatView(doubtfulView);
  expect(address).toBe('state=review&sort=telling');
  expect(isDoubtful(parseView(address))).toBe(true);
  expect(isDoubtful(parseView(`${address}&camera=Ridge`))).toBe(true);
  expect(isDoubtful(wholeQueue)).toBe(false);
});
