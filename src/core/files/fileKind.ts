/** What a file in a dropped folder is, by its name alone; its bytes are looked at only when it is opened. */
export type FileKind =
  | { kind: 'photo' }
  | { kind: 'junk' }
  | { kind: 'unsupported'; group: UnsupportedGroup }
  | { kind: 'other'; extension: string };

/** Kinds people expect to work and that do not yet: named to them with how many there were. */
export type UnsupportedGroup = 'HEIC' | 'video' | 'TIFF' | 'RAW';

const photoExtensions = new Set(['jpg', 'jpeg', 'jpe', 'jfif', 'png', 'webp', 'avif']);

const unsupportedExtensions: Record<UnsupportedGroup, string[]> = {
  HEIC: ['heic', 'heif', 'hif'],
  video: ['mp4', 'avi', 'mov', 'm4v', 'mkv', 'webm', 'mts', 'm2ts', '3gp', 'wmv', 'asf', 'mpg', 'mpeg'],
  TIFF: ['tif', 'tiff'],
  RAW: ['cr2', 'cr3', 'nef', 'arw', 'dng', 'orf', 'rw2', 'raf'],
};

const unsupportedByExtension = new Map(
  (Object.entries(unsupportedExtensions) as [UnsupportedGroup, string[]][]).flatMap(([group, extensions]) =>
    extensions.map((extension) => [extension, group] as const),
  ),
);

const junkNames = new Set(['thumbs.db', 'desktop.ini', 'ehthumbs.db', 'icon\r']);
const junkFolders = new Set([
  '$recycle.bin',
  'recycler',
  'system volume information',
  'lost+found',
  'lost.dir',
  '@eadir',
  '__macosx',
]);

/** True for folders that hold no photos of a camera: recycle bins, and what operating systems leave on cards. */
export function isJunkFolder(name: string): boolean {
  return name.startsWith('.') || junkFolders.has(name.toLowerCase());
}

/** Decides from its name what a file is. Hidden files and `._*` resource forks are junk. */
export function fileKind(name: string): FileKind {
  if (name.startsWith('.') || junkNames.has(name.toLowerCase())) return { kind: 'junk' };
  const dot = name.lastIndexOf('.');
  const extension = dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
  if (photoExtensions.has(extension)) return { kind: 'photo' };
  const group = unsupportedByExtension.get(extension);
  return group ? { kind: 'unsupported', group } : { kind: 'other', extension };
}
