import { describe, expect, it } from 'vitest';
import { drawnSnapshot } from '../../../../tests/fixtures/drawnSurvey.ts';
import { hostileSnapshot } from '../../../../tests/fixtures/hostileSurvey.ts';
import { textOf, type ExportPlan } from '../exportFile.ts';
import { sortingListsExport } from './sortingListsExport.ts';

const script = ({ files }: ExportPlan): string =>
  files
    .filter(({ path }) => /copy\.(sh|ps1)$/.test(path))
    .map(textOf)
    .join('\n');
const held = 'Season/Creek/4.JPG';

describe('sorting lists', () => {
  it('copy no original that the people gate holds, unless somebody keeps it for themselves', () => {
    const plan = sortingListsExport(drawnSnapshot(), 'label');
    expect(script(plan)).toContain('Season/Creek/1.JPG');
    expect(script(plan)).not.toContain(held);
    const list = textOf(plan.files[0] ?? { text: () => [] });
    expect(list).toMatch(new RegExp(`^${held},,`, 'm'));
    expect(plan.leftOut.map(({ reason }) => reason)).toContain('held-photos');
    const own = sortingListsExport(drawnSnapshot(), 'label', 'apart');
    expect(script(own)).toMatch(new RegExp(`put '${held}' 'held back/`));
  });

  it('ask the gate again when a file is read', () => {
    const survey = drawnSnapshot();
    let now = survey;
    const plan = sortingListsExport(survey, 'label', 'leave-out', () => now);
    const gate = { state: 'held', by: 'human', person: 'Ada', at: '' } as const;
    now = { ...survey, sequences: survey.sequences.map((sequence) => ({ ...sequence, gate })) };
    expect(script(plan)).not.toMatch(/^put '/m);
  });

  it('copy nothing from outside of the folder that is given', () => {
    const paths = ['..', '../../etc', '/etc', 'C:', String.raw`a\..\..\b`, String.raw`\\server\share`, '.. '];
    const text = script(sortingListsExport(hostileSnapshot(paths), 'label', 'apart'));
    expect(text.split('\n').filter((line) => /^(put|Put) '/.test(line) && !/hidden/.test(line))).toEqual([]);
    const plain = script(sortingListsExport(hostileSnapshot(['a', 'b..c', '...d']), 'label', 'apart'));
    expect(plain.match(/^put '/gm)).toHaveLength(3);
  });
});
