import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { doneMedia, predictionOf } from '../../tests/fixtures/photo.ts';
import { isCrops } from '../core/decisions/recipes/recipeOutput.ts';
import type { Review } from '../core/survey/reviews/review.ts';
import { defaultSettings } from '../core/settings/surveySettings.ts';
import { closeDatabase, openDatabase } from './database.ts';
import { keepSifted } from './mediaRepository.ts';
import { addOutputs, findOutputs } from './outputRepository.ts';
import { addProject, type ProjectRecords } from './projectRepository.ts';
import { loadReviews } from './reviewRepository.ts';
import { deleteSurvey, loadSurveys } from './surveyRepository.ts';

const media = doneMedia('Ridge/a.jpg', null);
const contentKey = media.contentKey ?? '';
const person = { ...predictionOf([0, 0.9, 0]), contentKey, modelHash: 'model' };
const nobody = { ...predictionOf([0, 0, 0]), contentKey, modelHash: 'model' };
const survey = { id: 'project', name: 'Season', createdAt: 1, settings: defaultSettings, halted: true };
const review: Review = {
  ...{ id: 'r', projectId: 'project', by: 'Ada', at: '2021', order: 1, mediaIds: [media.id] },
  statement: { kind: 'note', text: 'a fox' },
};
const folder = {
  ...{ id: 'folder', projectId: 'project', name: 'Ridge', origin: 'elsewhere' as const },
  ...{ otherFiles: {}, complete: true },
};
const records: ProjectRecords = {
  ...{ survey, folders: [folder], media: [media], reviews: [review], outputs: [nobody], models: [] },
};

async function personScore(): Promise<number | undefined> {
  const said = (await findOutputs(['model'], contentKey)).get('model');
  return said && !isCrops(said) ? said.labelScores[1] : undefined;
}

afterEach(async () => {
  await deleteSurvey('project');
  await (await openDatabase()).clear('outputs');
  await closeDatabase();
});

describe('what comes by file', () => {
  it('never takes the place of what a model said here', async () => {
    await keepSifted([{ media, outputs: [person], thumbnail: null }]);
    const other = { ...nobody, contentKey: 'other' };
    expect(await addOutputs([nobody, other])).toEqual({ added: 1, known: 1, differing: 1 });
    expect(await addOutputs([person, other])).toEqual({ added: 0, known: 2, differing: 0 });
    expect(await addProject(records)).toMatchObject({ added: 0, differing: 1 });
    expect(await personScore()).toBeCloseTo(0.9);
  });

  it('takes the first where a file says two things of one photo', async () => {
    expect(await addOutputs([person, nobody])).toMatchObject({ added: 1 });
    expect(await personScore()).toBeCloseTo(0.9);
  });

  it('is added whole', async () => {
    await addProject(records);
    await addProject({ ...records, survey: { ...survey, name: 'Another' } });
    expect((await loadSurveys()).map(({ name }) => name)).toEqual(['Season']);
    expect(await loadReviews('project')).toEqual([review]);
  });

  it('or not at all: a record that cannot be kept leaves nothing of the others', async () => {
    const odd = { ...review, id: null } as unknown as Review;
    await expect(addProject({ ...records, reviews: [review, odd] })).rejects.toThrow();
    expect(await loadSurveys()).toEqual([]);
    expect(await loadReviews('project')).toEqual([]);
    expect(await (await openDatabase()).count('media')).toBe(0);
    expect(await personScore()).toBeUndefined();
  });
});
