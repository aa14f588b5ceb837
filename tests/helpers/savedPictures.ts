import { expect } from 'vitest';
import { ExportChoice } from '../../src/pages/exports/exportChoice.svelte.ts';
import type { ExportTarget } from '../../src/core/exchange/formats.ts';
import type { Fieldsift } from '../../src/pages/shell/fieldsift.svelte.ts';
import type { FileTarget } from '../../src/platform/fileTarget.ts';
import type { WrittenPicture } from './textPhotos.ts';

/** A picture that left. */
export interface LeftPicture extends WrittenPicture {
  target: string;
}

/** How an export is saved. */
export interface Saving {
  /** What was chosen for it. */
  options?: Record<string, string>;
  /** True for a place that cannot give back a part of what it has. */
  isZip?: boolean;
  /** Is done after each file. */
  meanwhile?: () => Promise<void>;
}

/** Saves an export as its dialog does, to the end. @returns the text of each file, by its path */
export async function saved(
  app: Fieldsift,
  target: ExportTarget,
  { options = {}, isZip = false, meanwhile = () => Promise.resolve() }: Saving = {},
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const place: FileTarget = {
    name: 'place',
    write: async (path, content) => {
      const parts: BlobPart[] = [];
      if (content instanceof Blob) parts.push(content);
      else if (content instanceof Uint8Array) parts.push(content);
      else for await (const piece of content) parts.push(piece);
      files.set(path, await new Blob(parts).text());
      await meanwhile();
    },
    close: () => Promise.resolve(),
    abort: () => Promise.resolve(),
    takeBack: (paths) => {
      for (const path of isZip ? [...files.keys()] : paths) files.delete(path);
      return Promise.resolve(isZip ? 'all' : 'those');
    },
    discard: () => {
      files.clear();
      return Promise.resolve();
    },
  };
  const choice = new ExportChoice(app);
  choice.options = { [target]: options };
  await choice.choose(target);
  await choice.save(() => Promise.resolve(place));
  expect(choice.failure).toBeNull();
  return files;
}

/** The pictures in files that were saved: copies, pictures in pages, and originals that a script copies. */
export function picturesIn(
  files: ReadonlyMap<string, string>,
  app: Fieldsift,
  target: ExportTarget,
): LeftPicture[] {
  const keyOf = new Map(app.survey.photos().map(({ media }) => [media.path, media.contentKey]));
  const copied = (text: string): LeftPicture[] =>
    (text.match(/(?<=^put ')[^']*/gm) ?? []).map((path) => ({
      ...{ target, contentKey: keyOf.get(path) ?? null, covers: [] },
    }));
  const shown = (text: string): LeftPicture => ({ target, ...(JSON.parse(text) as WrittenPicture) });
  return [...files].flatMap(([path, text]) => {
    if (path.endsWith('.jpg')) return shown(text);
    if (path.endsWith('.sh')) return copied(text);
    return (text.match(/(?<=data:image\/jpeg;base64,)[^"]*/g) ?? []).map((one) => shown(atob(one)));
  });
}
