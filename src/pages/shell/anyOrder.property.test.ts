// @vitest-environment ./tests/helpers/pageEnvironment.ts
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, it, vi } from 'vitest';
import { anySeason } from '../../../tests/helpers/anyStep.ts';
import { clean, FieldSeason } from '../../../tests/helpers/fieldSeason.ts';

vi.mock(
  '../../platform/imageDecoder.ts',
  async () => (await import('../../../tests/helpers/textPhotos.ts')).textDecoder,
);
vi.mock(
  '../../workers/sift/loadedModel.ts',
  async () => (await import('../../../tests/helpers/textPhotos.ts')).textModel,
);
vi.mock(
  '../../workers/sift/workerLife.ts',
  async () => (await import('../../../tests/helpers/workersInPage.ts')).sifting,
);
vi.mock(
  '../../workers/share/copyMaker.ts',
  async () => (await import('../../../tests/helpers/workersInPage.ts')).copying,
);
vi.mock(
  '../../workers/results/resultsWorkerLife.ts',
  async () => (await import('../../../tests/helpers/workersInPage.ts')).readingResults,
);
vi.mock(
  '../../platform/thumbnail.ts',
  async () => (await import('../../../tests/helpers/textPhotos.ts')).thumbnails,
);
vi.mock(
  '../../platform/coveredPicture.ts',
  async () => (await import('../../../tests/helpers/textPhotos.ts')).covering,
);

afterEach(clean);

/** The same seasons each time, in some seconds; `FIELDSIFT_ORDERS=5000` tries as many, `FIELDSIFT_SEED` others. */
const numRuns = Number(process.env['FIELDSIFT_ORDERS'] ?? 12);
const seed = Number(process.env['FIELDSIFT_SEED'] ?? 7);

it('no person that anybody knows of leaves and no review is lost, whatever is done in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(anySeason, async (steps) => {
      const season = await FieldSeason.begin();
      try {
        for (const step of steps) await season.take(step);
        await season.end();
      } finally {
        await clean();
      }
    }),
    { numRuns, seed },
  );
}, 36_000_000);
