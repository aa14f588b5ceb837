import { expect, it } from 'vitest';
import { drawnSnapshot } from '../../../../tests/fixtures/drawnSurvey.ts';
import { coverThresholds } from './covers.ts';
import { planShare } from './sharePlan.ts';
import { shareableSequences } from './shareable.ts';
import { defaultShareOptions } from './shareOptions.ts';
import { byDoubt } from './sheetOrder.ts';

it('the sheet shows the likeliest person first, also one too faint for any threshold', () => {
  const survey = drawnSnapshot();
  const { copies } = planShare(shareableSequences(survey), coverThresholds(survey), defaultShareOptions);
  const faint = copies.at(-1)?.photo.id;
  const person = survey.labels.findIndex(({ role }) => role === 'person');
  const photos = survey.photos.map((photo) => {
    const scores = [...(photo.prediction?.labelScores ?? [])];
    scores[person] = photo.media.id === faint ? 0.008 : 0.001;
    return photo.prediction
      ? {
          ...photo,
          evidence: [],
          prediction: { ...photo.prediction, labelScores: Float32Array.from(scores) },
        }
      : photo;
  });
  const sheet = byDoubt(copies, { ...survey, photos });
  expect(sheet).toHaveLength(copies.length);
  expect(sheet[0]?.copy.photo.id).toBe(faint);
  expect(sheet[0]?.personScore).toBeCloseTo(0.008);
  const reviewed = sheet.slice(1).map(({ isReviewed }) => isReviewed);
  expect(reviewed).toEqual([...reviewed].sort((left, right) => Number(left) - Number(right)));
});
