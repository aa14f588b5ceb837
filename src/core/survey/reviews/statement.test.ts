import { describe, expect, it } from 'vitest';
import { snapshotOf, type PlannedSequence } from '../../../../tests/fixtures/queueSnapshot.ts';
import { observationOf } from '../../taxa/observation.ts';
import { namingStatements, photoTarget, sequenceTargets } from './statement.ts';

const fox = observationOf('animal', { taxon: null, scientificName: 'Vulpes vulpes', commonName: 'fox' });
const deer = observationOf('animal', { taxon: null, scientificName: 'Cervus elaphus', commonName: null });
const box = { x: 0.25, y: 0.25, width: 0.25, height: 0.25 };

function targetsOf(plans: PlannedSequence[], accepting = false): ReturnType<typeof sequenceTargets> {
  const snapshot = snapshotOf(plans);
  return snapshot.sequences.flatMap((sequence) =>
    sequenceTargets(
      sequence,
      sequence.photos.flatMap((index) => snapshot.photos[index] ?? []),
      accepting,
    ),
  );
}

describe('one keystroke', () => {
  it('accepts forty sequences of one label in one statement', () => {
    const plans = Array.from({ length: 40 }, (_, index) => ({
      id: `s${index}`,
      votes: ['animal', 'animal'] as const,
      observations: [fox],
    }));
    const statements = namingStatements(targetsOf(plans, true), { kind: 'accept' });
    expect(statements).toHaveLength(1);
    expect(statements[0]?.mediaIds).toHaveLength(80);
    expect(statements[0]?.observations).toEqual([fox]);
  });

  it('accepts labels that differ apart, and says nothing where a person spoke already', () => {
    const plans = [
      { id: 'a', observations: [fox] },
      { id: 'b', observations: [deer] },
      { id: 'c', observations: [fox], reviewed: true },
    ];
    const statements = namingStatements(targetsOf(plans, true), { kind: 'accept' });
    expect(statements.map(({ mediaIds }) => mediaIds)).toEqual([['f/a/IMG_1.JPG'], ['f/b/IMG_1.JPG']]);
  });

  it('keeps the boxes of a photo when the sequence is counted', () => {
    const plans = [{ id: 'a', observations: [{ ...fox, box }], reviewed: true }];
    const [statement] = namingStatements(targetsOf(plans), { kind: 'count', by: 1 });
    expect(statement?.observations).toEqual([{ ...fox, count: 2, box }]);
  });

  it('is about one photo alone where that is asked for', () => {
    const { photos } = snapshotOf([{ id: 'a', observations: [fox], votes: ['animal', 'animal'] }]);
    const [first] = photos;
    const change = { kind: 'name', observation: deer, added: true } as const;
    const statements = namingStatements(first ? [photoTarget(first)] : [], change);
    expect(statements).toEqual([{ observations: [fox, deer], mediaIds: ['f/a/IMG_1.JPG'] }]);
  });
});
