import { describe, expect, it } from 'vitest';
import { leakQuestions, leakSoFar, type LeakQuestion } from './leakCheck.ts';
import type { GateSequence } from './gateSequence.ts';
import { peopleGate } from './peopleGate.ts';

const settings = { personThreshold: 0.1, vehicleThreshold: null, neighbourSeconds: 0 };

function sequence(id: string, score = 0): GateSequence {
  const evidence =
    score > 0 ? [{ model: 'm', label: 'person', role: 'person' as const, score, box: null }] : [];
  return { id, deployment: 'd', frames: [{ id: `${id}-photo`, seconds: 0, evidence }] };
}

const sequences = Array.from({ length: 400 }, (_, index) => sequence(`s${index}`, index % 4 === 0 ? 0.5 : 0));
const ask = (
  seed: string,
  personIn: (mediaId: string) => boolean | null = () => null,
  some: readonly GateSequence[] = sequences,
) => leakQuestions(some, peopleGate(some, settings), seed, personIn);
const idsOf = (questions: readonly LeakQuestion[]) => questions.map((question) => question.sequence.id);

describe('leakQuestions', () => {
  it('asks of what the machine took for clear, and of nothing else', () => {
    const ids = idsOf(ask('survey'));
    expect(ids).toHaveLength(300);
    expect(ids.filter((id) => Number(id.slice(1)) % 4 === 0)).toEqual([]);
  });

  it('keeps its order when sequences are added, and has another for another survey', () => {
    const before = idsOf(ask('survey', undefined, sequences.slice(0, 200)));
    const after = idsOf(ask('survey')).filter((id) => Number(id.slice(1)) < 200);
    expect(after).toEqual(before);
    expect(idsOf(ask('other survey'))).not.toEqual(idsOf(ask('survey')));
  });

  it('does not prefer a part of the season', () => {
    const firstHundred = idsOf(ask('survey')).slice(0, 100);
    const early = firstHundred.filter((id) => Number(id.slice(1)) < 200).length;
    // 50 are expected, with a standard deviation of 4.1.
    expect(Math.abs(early - 50)).toBeLessThan(17);
  });
});

describe('leakSoFar', () => {
  it('counts the answers without a gap only', () => {
    const ids = idsOf(ask('survey'));
    const answers = new Map([
      [ids[0], false],
      [ids[1], true],
      [ids[3], true],
    ]);
    const questions = ask('survey', (mediaId) => answers.get(mediaId.replace('-photo', '')) ?? null);
    expect(leakSoFar(questions)).toMatchObject({ checked: 2, missed: 1, clear: 300 });
  });

  it('says 2.0 % of 150 without a person', () => {
    const checked = new Set(idsOf(ask('survey')).slice(0, 150));
    const questions = ask('survey', (mediaId) => (checked.has(mediaId.replace('-photo', '')) ? false : null));
    const leak = leakSoFar(questions);
    expect(leak).toMatchObject({ checked: 150, missed: 0 });
    expect(leak?.upper).toBeCloseTo(1 - 0.05 ** (1 / 150), 10);
  });

  it('says nothing before the first answer', () => {
    expect(leakSoFar(ask('survey'))).toBeNull();
  });
});
