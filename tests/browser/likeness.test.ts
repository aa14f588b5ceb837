import { afterEach, beforeAll, expect, it } from 'vitest';
import type { CoverList } from '../../src/core/queue/likeness/coverList.ts';
import { findLikeness } from '../../src/core/queue/likeness/likeness.ts';
import { describePicture } from '../../src/core/queue/likeness/pictureDescriptor.ts';
import { decodeSmall } from '../../src/platform/smallPicture.ts';
import { keepThumbnail } from '../../src/storage/outputRepository.ts';
import type { CoverLikeness } from '../../src/workers/likeness/contract.ts';
import { LikenessWorkerLife } from '../../src/workers/likeness/likenessWorkerLife.ts';

const scenes = ['day', 'night', 'snow'] as const;
type Scene = (typeof scenes)[number];
const perScene = 60;

/** A thumbnail as a fixed camera would take it: the scene stays, and something small is elsewhere each time. */
async function thumbnail(scene: Scene, index: number): Promise<ArrayBuffer> {
  const canvas = new OffscreenCanvas(160, 120);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = { day: '#6a8', night: '#111', snow: '#eef' }[scene];
  context.fillRect(0, 0, 160, 120);
  context.fillStyle = { day: '#264', night: '#555', snow: '#99c' }[scene];
  context.fillRect({ day: 10, night: 60, snow: 110 }[scene], 20, 40, 80);
  context.fillRect((index * 37) % 150, (index * 53) % 110, 3, 3);
  return (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 })).arrayBuffer();
}

const keys = scenes.flatMap((scene) => Array.from({ length: perScene }, (_, index) => `${scene} ${index}`));
const noBox = [NaN, NaN, NaN, NaN];
const box = { x: 0.1, y: 0.1, width: 0.4, height: 0.8 };

/** All pictures, without boxes and labelled alike. */
function covers(changes: Partial<CoverList> = {}): CoverList {
  const boxes = Float64Array.from(keys.flatMap(() => noBox));
  return { contentKeys: keys, boxes, kinds: new Uint32Array(keys.length), ...changes };
}

function groupsOf({ described, found }: CoverLikeness): string[][] {
  const order = Array.from(found.order, (member) => keys[described[member] ?? -1] ?? '');
  let from = 0;
  return Array.from(found.sizes, (size) => order.slice(from, (from += size)));
}

const worker = new LikenessWorkerLife();
const look = (list: CoverList): Promise<CoverLikeness | null> => worker.find(list, () => undefined);

beforeAll(async () => {
  for (const contentKey of keys) {
    const [scene = '', index = ''] = contentKey.split(' ');
    const bytes = await thumbnail(scene as Scene, Number(index));
    await keepThumbnail({ contentKey, mediaType: 'image/jpeg', bytes });
  }
  const broken = new TextEncoder().encode('no picture').buffer;
  await keepThumbnail({ contentKey: 'broken', mediaType: 'image/jpeg', bytes: broken });
});

afterEach(() => worker.close());

it('puts together in a worker what the page would put together itself', async () => {
  const boxes = Float64Array.from(keys.flatMap((_, index) => (index % 2 ? Object.values(box) : noBox)));
  const kinds = Uint32Array.from(keys, (_, index) => index % 2);
  const descriptors = await Promise.all(
    keys.map(async (key, index) => {
      const [scene = '', number = ''] = key.split(' ');
      const picture = await decodeSmall(await thumbnail(scene as Scene, Number(number)), 'image/jpeg');
      return { descriptor: describePicture(picture, index % 2 ? box : null), kind: index % 2 };
    }),
  );
  const answer = await look(covers({ boxes, kinds }));
  expect(answer?.found).toEqual(findLikeness(descriptors));
  expect(answer && groupsOf(answer).length).toBeGreaterThan(scenes.length);
});

it('puts each scene into one group, and leaves out what cannot be read', async () => {
  const contentKeys = keys.map((key, index) => (index === 3 ? 'broken' : index === 4 ? 'missing' : key));
  const answer = await look(covers({ contentKeys }));
  const groups = answer ? groupsOf(answer) : [];
  expect(groups.map((group) => new Set(group.map((key) => key.split(' ')[0])).size)).toEqual([1, 1, 1]);
  expect(groups.flat().sort()).toEqual(keys.filter((_, index) => index !== 3 && index !== 4).sort());
});

it('answers the newer of two questions, and none when it is closed', async () => {
  const older = look(covers());
  const newer = look(covers({ contentKeys: keys.slice(0, 2) }));
  expect(await older).toBeNull();
  expect([...((await newer)?.described ?? [])]).toEqual([0, 1]);
  const last = look(covers());
  worker.close();
  expect(await last).toBeNull();
  expect((await look(covers()))?.described.length).toBe(keys.length);
});
