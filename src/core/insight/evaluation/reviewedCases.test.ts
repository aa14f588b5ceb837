import { expect, test } from 'vitest';
import { season } from '../../../../tests/fixtures/season.ts';
import { observationOf, type StandingObservation } from '../../taxa/observation.ts';
import { reviewedCases } from './reviewedCases.ts';

const snapshot = season();

const said = (role: StandingObservation['role'], by: 'human' | 'machine'): StandingObservation => ({
  ...observationOf(role),
  score: null,
  provenance:
    by === 'human'
      ? { by, person: 'Ana', at: '2025-07-01T10:00:00.000Z' }
      : { by, models: [], rule: '', threshold: 0.5 },
});

function caseOf(observations: StandingObservation[], label: 'animal' | 'blank' = 'animal') {
  const [sequence] = snapshot.sequences;
  if (!sequence) throw new Error('the season is empty');
  const decision = { label, score: 0.8, probabilities: { animal: 0.8, person: 0.3, vehicle: 0.1 } };
  return reviewedCases({
    ...snapshot,
    sequences: [{ ...sequence, decision, observations, isReviewed: true }],
  })[0];
}

test('only what a person has looked at can judge the machine', () => {
  const cases = reviewedCases(snapshot);
  expect(cases).toHaveLength(snapshot.sequences.filter(({ isReviewed }) => isReviewed).length);
  expect(cases.every(({ truth }) => truth === 'animal')).toBe(true);
  expect(cases.some(({ correct }) => !correct)).toBe(true);
});

test('the loss is that of the score the machine gave to what is there', () => {
  expect(caseOf([said('person', 'human')])).toMatchObject({
    truth: 'person',
    correct: false,
    truthScore: 0.3,
  });
  expect(caseOf([said('blank', 'human')])?.truthScore).toBeCloseTo(0.2, 9);
});

test('of an animal and a person, both are right', () => {
  expect(caseOf([said('person', 'human'), said('animal', 'human')])).toMatchObject({
    truth: 'animal',
    correct: true,
  });
  expect(caseOf([said('person', 'human'), said('animal', 'human')], 'blank')).toMatchObject({
    truth: 'person',
    correct: false,
  });
});

test('what nobody could name is no case, and the machine does not judge itself', () => {
  expect(caseOf([said('unknown', 'human')])).toBeUndefined();
  expect(caseOf([said('animal', 'machine')])).toBeUndefined();
});
