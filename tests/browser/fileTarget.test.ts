import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { folderTarget, zipTarget } from '../../src/platform/fileTarget.ts';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const names = ['a/b/1.jpg', 'Ёж 🦌.jpg', 'report.json'];

it('writes a zip piece by piece that another reader understands', async () => {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const sink = new WritableStream<Uint8Array>({ write: (piece) => void pieces.push(piece.slice()) });
  const target = zipTarget('copies.zip', sink);
  for (const name of names) await target.write(name, bytesOf(name));
  await target.close();
  const read = unzipSync(new Uint8Array(await new Blob(pieces).arrayBuffer()));
  expect(Object.keys(read)).toEqual(names);
  for (const name of names) expect(new TextDecoder().decode(read[name])).toBe(name);
});

it('tells that the disk is full, and ends', async () => {
  const full = new DOMException('No space.', 'QuotaExceededError');
  const target = zipTarget('copies.zip', new WritableStream({ write: () => Promise.reject(full) }));
  const writing = async (): Promise<void> => {
    for (const name of names) await target.write(name, bytesOf(name));
    await target.close();
  };
  await expect(writing()).rejects.toThrow('No space.');
  await target.abort();
});

it('leaves a whole zip of what was written when it is cancelled', async () => {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const sink = new WritableStream<Uint8Array>({ write: (piece) => void pieces.push(piece.slice()) });
  const target = zipTarget('copies.zip', sink);
  await target.write('1.jpg', bytesOf('1'));
  await target.abort();
  expect(Object.keys(unzipSync(new Uint8Array(await new Blob(pieces).arrayBuffer())))).toEqual(['1.jpg']);
});

it('writes into folders of a folder', async () => {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('copies', { create: true });
  const target = folderTarget(folder);
  await target.write('deer/1.jpg', bytesOf('one'));
  await target.write('deer/1.jpg', bytesOf('two'));
  await target.close();
  const handle = await (await folder.getDirectoryHandle('deer')).getFileHandle('1.jpg');
  expect(await (await handle.getFile()).text()).toBe('two');
});

it('leaves nothing of a file that is cut short, and an older one of its name as it was', async () => {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('cut', { create: true });
  const target = folderTarget(folder);
  const cut = async function* () {
    yield await Promise.resolve(bytesOf('half'));
    throw new DOMException('No space.', 'QuotaExceededError');
  };
  await target.write('old.csv', bytesOf('old'));
  await expect(target.write('old.csv', cut())).rejects.toThrow('No space.');
  await expect(target.write('new.csv', cut())).rejects.toThrow('No space.');
  expect(await (await (await folder.getFileHandle('old.csv')).getFile()).text()).toBe('old');
  await expect(folder.getFileHandle('new.csv')).rejects.toThrow();
});
