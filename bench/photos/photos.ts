import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { readTiffTags } from '../../src/core/files/image/tiffTags.ts';
import { readImageHeader } from '../../src/core/files/image/imageHeader.ts';
import { packageCommand } from '../../scripts/packageCommand.ts';
import { runCommand } from '../../scripts/runCommand.ts';
import { benchCache } from '../cache.ts';
import { sceneFile } from './drawing.ts';

/** Scenes that are drawn; more photos are made of them with another time in their EXIF, so that each is new to the app. */
const sceneCount = 16;

const drawnFolder = join(benchCache, 'photos');

/** Draws what is missing, on all cores. @throws Error when a process fails */
async function drawMissing(say: (line: string) => void): Promise<string[]> {
  const folder = join(drawnFolder, 'scenes');
  const files = Array.from({ length: sceneCount }, (_, index) => sceneFile(folder, index));
  if (!files.every(existsSync)) {
    const parts = availableParallelism();
    say(`Drawing ${sceneCount} photos of 4000 x 3000 (once)…`);
    const script = join(import.meta.dirname, 'drawScenes.ts');
    const runs = Array.from({ length: parts }, (_, part) =>
      runCommand([...packageCommand('tsx'), script, folder, `${sceneCount}`, `${part}`, `${parts}`]),
    );
    const failed = (await Promise.all(runs)).find(({ exitCode }) => exitCode !== 0);
    if (failed) throw new Error(`The photos could not be drawn:\n${failed.output}`);
  }
  return files;
}

/** The same photo with another time of day in its EXIF: the same pixels under another content key. */
function atAnotherTime(photo: Buffer, number: number): Buffer {
  const header = readImageHeader(photo);
  if (!header.exif) return photo;
  const block = photo.subarray(header.exif.start, header.exif.end);
  const time = readTiffTags(block)['DateTimeOriginal'];
  if (typeof time !== 'string') throw new Error('a drawn photo has no time');
  const at = block.indexOf(time, 0, 'latin1');
  const changed = Buffer.from(photo);
  const clock = [number / 3600, (number / 60) % 60, number % 60];
  const text = clock.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
  changed.write(text, header.exif.start + at + 11, 'latin1');
  return changed;
}

/**
 * A folder of `count` drawn photos of about 3 MB, made on first use.
 *
 * @returns the folder, and its photos in the order in which the app takes them
 */
export async function drawnPhotos(
  count: number,
  say: (line: string) => void,
): Promise<{ folder: string; photos: string[] }> {
  const scenes = await drawMissing(say);
  const folder = join(drawnFolder, `${count} photos`);
  if (!existsSync(folder)) {
    const part = `${folder}.part`;
    await rm(part, { recursive: true, force: true });
    await mkdir(part, { recursive: true });
    for (let number = 0; number < count; number += 1) {
      const scene = await readFile(scenes[number % sceneCount] ?? '');
      await writeFile(join(part, `IMG_${String(number).padStart(4, '0')}.JPG`), atAnotherTime(scene, number));
    }
    await rename(part, folder);
  }
  return { folder, photos: await photosIn(folder) };
}

/** All JPEGs of a folder and its folders, in the order of their paths. @throws Error when there is none */
export async function photosIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const photos = names.filter((name) => /\.jpe?g$/i.test(name)).sort();
  if (photos.length === 0) throw new Error(`There is no JPEG in ${folder}.`);
  return photos.map((name) => join(folder, name));
}
