import { describe, expect, it } from 'vitest';
import { doneMedia } from '../../../tests/fixtures/photo.ts';
import type { GateEvidence } from '../decisions/gate/gateEvidence.ts';
import type { GateState } from '../decisions/gate/peopleGate.ts';
import { compareDoubts, releaseDoubt, type SignedPhoto } from './releaseDoubt.ts';

const box = { x: 0.1, y: 0.1, width: 0.2, height: 0.4 };
const sign = (score: number, role: 'person' | 'vehicle' = 'person'): GateEvidence => ({
  ...{ model: 'lookout', label: role, role, score, box },
});

function photo(name: string, evidence: GateEvidence[] | null): SignedPhoto {
  return { media: doneMedia(`Ridge/${name}.JPG`, null), evidence };
}

const held: GateState = { state: 'held', by: 'machine', signs: [] };
const heldByAda: GateState = { state: 'held', by: 'human', person: 'Ada', at: '2021-05-01T10:00:00.000Z' };
const nobody = (): boolean => false;
const everybody = (): boolean => true;

describe('a release without its picture', () => {
  it('is doubtful for what nobody opened, and for what a model takes for a person', () => {
    const faint = [photo('a', [sign(0.1)]), photo('b', [sign(0.2), sign(0.29)])];
    expect(releaseDoubt({ id: 's', gate: held }, faint, everybody)).toBeNull();
    expect(releaseDoubt({ id: 's', gate: held }, faint, nobody)).toMatchObject({
      ...{ id: 's', frame: 1, score: 0.29, wasOpened: false, box },
    });
    const strong = [photo('a', [sign(0.3)]), photo('b', [sign(0.2)])];
    expect(releaseDoubt({ id: 's', gate: held }, strong, everybody)).toMatchObject({ frame: 0, score: 0.3 });
  });

  it('asks whether the photo with the sign was opened, not another of the burst', () => {
    const photos = [photo('a', []), photo('b', [sign(0.2)])];
    const first = (one: SignedPhoto): boolean => one === photos[0];
    expect(releaseDoubt({ id: 's', gate: held }, photos, first)).toMatchObject({ frame: 1 });
    const vehicles = [photo('a', []), photo('b', [sign(0.9, 'vehicle')])];
    expect(releaseDoubt({ id: 's', gate: held }, vehicles, nobody)).toMatchObject({ frame: 1, score: 0 });
  });

  it('is doubtful where a person held it, where no model looked, and where a score is no number', () => {
    expect(releaseDoubt({ id: 's', gate: heldByAda }, [photo('a', [])], everybody)).toMatchObject({
      byHuman: true,
    });
    for (const evidence of [null, [sign(NaN)]]) {
      expect(releaseDoubt({ id: 's', gate: held }, [photo('a', evidence)], everybody)).toMatchObject({
        score: Infinity,
      });
    }
  });

  it('shows what a person held first, then the highest score', () => {
    const doubts = [
      releaseDoubt({ id: 'low', gate: held }, [photo('a', [sign(0.1)])], nobody),
      releaseDoubt({ id: 'high', gate: held }, [photo('b', [sign(0.99)])], nobody),
      releaseDoubt({ id: 'unseen', gate: held }, [photo('c', null)], nobody),
      releaseDoubt({ id: 'Ada', gate: heldByAda }, [photo('d', [])], nobody),
    ].flatMap((doubt) => doubt ?? []);
    expect(doubts.sort(compareDoubts).map(({ id }) => id)).toEqual(['Ada', 'unseen', 'high', 'low']);
  });
});
