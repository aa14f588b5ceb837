import { expect, it } from 'vitest';
import type { FileTarget } from '../../platform/fileTarget.ts';
import type { PreparedFile } from './exports.ts';
import { PhotoLeftOut } from '../run/photoLeftOut.ts';
import { saveExport } from './saveExport.ts';

/** A place that keeps whole files only, as folders do. */
function place(): FileTarget & { files: string[]; ended: string } {
  const target = {
    name: 'place',
    files: [] as string[],
    ended: '',
    bytes: 0,
    write: async (path: string, content: Parameters<FileTarget['write']>[1]) => {
      if (Symbol.asyncIterator in content) for await (const piece of content) target.bytes += piece.length;
      target.files.push(path);
    },
    close: () => Promise.resolve(void (target.ended = 'closed')),
    abort: () => Promise.resolve(void (target.ended = 'aborted')),
    takeBack: (paths: readonly string[]) => {
      target.files = target.files.filter((path) => !paths.includes(path));
      return Promise.resolve('those' as const);
    },
    discard: () => Promise.resolve(void (target.ended = 'discarded')),
  };
  return target;
}

const photo = (path: string, pieces: PreparedFile['pieces']): PreparedFile => {
  return { path, mediaType: 'image/jpeg', pieces };
};
const report: PreparedFile = { path: 'report', mediaType: 'text/plain', isReport: true, pieces: () => ['r'] };
const save = (files: PreparedFile[], target: FileTarget, stop = new AbortController()) =>
  saveExport({ files, leftOut: [], refusals: [] }, target, stop.signal, () => undefined);

it('goes on without a photo that cannot be made, and tells why', async () => {
  const target = place();
  const broken = photo('1.jpg', () => {
    throw new PhotoLeftOut('1.jpg: gone');
  });
  const outcome = await save([broken, photo('2.jpg', () => ['x']), report], target);
  expect(outcome).toEqual({ written: 2, failures: ['1.jpg: gone'], cancelled: false, problem: null });
  expect(target).toMatchObject({ files: ['2.jpg', 'report'], ended: 'closed' });
});

it('stopped among pictures, it keeps those that are whole, with their report', async () => {
  const target = place();
  const stop = new AbortController();
  const first = photo('1.jpg', () => {
    stop.abort();
    return ['x'];
  });
  const outcome = await save([first, photo('2.jpg', () => ['x']), report], target, stop);
  expect(outcome).toMatchObject({ written: 2, cancelled: true, problem: null });
  expect(target.files).toEqual(['1.jpg', 'report']);
});

it('stopped in the middle of a text, it keeps nothing of it', async () => {
  const target = place();
  const stop = new AbortController();
  const pieces = function* (): Generator<string> {
    yield 'a'.repeat(100_000);
    stop.abort();
    yield 'b';
  };
  const outcome = await save([{ path: 'a.csv', mediaType: 'text/csv', pieces }], target, stop);
  expect(outcome).toMatchObject({ written: 0, cancelled: true, problem: null });
  expect(target).toMatchObject({ files: [], ended: 'aborted' });
});

it('says what is wrong with the disk, also where the place cannot be tidied any more', async () => {
  const lost = {
    ...place(),
    write: () => Promise.reject(new DOMException('code 7', 'QuotaExceededError')),
    abort: () => Promise.reject(new TypeError('the stream is locked')),
  };
  expect(await save([report], lost)).toMatchObject({ written: 0, cancelled: false });
  expect((await save([report], lost)).problem).toMatch(/disk is full/);
  const full = { ...place(), write: () => Promise.reject(new Error('No space.')) };
  expect(await save([report], full)).toMatchObject({ problem: 'No space.', cancelled: false });
  const said = async (name: string) => {
    const failing = { ...place(), write: () => Promise.reject(new DOMException('code 7', name)) };
    return (await save([report], failing)).problem;
  };
  expect(await said('QuotaExceededError')).toMatch(/disk is full.*save again/);
  expect(await said('NoModificationAllowedError')).toMatch(/Choose another folder/);
  expect(await said('NotFoundError')).toMatch(/plugged in/);
});

it('takes a picture out again that was held back after it was written, and says so in the report', async () => {
  const target = place();
  const held = new Set<string>();
  const told: string[] = [];
  const asked = (path: string, then: () => void = () => undefined): PreparedFile => ({
    ...photo(path, () => {
      if (held.has(path)) throw new PhotoLeftOut(`${path}: held`);
      then();
      return ['x'];
    }),
    stands: () => !held.has(path),
  });
  const last: PreparedFile = {
    ...report,
    pieces: () => {
      told.push([...held].join());
      // Somebody holds one more while the report is written.
      held.add('2.jpg');
      return ['r'];
    },
  };
  const files = [asked('1.jpg'), asked('2.jpg'), asked('3.jpg', () => held.add('1.jpg')), last];
  const outcome = await save(files, target);
  expect(new Set(target.files)).toEqual(new Set(['3.jpg', 'report']));
  expect(told).toEqual(['1.jpg', '1.jpg,2.jpg']);
  expect(outcome).toMatchObject({ written: 2, failures: ['1.jpg: held', '2.jpg: held'], problem: null });
});

it('begins a zip again that holds what was held back, and keeps none that was stopped', async () => {
  const held = new Set<string>();
  const zip = (): ReturnType<typeof place> => {
    const target = place();
    return Object.assign(target, {
      takeBack: () => Promise.resolve(void (target.files = [])).then(() => 'all' as const),
    });
  };
  const asked = (path: string, then: () => void = () => undefined): PreparedFile => ({
    ...photo(path, () => {
      if (held.has(path)) throw new PhotoLeftOut(`${path}: held`);
      then();
      return ['x'];
    }),
    stands: () => !held.has(path),
  });
  const target = zip();
  const outcome = await save([asked('1.jpg'), asked('2.jpg', () => held.add('1.jpg')), report], target);
  expect(target.files).toEqual(['2.jpg', 'report']);
  expect(outcome).toMatchObject({ written: 2, failures: ['1.jpg: held'], problem: null });

  held.clear();
  const stop = new AbortController();
  const stopped = zip();
  const end = (): void => {
    held.add('1.jpg');
    stop.abort();
  };
  const ended = await save([asked('1.jpg'), asked('2.jpg', end), report], stopped, stop);
  expect(stopped).toMatchObject({ files: [], ended: 'discarded' });
  expect(ended).toMatchObject({ written: 0, cancelled: true });
  expect(ended.problem).toMatch(/held back/);
});

it('keeps nothing when what other tabs said cannot be read', async () => {
  const target = place();
  const reread = (): Promise<void> => Promise.reject(new Error('No database.'));
  const files = [photo('1.jpg', () => ['x'])];
  const outcome = await saveExport(
    { files, leftOut: [], refusals: [], reread },
    target,
    new AbortController().signal,
    () => undefined,
  );
  expect(outcome).toMatchObject({ written: 0, problem: 'No database.' });
  expect(target.files).toEqual([]);
});
