import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observationOf } from '../../taxa/observation.ts';
import { boxBetween, moveBox, resizeBox, stateBoxes } from './boxEdit.ts';

const fox = observationOf('animal', { taxon: null, scientificName: 'Vulpes vulpes', commonName: 'fox' });
const person = observationOf('person');
const box = { x: 0.1, y: 0.1, width: 0.2, height: 0.2 };
const other = { ...box, x: 0.6 };

describe('boxes', () => {
  it('are drawn from any corner, and not by a mere click', () => {
    expect(boxBetween({ x: 0.5, y: 0.75 }, { x: 0.25, y: 0.25 })).toEqual({
      x: 0.25,
      y: 0.25,
      width: 0.25,
      height: 0.5,
    });
    expect(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.501, y: 0.9 })).toBeNull();
  });

  it('stay in the photo wherever they are moved and however large they get', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const step = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(share, share, share, share, step, step, (x1, y1, x2, y2, right, down) => {
        const drawn = boxBetween({ x: x1, y: y1 }, { x: x2, y: y2 });
        for (const one of drawn ? [moveBox(drawn, right, down), resizeBox(drawn, right, down)] : []) {
          expect(one.x).toBeGreaterThanOrEqual(0);
          expect(one.y).toBeGreaterThanOrEqual(0);
          expect(one.x + one.width).toBeLessThanOrEqual(1 + 1e-9);
          expect(one.y + one.height).toBeLessThanOrEqual(1 + 1e-9);
          expect(Math.min(one.width, one.height)).toBeGreaterThanOrEqual(0.0099);
        }
      }),
    );
  });
});

describe('what boxes state', () => {
  const drawn = { box, observation: fox };

  it('is one individual for each', () => {
    const second = { box: other, observation: fox };
    expect(stateBoxes([fox], [drawn], [drawn, second])).toEqual([
      { ...fox, box },
      { ...fox, box: other },
    ]);
  });

  it('keeps what was said beside them', () => {
    expect(stateBoxes([fox, person], [drawn], [{ ...drawn, box: other }])).toEqual([
      { ...fox, box: other },
      person,
    ]);
    expect(stateBoxes([fox, person], [drawn], [])).toEqual([person]);
  });

  it('is blank when the last one is deleted', () => {
    expect(stateBoxes([fox], [drawn], [])).toEqual([observationOf('blank')]);
    expect(stateBoxes([observationOf('blank')], [], [drawn])).toEqual([{ ...fox, box }]);
  });
});
