import { expect, test } from 'vitest';
import { outputDifference, sameAnswers } from './agreement.ts';

const classified = (...labelScores: number[]) => ({ labels: [], scores: [], boxes: [], labelScores });
const known = (...labelScores: number[]) => ({ detections: [], labelScores: Float32Array.from(labelScores) });

test('the same best label agrees, and one as good as it, but not another', () => {
  const photos = [classified(0.9, 0.1), classified(0.5, 0.5), classified(0.9, 0.1)];
  expect(sameAnswers(photos, [known(0.6, 0.4), known(0.48, 0.52), known(0.1, 0.9)], null)).toBeCloseTo(2 / 3);
});

test('boxes agree by label, place and score; unclear ones are not asked for', () => {
  const box = { x: 0.1, y: 0.1, width: 0.2, height: 0.2 };
  const photo = {
    labels: [0, 1],
    scores: [0.9, 0.3],
    boxes: [0.1, 0.1, 0.2, 0.2, 0, 0, 1, 1],
    labelScores: [],
  };
  const answer = (labelIndex: number, x = box.x) => ({
    detections: [{ labelIndex, score: 0.85, box: { ...box, x } }],
    labelScores: new Float32Array(0),
  });
  expect(sameAnswers([photo], [answer(0)], 0.5)).toBe(1);
  expect(sameAnswers([photo], [answer(1)], 0.5)).toBe(0);
  expect(sameAnswers([photo], [answer(0, 0.5)], 0.5)).toBe(0);
});

test('outputs differ by a share of their greatest number', () => {
  expect(outputDifference([10, 0], [9, 0])).toBeCloseTo(0.1);
  expect(outputDifference([1], [1, 2])).toBe(Infinity);
});
