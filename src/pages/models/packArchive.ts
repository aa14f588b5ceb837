import type { ZipEntry } from '../../core/files/zipDirectory.ts';
import { PackFailure } from '../../core/models/pack/packFailure.ts';
import { checkZip, packRoot } from '../../core/models/pack/zipSafety.ts';
import { listZip, openZipEntry, ZipError } from '../../platform/zipFile.ts';
import type { PackSource } from './packSource.ts';

function failureOf(name: string, error: unknown): Error {
  if (!(error instanceof ZipError)) return error instanceof Error ? error : new Error(String(error));
  const codes = { damaged: 'zip-damaged', method: 'zip-method', longer: 'zip-bomb' } as const;
  return new PackFailure(codes[error.kind], name, error.message);
}

/** A pack in a .zip: its files, and the paths of the models at its top. */
export interface PackArchive {
  source: PackSource;
  hasManifest: boolean;
  modelPaths: string[];
}

/**
 * Opens a .zip as a pack, reading no more of it than its directory.
 *
 * @throws PackFailure when it is damaged, unsafe, or no pack
 */
export async function openArchive(archive: File): Promise<PackArchive> {
  const { name } = archive;
  let entries: ZipEntry[];
  try {
    // Some archivers on Windows write the separator of that system.
    entries = (await listZip(archive)).map((entry) => ({ ...entry, path: entry.path.replaceAll('\\', '/') }));
  } catch (error) {
    throw failureOf(name, error);
  }
  checkZip(name, entries);
  const root = packRoot(
    name,
    entries.map(({ path }) => path),
  );
  const byPath = new Map(
    entries
      .filter(({ path }) => path.startsWith(root))
      .map((entry) => [entry.path.slice(root.length), entry] as const),
  );
  const anyCase = new Map([...byPath].map(([path, entry]) => [path.toLowerCase(), entry]));
  const open = async (path: string): Promise<Blob> => {
    const entry = byPath.get(path) ?? anyCase.get(path.toLowerCase());
    if (!entry) throw new DOMException(path, 'NotFoundError');
    try {
      return await openZipEntry(archive, entry);
    } catch (error) {
      throw failureOf(name, error);
    }
  };
  const modelPaths = [...byPath.keys()].filter((path) => /^[^/.][^/]*\.onnx$/i.test(path));
  return { source: { name, open }, hasManifest: anyCase.has('manifest.json'), modelPaths };
}
