import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { captureTime, doneMedia, predictionOf, threeClassManifest } from '../../../tests/fixtures/photo.ts';
import { surveySnapshot } from '../../core/survey/decideSurvey.ts';
import { toPhoto } from '../../core/survey/photo.ts';
import { ReviewLog } from '../../core/survey/reviews/reviewLog.ts';
import { defaultSettings } from '../../core/settings/surveySettings.ts';
import { closeDatabase } from '../../storage/database.ts';
import { loadOutputs } from '../../storage/outputRepository.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';
import { Imports } from './imports.svelte.ts';

vi.mock(
  '../../workers/results/resultsWorkerLife.ts',
  async () => (await import('../../../tests/helpers/workersInPage.ts')).readingResults,
);

/** A survey that was sifted with a model that knows no people: no sequence of it leaves. */
function blindApp(knowsPeople = false): Fieldsift {
  const labels = knowsPeople ? threeClassManifest.labels : [{ name: 'fox', role: 'animal' as const }];
  const manifest = { ...threeClassManifest, labels };
  const photos = [0, 1, 2].map((hour) =>
    toPhoto(
      doneMedia(`A/${hour}.JPG`, captureTime(`2021-06-04T0${hour}:00:00`)),
      predictionOf([0.9, 0, 0]),
      labels,
      ...(knowsPeople ? [] : [null]),
    ),
  );
  const log = new ReviewLog([]);
  const snapshot = surveySnapshot({
    ...{ appVersion: '', at: '2021', id: 'project', name: '', settings: defaultSettings, manifest },
    ...{ models: [], photos, reviews: log },
  });
  const survey = {
    ...{
      snapshot,
      settings: defaultSettings,
      manifest,
      models: [],
      reviews: { log, moment: () => ({ at: '2021' }), take: () => undefined },
    },
    ...{ photos: () => photos, photo: (id: string) => photos.find((photo) => photo.id === id) ?? null },
  };
  return {
    ...{ survey, models: { all: [], refresh: () => Promise.resolve() }, tellPhotos: () => undefined },
    ...{ modelChoice: { isInUse: () => false, isFree: true }, hearAll: () => Promise.resolve() },
    settings: { put: () => undefined },
  } as unknown as Fieldsift;
}

/** Somebody in the first photo, and nobody in the two others. */
const megaDetector = JSON.stringify({
  images: [0, 1, 2].map((hour) => ({
    file: `A/${hour}.JPG`,
    detections: hour === 0 ? [{ category: '2', conf: 0.9, bbox: [0.5, 0.25, 0.25, 0.5] }] : [],
  })),
  detection_categories: { 1: 'animal', 2: 'person' },
  info: { format_version: '1.3', detector: 'md' },
});

/** What a machine says of the same photos, in a package of Camtrap DP. */
const packageTables = {
  'datapackage.json': JSON.stringify({
    profile: 'https://raw.githubusercontent.com/tdwg/camtrap-dp/1.0.2/camtrap-dp-profile.json',
    resources: ['deployments', 'media', 'observations'].map((name) => ({ name, path: `${name}.csv` })),
  }),
  'deployments.csv':
    'deploymentID,latitude,longitude,deploymentStart,deploymentEnd\nA,46,8,2021-06-01T00:00:00Z,2021-06-30T00:00:00Z\n',
  'media.csv': `mediaID,deploymentID,timestamp,filePath,filePublic,fileMediatype\n${[0, 1, 2]
    .map((hour) => `m${hour},A,2021-06-04T0${hour}:00:00Z,A/${hour}.JPG,true,image/jpeg\n`)
    .join('')}`,
  'observations.csv': `observationID,deploymentID,mediaID,eventStart,eventEnd,observationLevel,observationType,classificationMethod,classifiedBy,classificationProbability\n${[
    0, 1, 2,
  ]
    .map((hour) => {
      const at = `2021-06-04T0${hour}:00:00Z`;
      return `o${hour},A,m${hour},${at},${at},media,${hour === 0 ? 'human' : 'blank'},machine,md,0.9\n`;
    })
    .join('')}`,
};

async function offered(
  app: Fieldsift,
  files: Readonly<Record<string, string>> = { 'md.json': megaDetector },
): Promise<Imports> {
  const imports = new Imports(app);
  await imports.offer(
    Object.entries(files).map(([name, text]) => ({ path: `from/${name}`, file: new File([text], name) })),
  );
  expect(imports.failures).toEqual([]);
  return imports;
}

/** Empties the database of another test's results. */
afterEach(async () => {
  await closeDatabase();
  await new Promise((resolve) => (indexedDB.deleteDatabase('fieldsift').onsuccess = resolve));
});

async function keptOf(imports: Imports): Promise<number> {
  let kept = 0;
  for await (const page of loadOutputs(imports.reports[0]?.model?.hash ?? '')) kept += page.length;
  return kept;
}

it.each([
  ['results', { 'md.json': megaDetector }],
  ['results in a package', packageTables],
])('%s that are the first to know people ask by number before they let anything go', async (_, files) => {
  const app = blindApp();
  const imports = await offered(app, files);
  expect(imports.lettingGo).toBe(2);
  await imports.take();
  expect(imports.failures).toEqual([]);
  expect(imports.reports).toMatchObject([{ heldBack: 2 }]);
  expect(await keptOf(imports)).toBe(1);

  const again = await offered(app, files);
  again.letGo = true;
  await again.take();
  expect(again.reports).toMatchObject([{ heldBack: 0 }]);
  expect(await keptOf(again)).toBe(3);
});

it('results ask nothing where a model that knows people has looked', async () => {
  expect((await offered(blindApp(true))).lettingGo).toBe(0);
});
