import type { ZipEntry } from '../../files/zipDirectory.ts';
import { bytesInWords, mostModelBytes } from './packCheck.ts';
import { PackFailure } from './packFailure.ts';

const mostEntries = 1000;
const mostTotalBytes = 2 * mostModelBytes;
/** Weights do not shrink to a tenth; only what is made to burst does. */
const mostRatio = 100;
const smallBytes = 10_000_000;

/** True for names that would be written outside the folder they are unpacked to. */
function pointsOutside(path: string): boolean {
  return /^[/\\]|^[a-z]:|\\|\0/i.test(path) || path.split('/').includes('..');
}

/**
 * Refuses an archive by its directory alone, before anything is unpacked.
 *
 * @throws PackFailure
 */
export function checkZip(name: string, entries: readonly ZipEntry[]): void {
  if (entries.length > mostEntries) throw new PackFailure('zip-too-many', name, String(entries.length));
  for (const entry of entries) {
    if (pointsOutside(entry.path)) throw new PackFailure('zip-path', name, entry.path);
    if (entry.encrypted) throw new PackFailure('zip-encrypted', name);
    if (entry.bytes > smallBytes && entry.bytes > mostRatio * entry.packedBytes) {
      throw new PackFailure('zip-bomb', name, `${entry.path}: ${bytesInWords(entry.bytes)}`);
    }
  }
  const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > mostTotalBytes) throw new PackFailure('zip-bomb', name, bytesInWords(total));
}

/**
 * The folder within an archive that is the pack: its top, or the one folder at its top that holds one.
 *
 * @returns `''` or `folder/`
 * @throws PackFailure when there is no manifest and no model in either, saying what there is
 */
export function packRoot(name: string, paths: readonly string[]): string {
  const own = paths.filter((path) => !/^__MACOSX\/|(?:^|\/)\.[^/]*$/.test(path));
  const isModel = (path: string): boolean => /^(?:manifest\.json|[^/]+\.onnx)$/i.test(path);
  if (own.some(isModel)) return '';
  const roots = new Set(
    own.flatMap((path) => {
      const root = path.slice(0, path.indexOf('/') + 1);
      return root !== '' && isModel(path.slice(root.length)) ? [root] : [];
    }),
  );
  const [root] = roots;
  if (root !== undefined && roots.size === 1) return root;
  const deeper = own.find((path) => /(?:^|\/)manifest\.json$|\.onnx$/i.test(path));
  if (deeper !== undefined) throw new PackFailure('zip-nested', name, deeper);
  const inner = own.find((path) => /\.zip$/i.test(path));
  if (inner !== undefined) throw new PackFailure('zip-in-zip', name, inner);
  throw new PackFailure('no-model', name);
}
