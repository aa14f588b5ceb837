import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { doneMedia } from '../../../tests/fixtures/photo.ts';
import { detector, prepared } from '../../../tests/fixtures/recipe.ts';
import type { Media } from '../../core/photos/media.ts';
import { contentKeyOf } from '../../platform/contentKey.ts';
import { foldersFromFiles } from '../../platform/fileList.ts';
import type { PhotoFolder } from '../../platform/folder.ts';
import { keepSifted, loadMedia } from '../../storage/mediaRepository.ts';
import { loadFolders } from '../../storage/surveyRepository.ts';
import { Announcements } from '../shell/announcements.svelte.ts';
import { defaultSettings } from '../../core/settings/surveySettings.ts';
import { FolderAccess } from './folderAccess.ts';
import { Intake } from './intake.svelte.ts';
import { newSurvey } from '../survey/openSurvey.ts';
import { SurveyState } from '../survey/surveyState.svelte.ts';

const recipe = prepared([detector('boxes', 'animal')], { kind: 'single', model: { id: 'boxes' } });
const june = Date.UTC(2021, 5, 4, 8);
const july = Date.UTC(2021, 6, 15, 8, 30, 10);

interface Card {
  name?: string;
  count?: number;
  /** What its photos hold; the same text is the same content. */
  content: string;
  time: number;
  /** The first photos are so much longer. */
  padding?: number;
}

/** A card whose files are called as those of every other: DCIM/100EK113/EK000001.JPG. */
function card({ name = 'DCIM', count = 40, content, time, padding = 0 }: Card): PhotoFolder {
  const files = Array.from({ length: count }, (_, index) => {
    const text = `${content} ${String(index).padStart(4, '0')}${'.'.repeat(padding)}`;
    const file = new File([text], `EK${index}.JPG`, { lastModified: time + index * 60_000 });
    const path = `${name}/100EK113/EK${String(index).padStart(6, '0')}.JPG`;
    return Object.defineProperty(file, 'webkitRelativePath', { value: path });
  });
  const [folder] = foldersFromFiles(files, 'Loose');
  if (!folder) throw new Error('no folder');
  return folder;
}

/** A page with a survey; of its run only what it would sift is kept. */
function openPage(
  survey: ReturnType<typeof newSurvey> | null = null,
  kept: { folders: SurveyState['folders']; media: Media[] } = { folders: [], media: [] },
) {
  const open = survey ?? newSurvey('Season', defaultSettings);
  const state = new SurveyState(recipe);
  state.open(open, [...kept.folders]);
  state.put(kept.media.map((media) => ({ media, outputs: null })));
  const queued: Media[] = [];
  const run = {
    add: (media: readonly Media[]) => void queued.push(...media),
    expectMore: () => () => undefined,
    isBack: () => undefined,
    isActive: true,
    startUnlessPaused: () => undefined,
  };
  const access: FolderAccess = new FolderAccess((id, place) => intake.isStill(id, place));
  const intake: Intake = new Intake(state, run, access, new Announcements());
  const drop = (...folders: PhotoFolder[]) => intake.add(folders, open.id);

  /** What would be sifted: each photo's path with what its file holds. */
  const contents = async () => {
    const found: Record<string, string> = {};
    for (const { media } of state.photos()) {
      const opened = await access.open(media);
      found[media.path] = 'file' in opened ? await opened.file.text() : JSON.stringify(opened);
    }
    return found;
  };
  /** Sifts the first photos. */
  const sift = async (count: number) => {
    for (const { media } of state.photos().slice(0, count)) {
      const opened = await access.open(media);
      if (!('file' in opened)) continue;
      const { size, lastModified } = opened.file;
      const read: Media = {
        ...doneMedia(media.path, null),
        ...{ id: media.id, projectId: media.projectId, folderId: media.folderId, size },
        ...{ status: 'failed', failure: { code: 'inference', detail: '' }, modifiedAt: lastModified },
        contentKey: await contentKeyOf(opened.file),
      };
      await keepSifted([{ media: read, outputs: [], thumbnail: null }]);
      state.put([{ media: read, outputs: null }]);
    }
  };
  /** The page after a reload, in which no folder can be read until it is dropped again. */
  const reload = async () => {
    const media: Media[] = [];
    for await (const page of loadMedia(state.folders.map(({ id }) => id))) media.push(...page);
    return openPage(open, { folders: state.folders, media });
  };
  const names = () => state.folders.map(({ name }) => name).sort();
  return { state, access, intake, drop, contents, sift, reload, names, queued };
}

const bear = { content: 'bear', time: june };
const deer = { content: 'deer', time: july };
const howMany = (found: Record<string, string>, content: string) =>
  Object.values(found).filter((text) => text.startsWith(content)).length;

describe('a second card with the same names', () => {
  it.each([0, 7, 40])('loses no photo of either when %i of the first are sifted', async (sifted) => {
    const page = openPage();
    await page.drop(card(bear));
    await page.sift(sifted);
    await page.drop(card(deer));
    const found = await page.contents();
    expect(page.names()).toEqual(['DCIM', 'DCIM (2)']);
    expect([howMany(found, 'bear'), howMany(found, 'deer')]).toEqual([40, 40]);
  });

  it('is told by its times where sizes are equal, and by its content where times are too', async () => {
    const page = openPage();
    await page.drop(card(bear));
    await page.drop(card({ ...deer, time: june }));
    await page.drop(card({ content: 'hare', time: june + 3_600_000 }));
    expect(page.names()).toEqual(['DCIM', 'DCIM (2)', 'DCIM (3)']);
    const found = await page.contents();
    expect(['bear', 'deer', 'hare'].map((each) => howMany(found, each))).toEqual([40, 40, 40]);
  });

  it.each([0, 20])('does not fill up the first after a reload with %i sifted', async (sifted) => {
    const before = openPage();
    await before.drop(card(bear));
    await before.sift(sifted);
    const page = await before.reload();
    await page.drop(card(deer));
    expect(page.names()).toEqual(['DCIM', 'DCIM (2)']);
    await page.drop(card(bear));
    expect(page.names()).toHaveLength(2);
    const found = await page.contents();
    expect([howMany(found, 'bear'), howMany(found, 'deer')]).toEqual([40, 40]);
  });

  it('is not read for the first when it lies in the same place', async () => {
    const page = openPage();
    await page.drop(card(bear));
    const [record] = page.state.folders;
    const reader = await page.reload();
    if (!record) throw new Error('no folder');
    expect(await reader.intake.reconnect(record, card(deer))).toBe(false);
    reader.access.connect(record.id, card(deer));
    expect(howMany(await reader.contents(), 'deer')).toBe(0);
    expect(await reader.intake.reconnect(record, card(bear))).toBe(true);
    expect(howMany(await reader.contents(), 'bear')).toBe(40);
  });

  it('has a name of its own, also where a folder is called like one', async () => {
    const page = openPage();
    await page.drop(card(bear), card(deer), card({ name: 'DCIM (2)', content: 'hare', time: june }));
    expect(new Set(page.names()).size).toBe(3);
    expect(Object.keys(await page.contents())).toHaveLength(120);
  });
});

describe('the same card again', () => {
  it('doubles nothing, whether dropped twice at once, in mid-run or after it', async () => {
    const page = openPage();
    await Promise.all([page.drop(card(bear)), page.drop(card(bear))]);
    await page.sift(10);
    await page.drop(card(bear));
    await page.sift(40);
    await page.drop(card(bear));
    expect(page.names()).toEqual(['DCIM']);
    expect(page.queued).toHaveLength(40);
  });

  it('is a copy where content is the same and times are not', async () => {
    const page = openPage();
    await page.drop(card(bear));
    await page.drop(card({ ...bear, time: july }));
    expect(page.names()).toEqual(['DCIM']);
    expect(howMany(await page.contents(), 'bear')).toBe(40);
  });

  it('brings what has come to it since', async () => {
    const page = openPage();
    await page.drop(card({ ...bear, count: 25 }));
    await page.sift(5);
    await page.drop(card(bear));
    expect(page.names()).toEqual(['DCIM']);
    expect(howMany(await page.contents(), 'bear')).toBe(40);
  });

  it('keeps photos that a smaller copy lacks readable where they were', async () => {
    const page = openPage();
    await page.drop(card(bear));
    await page.drop(card({ ...bear, count: 30, time: july }));
    expect(page.names()).toEqual(['DCIM']);
    expect(howMany(await page.contents(), 'bear')).toBe(40);
  });
});

it('keeps a photo whose name another one has taken over since, beside that one', async () => {
  const page = openPage();
  await page.drop(card(bear));
  await page.sift(40);
  const mixed = card(bear);
  const newer = card({ ...deer, count: 10, padding: 3 });
  const partly: PhotoFolder = {
    ...mixed,
    open: (path) => newer.open(path).catch(() => mixed.open(path)),
  };
  const later = await page.reload();
  await later.drop(partly);
  await later.drop(partly);
  expect(later.names()).toEqual(['DCIM', 'DCIM (2)']);
  const photos = later.state.photos().map(({ media }) => media);
  expect(photos).toHaveLength(50);
  expect(photos.filter(({ contentKey }) => contentKey !== null)).toHaveLength(40);
  expect(howMany(await later.contents(), 'deer')).toBe(10);
});

it('takes loose photos of one name as two', () => {
  const files = ['bear', 'deer'].map((text) => new File([text], 'IMG_0001.JPG'));
  expect(foldersFromFiles(files, 'Photos').map(({ name }) => name)).toEqual(['Photos', 'Photos']);
});

it('reads a folder on whose record cannot be written, says so, and writes it again later', async () => {
  const page = openPage();
  const { survey, keeper } = page.state;
  const real = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')
    ?.value as IDBObjectStore['put'];
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    value,
  ) {
    if (this.name === 'folders') throw new DOMException('no room', 'QuotaExceededError');
    return real.call(this, value);
  });
  await page.drop(card({ ...bear, count: 3 })).finally(() => {
    put.mockRestore();
  });
  expect(page.state.photos()).toHaveLength(3);
  expect(keeper.reason).not.toBeNull();
  await keeper.retry();
  expect(keeper.reason).toBeNull();
  expect(await loadFolders(survey?.id ?? '')).toMatchObject([{ name: 'DCIM', complete: true }]);
});
