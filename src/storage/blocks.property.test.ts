import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { doneMedia, predictionOf, threeClassManifest } from '../../tests/fixtures/photo.ts';
import { pendingMedia, type Media } from '../core/photos/media.ts';
import { peopleIn, type BesideRun } from '../core/decisions/gate/besideWords.ts';
import { predictionText } from '../core/models/prediction/predictionText.ts';
import { isCrops, packCrops } from '../core/decisions/recipes/recipeOutput.ts';
import { closeDatabase, openDatabase, type StoredOutput } from './database.ts';
import { loadSurvey, type KeptPhoto } from './loadSurvey.ts';
import { addPendingMedia, keepSifted, loadMedia, retryMedia } from './mediaRepository.ts';
import { addOutputs, loadOutputs, removeOutputs } from './outputRepository.ts';
import { packSurvey } from './packSurvey.ts';
import { deleteSurvey, saveFolder } from './surveyRepository.ts';

const folders = ['folder', 'folder0', 'other'];
const models = ['detector', 'classifier'];

const folderId = fc.constantFrom(...folders);
const path = fc.constantFrom(
  'Ridge/a.jpg',
  'Ridge/b.jpg',
  'Ridge/b/c.jpg',
  'Ridge/ä.jpg',
  'Ridge/z.jpg',
  'A/1.jpg',
);
const contentKey = fc.constantFrom('one', 'two', 'three');
const modelHash = fc.constantFrom(...models);
const score = fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8);

const output = fc.record({ modelHash, contentKey, score }).map(({ score: first, ...key }): StoredOutput =>
  key.modelHash === 'detector'
    ? { ...key, ...predictionOf([first, 0, 0]) }
    : {
        ...key,
        ...packCrops([
          { box: { x: first, y: 0, width: 0.5, height: 0.5 }, labelScores: Float32Array.of(first) },
        ]),
      },
);
const sifted = fc
  .record({ folderId, path, contentKey, failed: fc.boolean(), outputs: fc.array(output, { maxLength: 2 }) })
  .map(({ folderId: folder, path: at, contentKey: key, failed, outputs }) => {
    const media: Media = {
      ...doneMedia(at, null),
      id: `${folder}/${at}`,
      folderId: folder,
      contentKey: key,
      ...(failed ? { status: 'failed' as const, failure: { code: 'inference' as const, detail: '' } } : {}),
    };
    return { media, outputs: outputs.map((one) => ({ ...one, contentKey: key })), thumbnail: null };
  });

/** The same two, as models that are not in use. */
const runs: BesideRun[] = [
  { key: 'detector', model: 'detector 1', labels: threeClassManifest.labels },
  { key: 'classifier', model: 'classifier 1', labels: [{ name: 'human', role: 'person' }] },
];

/** What of a photo's outputs is of people. */
function peopleSaid({ outputs, beside }: KeptPhoto, isBeside: boolean): (string | null)[] {
  return runs.map(({ key, labels }) => {
    const said = (isBeside ? beside : outputs)?.get(key);
    if (!said) return null;
    return predictionText(isBeside && !isCrops(said) ? said : peopleIn(said, labels));
  });
}

type Step = () => Promise<unknown>;

async function records(keys: readonly string[]): Promise<KeptPhoto[]> {
  const said = new Map<string, Map<string, unknown>>();
  for (const key of keys) {
    for await (const page of loadOutputs(key)) {
      for (const one of page)
        said.set(one.contentKey, (said.get(one.contentKey) ?? new Map<string, unknown>()).set(key, one.said));
    }
  }
  const photos: KeptPhoto[] = [];
  for await (const page of loadMedia(folders)) {
    for (const media of page) {
      photos.push({
        media,
        outputs: (said.get(media.contentKey ?? '') as KeptPhoto['outputs']) ?? null,
        beside: null,
      });
    }
  }
  return photos;
}

/** What is seen of a survey, as plain values. */
function seen(photos: readonly KeptPhoto[]): unknown[] {
  return photos.map(({ media, outputs }) => {
    const said = models.map((key) => {
      const one = outputs?.get(key);
      if (!one) return null;
      return 'cropScores' in one
        ? [[...one.cropBoxes], [...one.cropScores]]
        : [[...one.labels], [...one.scores], [...one.boxes], [...one.labelScores]];
    });
    return { media, said };
  });
}

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(sifted, { maxLength: 3 }).map(
      (all): Step =>
        () =>
          keepSifted(all),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.array(fc.tuple(folderId, path), { maxLength: 4 }).map(
      (found): Step =>
        () =>
          addPendingMedia(found.map(([folder, at]) => pendingMedia('project', folder, at))),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.subarray(models), fc.subarray(runs)).map(
      ([size, keys, beside]): Step =>
        () =>
          packSurvey(folders, keys, size, beside),
    ),
  },
  fc.array(output, { maxLength: 2 }).map(
    (outputs): Step =>
      () =>
        addOutputs(outputs),
  ),
  modelHash.map(
    (key): Step =>
      () =>
        removeOutputs(key),
  ),
  fc.constant<Step>(async () => {
    const photos = await records(models);
    await retryMedia(photos.flatMap(({ media }) => (media.status === 'failed' ? [media] : [])));
  }),
  // Refused in the middle: what comes before it stays, and must be seen.
  fc.tuple(sifted, sifted).map(([first, second]): Step => async () => {
    const refused = { ...second, media: { ...second.media, refused: () => null } };
    await expect(keepSifted([first, refused])).rejects.toThrow();
  }),
  fc.constant<Step>(() => deleteSurvey('project of other')),
  fc.constant<Step>(() => closeDatabase()),
);

async function empty(): Promise<void> {
  const database = await openDatabase();
  await Promise.all(
    (['media', 'outputs', 'blocks', 'folders'] as const).map((store) => database.clear(store)),
  );
}

afterEach(async () => {
  await empty();
  await closeDatabase();
});

it('a survey opens as its records say, whatever was packed and changed before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.subarray(models), async (steps, keys) => {
      await empty();
      const folder = {
        id: 'other',
        projectId: 'project of other',
        name: 'Other',
        otherFiles: {},
        complete: true,
      };
      await saveFolder({ ...folder, origin: 'files' }, null);
      for (const take of steps) {
        await take();
        expect(seen((await loadSurvey(folders, keys)).photos)).toEqual(seen(await records(keys)));
        const beside = (await loadSurvey(folders, [], runs)).photos;
        const all = await records(models);
        expect(beside.map((photo) => peopleSaid(photo, true))).toEqual(
          all.map((photo) => peopleSaid(photo, false)),
        );
      }
    }),
    { numRuns: 150 },
  );
});

it('reads nothing one by one once all is packed, and only what changed after that', async () => {
  const all = Array.from({ length: 30 }, (_, index) => {
    const media: Media = { ...doneMedia(`Ridge/${index + 10}.jpg`, null), contentKey: `content ${index}` };
    const said = {
      ...predictionOf([index / 30, 0, 0]),
      modelHash: 'detector',
      contentKey: `content ${index}`,
    };
    return { media, outputs: [said], thumbnail: null };
  });
  await keepSifted(all);
  const [{ media } = { media: null }] = all;
  const ids = [media?.folderId ?? ''];
  expect((await loadSurvey(ids, ['detector'])).loose).toBe(30);
  await packSurvey(ids, ['detector'], 7);
  expect((await loadSurvey(ids, ['detector'])).loose).toBe(0);
  await keepSifted(all.slice(8, 9).map((one) => ({ ...one, outputs: [] })));
  const { photos, loose } = await loadSurvey(ids, ['detector']);
  expect(loose).toBe(7);
  expect(photos).toHaveLength(30);
});

it('packs the photos of one page while another packs them too', async () => {
  await addPendingMedia(
    Array.from({ length: 50 }, (_, index) => pendingMedia('project', 'folder', `${index}.jpg`)),
  );
  await Promise.all([packSurvey(['folder'], models, 7), packSurvey(['folder'], models, 5)]);
  const { photos, loose } = await loadSurvey(['folder'], models);
  expect([photos.length, loose]).toEqual([50, 0]);
});
