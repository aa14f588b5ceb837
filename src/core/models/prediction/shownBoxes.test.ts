import { expect, it } from 'vitest';
import { shownBoxes } from './shownBoxes.ts';

const body = { x: 0.2, y: 0.2, width: 0.4, height: 0.4 };
const head = { x: 0.22, y: 0.22, width: 0.1, height: 0.1 };
const beside = { x: 0.7, y: 0.2, width: 0.2, height: 0.4 };

it('draws one box for a body, whichever of its boxes is the strongest', () => {
  const boxes = [
    { role: 'animal', score: 0.7, box: head },
    { role: 'animal', score: 0.9, box: body },
  ];
  expect(shownBoxes(boxes)).toEqual([{ role: 'animal', score: 0.9, box: body }]);
  const headFirst = boxes.map((box) => ({ ...box, score: 1.6 - box.score }));
  expect(shownBoxes(headFirst).map(({ box }) => box)).toEqual([head]);
});

it('draws a second animal beside it, and a rider on it', () => {
  const boxes = [
    { role: 'animal', score: 0.9, box: body },
    { role: 'animal', score: 0.6, box: beside },
    { role: 'person', score: 0.5, box: head },
  ];
  expect(shownBoxes(boxes)).toEqual(boxes);
});
