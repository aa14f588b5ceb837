import { expect, it } from 'vitest';
import { captureTime, doneMedia } from '../../../tests/fixtures/photo.ts';
import { isReadableFolder, isReadableMedia, readableReview } from './readable.ts';

const media = doneMedia('Card/1.JPG', captureTime('2021-06-04T05:00:00'));
const review = { id: 'r', projectId: 'p', by: 'Ada', at: '2021', order: 1, mediaIds: ['a'] };
const said = (statement: unknown): boolean => readableReview({ ...review, statement }) !== null;

it('a record that something else wrote is set aside, and none of the app’s own', () => {
  expect(isReadableMedia(media)).toBe(true);
  expect(isReadableMedia({ ...media, metadata: null, contentKey: null })).toBe(true);
  const odd: object[] = [
    { path: 5 },
    { status: 'weird' },
    { metadata: { captureTime: 'yesterday' } },
    { metadata: { captureTime: { civil: 5 } } },
    { metadata: {} },
    { failure: 'no' },
  ];
  for (const one of odd) expect(isReadableMedia({ ...media, ...one }), JSON.stringify(one)).toBe(false);
  expect(isReadableMedia(null)).toBe(false);
  expect(said({ kind: 'observations', observations: [{ role: 'animal', taxon: null }] })).toBe(true);
  expect(said({ kind: 'star', starred: true })).toBe(true);
  for (const statement of [
    null,
    { kind: 'constructor' },
    { kind: 'observations', observations: null },
    { kind: 'observations', observations: [null] },
    { kind: 'note' },
  ]) {
    expect(said(statement), JSON.stringify(statement)).toBe(false);
  }
  expect(readableReview({ ...review, at: 5, statement: { kind: 'star' } })).toBeNull();
  const gate = { kind: 'gate', verdict: 'hold', signedOff: null };
  expect(readableReview({ ...review, statement: gate })?.statement).toEqual({ ...gate, signedOff: [] });
  const seen = [null, { role: 'person', taxon: { scientificName: 5 } }];
  expect(
    readableReview({ ...review, statement: { kind: 'observations', observations: seen } })?.statement,
  ).toEqual({
    ...{ kind: 'observations', observations: [{ role: 'person', taxon: null }] },
  });
  expect(isReadableFolder({ id: 'f', name: 'Card', otherFiles: {} })).toBe(true);
  expect(isReadableFolder({ id: 'f', name: 'Card', otherFiles: null })).toBe(false);
});
