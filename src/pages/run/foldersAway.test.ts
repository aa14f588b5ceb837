import { describe, expect, it } from 'vitest';
import type { SurveyFolder } from '../../core/survey/survey.ts';
import { foldersAway } from './foldersAway.ts';

const folder = (id: string, changes: Partial<SurveyFolder> = {}): SurveyFolder => ({
  id,
  projectId: 'survey',
  name: id,
  origin: 'handle',
  otherFiles: {},
  complete: true,
  ...changes,
});
const away = (folders: SurveyFolder[], pending: string[] = [], connected: string[] = []) => {
  const sorted = foldersAway(
    folders,
    pending.map((folderId) => ({ folderId })),
    (id) => connected.includes(id),
  );
  const ids = (each: SurveyFolder[]) => each.map(({ id }) => id);
  return { needed: ids(sorted.needed), elsewhere: ids(sorted.elsewhere) };
};

describe('foldersAway', () => {
  it('asks for a folder with photos left, or one that was not walked to its end', () => {
    const folders = [folder('done'), folder('left'), folder('half', { complete: false }), folder('here')];
    expect(away(folders, ['left', 'here'], ['here']).needed).toEqual(['left', 'half']);
  });

  it('never demands a folder that is on another laptop', () => {
    const folders = [folder('theirs', { origin: 'elsewhere', complete: false }), folder('ours')];
    expect(away(folders, ['theirs', 'ours'])).toEqual({ needed: ['ours'], elsewhere: ['theirs'] });
    expect(away(folders, [], ['theirs'])).toEqual({ needed: [], elsewhere: [] });
  });
});
