import { afterEach, describe, expect, it } from 'vitest';
import { isJunkFolder } from '../../src/core/files/fileKind.ts';
import { foldersFromFiles } from '../../src/platform/fileList.ts';
import { folderFromHandle, type PhotoFolder } from '../../src/platform/folder.ts';

// The browser's own private file system stands in for a folder on disk: it gives the same kind of handle.
async function makeCard(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  const card = await root.getDirectoryHandle('card', { create: true });
  for (const path of ['DCIM/100MEDIA/a.jpg', 'DCIM/101MEDIA/b.jpg', '$RECYCLE.BIN/c.jpg', 'notes.txt']) {
    const parts = path.split('/');
    let directory = card;
    for (const name of parts.slice(0, -1))
      directory = await directory.getDirectoryHandle(name, { create: true });
    const writable = await (
      await directory.getFileHandle(parts.at(-1) ?? '', { create: true })
    ).createWritable();
    await writable.write(path);
    await writable.close();
  }
  return card;
}

async function pathsIn(folder: PhotoFolder): Promise<string[]> {
  const paths: string[] = [];
  for await (const walked of folder.walk(isJunkFolder)) paths.push(walked.path);
  return paths.sort();
}

afterEach(async () => {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry('card', { recursive: true }).catch(() => null);
});

describe('a folder by its handle', () => {
  it('is walked to the bottom, without its recycle bin', async () => {
    const folder = folderFromHandle(await makeCard());
    expect(folder.name).toBe('card');
    expect(await pathsIn(folder)).toEqual(['DCIM/100MEDIA/a.jpg', 'DCIM/101MEDIA/b.jpg', 'notes.txt']);
  });

  it('opens a file by its path, also after another one was missing', async () => {
    const folder = folderFromHandle(await makeCard());
    await expect(folder.open('DCIM/102MEDIA/z.jpg')).rejects.toThrow();
    await expect(folder.open('DCIM/100MEDIA/z.jpg')).rejects.toThrow();
    expect(await (await folder.open('DCIM/100MEDIA/a.jpg')).text()).toBe('DCIM/100MEDIA/a.jpg');
    expect(await (await folder.open('notes.txt')).text()).toBe('notes.txt');
  });

  it('says where it could not be read any more', async () => {
    const card = await makeCard();
    const folder = folderFromHandle(card);
    await (await navigator.storage.getDirectory()).removeEntry('card', { recursive: true });
    const walked = await folder.walk(isJunkFolder).next();
    expect(walked.value).toMatchObject({ unreadable: expect.stringContaining('NotFoundError') as string });
  });
});

describe('files from a file input', () => {
  function chosen(relativePath: string): File {
    const file = new File(['x'], relativePath.slice(relativePath.lastIndexOf('/') + 1));
    Object.defineProperty(file, 'webkitRelativePath', { value: relativePath });
    return file;
  }

  it('become the folder that was chosen', async () => {
    const [folder, ...others] = foldersFromFiles(
      [chosen('Ridge/DCIM/a.jpg'), chosen('Ridge/b.jpg')],
      'Photos',
    );
    expect(others).toEqual([]);
    expect(folder?.name).toBe('Ridge');
    expect(folder && (await pathsIn(folder))).toEqual(['DCIM/a.jpg', 'b.jpg']);
    expect((await folder?.open('DCIM/a.jpg'))?.name).toBe('a.jpg');
  });

  it('become one folder when they were dropped without one', async () => {
    const [folder] = foldersFromFiles([new File(['x'], 'a.jpg'), new File(['y'], 'b.jpg')], 'Dropped photos');
    expect(folder?.name).toBe('Dropped photos');
    expect(folder && (await pathsIn(folder))).toEqual(['a.jpg', 'b.jpg']);
  });
});
