import type { ShareablePhoto } from './shareable.ts';
import type { ShareOptions } from './shareOptions.ts';

const longestPart = 120; // bytes: file systems allow 255, and zip tools on Windows 260 characters for a whole path

/** Names that Windows keeps for devices, whatever their extension. */
const deviceNames = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

function shortened(text: string): string {
  const encoder = new TextEncoder();
  let short = text;
  while (encoder.encode(short).length > longestPart) short = short.replace(/.$/su, '');
  return short;
}

/**
 * A name that every file system takes and that stays inside its folder: no separators, control or direction marks,
 * nothing that Windows refuses, no dots or spaces at the ends.
 */
export function safeName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const short = shortened(plain).replace(/[.\s]+$/, '');
  if (short === '') return '_';
  return deviceNames.test(short.split('.')[0] ?? '') ? `_${short}` : short;
}

function folderOf({ label, deploymentId }: ShareablePhoto, folders: ShareOptions['folders']): string[] {
  if (folders === 'label') return [safeName(label)];
  if (folders === 'deployment')
    return deploymentId
      .split('/')
      .filter((part) => part !== '')
      .map(safeName);
  return [];
}

/**
 * A path for each copy, all different even where case does not count, with `/` and ending in `.jpg`.
 *
 * @param photos in the order in which neutral names number them
 */
export function copyNames(photos: readonly ShareablePhoto[], options: ShareOptions): string[] {
  const taken = new Set<string>();
  return photos.map((photo, index) => {
    const own = photo.path.slice(photo.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
    const stem = options.neutralNames ? String(index + 1).padStart(6, '0') : safeName(own);
    const folder = folderOf(photo, options.folders);
    const name = (suffix: string): string => [...folder, `${stem}${suffix}.jpg`].join('/');
    let path = name('');
    for (let number = 2; taken.has(path.toLowerCase()); number += 1) path = name(`-${number}`);
    taken.add(path.toLowerCase());
    return path;
  });
}
