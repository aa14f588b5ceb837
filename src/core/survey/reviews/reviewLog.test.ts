import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observationOf } from '../../taxa/observation.ts';
import { ReviewLog } from './reviewLog.ts';
import type { Review, ReviewStatement } from './review.ts';

const photos = ['a', 'b', 'c'];

function review(order: number, statement: ReviewStatement, mediaIds = ['a']): Review {
  const at = new Date(Date.UTC(2021, 4, 1) + order * 1000).toISOString();
  return { id: `r${order}`, projectId: 'p', by: 'Ada', at, order, mediaIds, statement };
}

const animal: ReviewStatement = { kind: 'observations', observations: [observationOf('animal')] };
const blank: ReviewStatement = { kind: 'observations', observations: [observationOf('blank')] };
const rolesIn = (log: ReviewLog, mediaId = 'a') =>
  log.photo(mediaId).named?.observations.map(({ role }) => role) ?? null;

/** What a person does: states something of some photos, undoes or redoes. */
const action = fc.oneof(
  fc.record({
    statement: fc.oneof(
      fc.constantFrom('animal', 'blank', 'person', null).map((role): ReviewStatement => ({
        kind: 'observations',
        observations: role === null ? [] : [observationOf(role)],
      })),
      fc.boolean().map((starred): ReviewStatement => ({ kind: 'star', starred })),
      fc
        .constantFrom('hold', 'release', 'withdraw')
        .map((verdict): ReviewStatement => ({ kind: 'gate', verdict, signedOff: [] })),
      fc.string().map((text): ReviewStatement => ({ kind: 'note', text })),
    ),
    of: fc.subarray(photos, { minLength: 1 }),
  }),
  fc.constantFrom('undo' as const, 'redo' as const),
);

function act(log: ReviewLog, one: typeof action extends fc.Arbitrary<infer Action> ? Action : never): void {
  const order = log.nextOrder;
  if (typeof one === 'object') {
    log.add(review(order, one.statement, one.of));
    return;
  }
  const target = one === 'undo' ? log.undoable : log.redoable;
  if (target) log.add(review(order, { kind: 'undo', reviewId: target.id }, []));
}

describe('what stands of a photo', () => {
  it('is what was said last of each kind', () => {
    const log = new ReviewLog([
      review(1, animal),
      review(2, blank),
      review(3, { kind: 'star', starred: true }),
      review(4, { kind: 'note', text: 'broken tail' }),
    ]);
    expect(log.photo('a')).toMatchObject({
      named: { observations: [{ role: 'blank' }], by: 'Ada' },
      starred: true,
      note: 'broken tail',
    });
    expect(log.photo('b')).toMatchObject({ named: null, gate: null, starred: false, note: '' });
  });

  it('goes back to the machine when nothing is said to be in it', () => {
    const log = new ReviewLog([review(1, animal), review(2, { kind: 'observations', observations: [] })]);
    expect(log.photo('a').named).toBeNull();
  });

  it('is held from the moment somebody names a person, until it is released', () => {
    const person: ReviewStatement = { kind: 'observations', observations: [observationOf('person')] };
    const released: ReviewStatement = { kind: 'gate', verdict: 'release', signedOff: ['sign'] };
    const log = new ReviewLog([review(1, released), review(2, person)]);
    expect(log.photo('a').gate).toMatchObject({ verdict: 'hold', by: 'Ada' });
    log.add(review(3, { ...released, verdict: 'withdraw' }));
    expect(log.photo('a').gate?.verdict).toBe('hold');
    log.add(review(4, released));
    expect(log.photo('a').gate).toMatchObject({ verdict: 'release', signedOff: ['sign'] });
    log.add(review(5, animal));
    expect(log.photo('a').gate?.verdict).toBe('release');
  });

  it('is not let go by a later name where somebody named a person', () => {
    const person: ReviewStatement = { kind: 'observations', observations: [observationOf('person')] };
    const nothing: ReviewStatement = { kind: 'observations', observations: [] };
    for (const later of [animal, blank, nothing]) {
      const log = new ReviewLog([review(1, person), review(2, later)]);
      expect(log.photo('a').gate, JSON.stringify(later)).toMatchObject({ verdict: 'hold', by: 'Ada' });
      act(log, 'undo');
      act(log, 'undo');
      expect(log.photo('a').gate).toBeNull();
    }
  });

  it('is the same whether reviews come one by one or all at once, in any order', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 25 }), fc.infiniteStream(fc.nat()), (actions, keys) => {
        const log = new ReviewLog();
        for (const one of actions) {
          act(log, one);
          // Folded now, so that a fold that is not renewed later would show.
          photos.map((photo) => log.photo(photo));
        }
        const shuffled = log.reviews
          .map((one) => ({ one, key: keys.next().value as number }))
          .sort((left, right) => left.key - right.key);
        const late = new ReviewLog();
        for (const { one } of shuffled) late.add(one);
        for (const other of [new ReviewLog(log.reviews), late]) {
          for (const photo of photos) expect(other.photo(photo)).toEqual(log.photo(photo));
          expect(other.undoable).toEqual(log.undoable);
          expect(other.redoable).toEqual(log.redoable);
        }
      }),
    );
  });
});

describe('undo and redo', () => {
  it('go back to the start and forth to the end again', () => {
    fc.assert(
      fc.property(
        fc.array(
          action.filter((one) => typeof one === 'object'),
          { maxLength: 12 },
        ),
        (actions) => {
          const log = new ReviewLog();
          const states = [photos.map((photo) => log.photo(photo))];
          for (const one of actions) {
            act(log, one);
            states.push(photos.map((photo) => log.photo(photo)));
          }
          for (const state of states.slice(0, -1).reverse()) {
            act(log, 'undo');
            expect(photos.map((photo) => log.photo(photo))).toEqual(state);
          }
          expect(log.undoable).toBeNull();
          for (const state of states.slice(1)) {
            act(log, 'redo');
            expect(photos.map((photo) => log.photo(photo))).toEqual(state);
          }
          expect(log.redoable).toBeNull();
        },
      ),
    );
  });

  it('take everything that one act said together, also when the reviews are read again', () => {
    const release: ReviewStatement = { kind: 'gate', verdict: 'release', signedOff: [] };
    const at = '2021-05-01T10:00:00.000Z';
    const together = photos.map((photo, place) => ({ ...review(place + 2, release, [photo]), at }));
    const first = { ...review(1, animal), at: '2021-05-01T09:59:59.999Z' };
    const other = { ...review(1, animal), id: 'other', at, by: 'Ben', order: 0 };
    const log = new ReviewLog([first, other]);
    log.addAll(together);
    for (const one of [log, new ReviewLog(log.reviews)]) {
      expect(one.undoableAct.map(({ id }) => id)).toEqual(['r4', 'r3', 'r2']);
      const undos = one.undoableAct.map(({ id }, place) => ({
        ...review(10 + place, { kind: 'undo', reviewId: id }, []),
        at: '2021-05-01T10:01:00.000Z',
      }));
      one.addAll(undos);
      expect(one.undoableAct.map(({ id }) => id)).toEqual(['other']);
      expect(one.redoableAct.map(({ id }) => id)).toEqual(['r12', 'r11', 'r10']);
      expect(photos.map((photo) => one.photo(photo).gate)).toEqual([null, null, null]);
    }
  });

  it('forget what was undone once something new is said', () => {
    const log = new ReviewLog([review(1, animal)]);
    act(log, 'undo');
    log.add(review(3, blank));
    expect(log.redoable).toBeNull();
    expect(rolesIn(log)).toEqual(['blank']);
    act(log, 'undo');
    expect(rolesIn(log)).toBeNull();
  });
});

describe('suspects of repeat detection', () => {
  it('are what was said of them last', () => {
    const say = (order: number, suspectKey: string, confirmed: boolean | null) =>
      review(order, { kind: 'repeat-detection', suspectKey, confirmed }, []);
    const log = new ReviewLog([say(1, 'branch', true), say(2, 'stone', true), say(3, 'stone', null)]);
    expect([...log.repeatVerdicts()]).toEqual([['branch', true]]);
    act(log, 'undo');
    expect(log.repeatVerdicts().size).toBe(2);
  });
});
