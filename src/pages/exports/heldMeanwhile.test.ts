import { expect, it } from 'vitest';
import { captureTime, doneMedia, predictionOf, threeClassManifest } from '../../../tests/fixtures/photo.ts';
import { surveySnapshot } from '../../core/survey/decideSurvey.ts';
import { defaultSettings } from '../../core/settings/surveySettings.ts';
import { ReviewLog } from '../../core/survey/reviews/reviewLog.ts';
import { toPhoto } from '../../core/survey/photo.ts';
import type { SurveySnapshot } from '../../core/survey/surveySnapshot.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';
import { prepareExport } from './exports.ts';

it('a script that copies a photo is written again when the photo is held after it was written', async () => {
  const photo = toPhoto(
    doneMedia('Ridge/fox.JPG', captureTime('2021-06-04T12:00:00')),
    predictionOf([0.9, 0, 0]),
    threeClassManifest.labels,
  );
  const log = new ReviewLog();
  const snapshot = (): SurveySnapshot =>
    surveySnapshot({
      ...{ appVersion: '1', at: '2021-07-01T00:00:00.000Z', id: 'survey', name: 'Season' },
      ...{
        settings: defaultSettings,
        manifest: threeClassManifest,
        models: [],
        photos: [photo],
        reviews: log,
      },
    });
  const survey = { showAll: () => undefined };
  Object.defineProperty(survey, 'snapshot', { get: snapshot });
  const sharing = {
    gate: () => null,
    reread: () => Promise.resolve(),
    release: () => undefined,
  };
  const app = { refreshFromStorage: () => Promise.resolve(), survey, sharing } as unknown as Fieldsift;
  const { files } = await prepareExport('sorting-lists', app);
  const textOf = async (script: string): Promise<string> => {
    let text = '';
    for await (const piece of files.find(({ path }) => path.endsWith(script))?.pieces() ?? [])
      text += String(piece);
    return text;
  };
  for (const script of ['copy.sh', 'copy.ps1']) expect(await textOf(script)).toContain('fox.JPG');
  expect(files.filter(({ stands }) => stands?.() === false)).toEqual([]);
  log.add({
    ...{ id: 'hold', projectId: 'survey', by: 'Ada', at: '2021-06-05T00:00:00.000Z', order: 1 },
    ...{ mediaIds: [photo.id], statement: { kind: 'gate', verdict: 'hold', signedOff: [] } },
  });
  const stale = files.filter(({ stands }) => stands?.() === false).map(({ path }) => path);
  expect(stale).toEqual(['sorting-lists/copy.sh', 'sorting-lists/copy.ps1']);
  for (const script of ['copy.sh', 'copy.ps1']) expect(await textOf(script)).not.toContain('fox.JPG');
});
