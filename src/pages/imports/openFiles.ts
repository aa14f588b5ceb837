import { recogniseFile, recognitionBytes, type Recognised } from '../../core/exchange/fileRecognition.ts';
import { UnreadableFileError, type UnreadableCode } from '../../core/files/unreadableFile.ts';
import { PackFailure, type PackFailureCode } from '../../core/models/pack/packFailure.ts';
import { checkZip } from '../../core/models/pack/zipSafety.ts';
import { decodeText, readText } from '../../platform/textFile.ts';
import { listZip, openZipEntry, ZipError } from '../../platform/zipFile.ts';

/** Files by their path in a folder or an archive; each is opened only when it is read. */
export type FilesByPath = ReadonlyMap<string, () => Promise<Blob>>;

/** Something that can be taken in. */
export type ImportSource =
  | { kind: 'project' | 'table'; name: string; file: Blob }
  /** What models said; `format` is its name in the list of formats. */
  | { kind: 'results'; format: string; name: string; file: Blob }
  | { kind: 'package'; name: string; files: FilesByPath };

const descriptorName = 'datapackage.json';

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

async function recognise(name: string, file: Blob): Promise<Recognised> {
  try {
    const head = new Uint8Array(await file.slice(0, recognitionBytes).arrayBuffer());
    const tail = new Uint8Array(await file.slice(Math.max(0, file.size - 4096)).arrayBuffer());
    return recogniseFile(name, head, { head: decodeText(head), tail: decodeText(tail) });
  } catch (error) {
    if (error instanceof DOMException) throw new UnreadableFileError('unreadable', error.message);
    throw error;
  }
}

/** The folders that hold a `datapackage.json`, each with its slash: the outermost ones. */
function packageRoots(paths: Iterable<string>): string[] {
  const roots = [...paths]
    .filter((path) => baseName(path) === descriptorName)
    .map((path) => path.slice(0, -descriptorName.length));
  return roots.filter((root) => !roots.some((other) => other !== root && root.startsWith(other)));
}

/** The files of a folder, by their paths from there. */
function filesUnder(root: string, files: FilesByPath): FilesByPath {
  return new Map(
    [...files].flatMap(([path, open]) => (path.startsWith(root) ? [[path.slice(root.length), open]] : [])),
  );
}

/** The files of an archive that can be taken in; photos may lie beside them, and are never unpacked. */
function isText(path: string): boolean {
  return /\.(?:json|csv|tsv|txt|fieldsift)$/i.test(path);
}

const unsafeArchives: Partial<Record<PackFailureCode, UnreadableCode>> = {
  'zip-encrypted': 'archive-encrypted',
  'zip-path': 'archive-outside',
  'zip-bomb': 'archive-bomb',
  'zip-too-many': 'archive-too-many',
};

/** Says in words what is wrong with an archive. @throws UnreadableFileError */
function refuse(error: unknown): never {
  if (error instanceof ZipError) throw new UnreadableFileError('damaged-archive', error.message);
  const unsafe = error instanceof PackFailure ? unsafeArchives[error.fault.code] : undefined;
  if (error instanceof PackFailure && unsafe) {
    throw new UnreadableFileError(unsafe, error.fault.detail);
  }
  throw error;
}

/** The tables and texts of an archive, once its directory shows that they can be unpacked. */
async function entriesOf(archive: Blob): Promise<FilesByPath> {
  try {
    const entries = (await listZip(archive)).filter(({ path }) => isText(path));
    checkZip('.zip', entries);
    return new Map(
      entries
        .filter(({ path }) => !path.startsWith('__MACOSX/'))
        .map((entry) => [entry.path, () => openZipEntry(archive, entry).catch(refuse)]),
    );
  } catch (error) {
    return refuse(error);
  }
}

/** A package in an archive, or the results or the table that lie in it alone. */
async function openArchive(name: string, archive: Blob): Promise<ImportSource> {
  const files = await entriesOf(archive);
  const [root] = packageRoots(files.keys());
  if (root !== undefined) return { kind: 'package', name, files: filesUnder(root, files) };
  const readable = [...files];
  const [only] = readable;
  if (!only || readable.length > 1) throw new UnreadableFileError('archive');
  return openSource(baseName(only[0]), await only[1]());
}

/** Looks at a file. @throws UnreadableFileError where it cannot be taken in */
async function openSource(name: string, file: Blob): Promise<ImportSource> {
  const found = await recognise(name, file);
  switch (found.kind) {
    case 'archive':
      return openArchive(name, file);
    case 'package-file':
      return { kind: 'package', name, files: new Map([[baseName(name), () => Promise.resolve(file)]]) };
    case 'results':
      return { kind: 'results', format: found.format, name, file };
    default:
      return { kind: found.kind, name, file };
  }
}

/**
 * Tells what some files are that were chosen or dropped together: packages, each called like its folder, and something of
 * its own each.
 *
 * @param files with their paths, where they lie in a folder
 * @returns what can be taken in, in order, and why the others cannot
 */
export async function openSources(
  files: readonly { path: string; file: File }[],
): Promise<{ sources: ImportSource[]; refused: { name: string; error: UnreadableFileError }[] }> {
  const byPath: FilesByPath = new Map(files.map(({ path, file }) => [path, () => Promise.resolve(file)]));
  const roots = packageRoots(byPath.keys());
  const sources = roots.map((root): ImportSource => {
    const name = baseName(root.slice(0, -1)) || descriptorName;
    return { kind: 'package', name, files: filesUnder(root, byPath) };
  });
  const refused: { name: string; error: UnreadableFileError }[] = [];
  for (const { path, file } of files) {
    if (roots.some((root) => path.startsWith(root))) continue;
    try {
      sources.push(await openSource(baseName(path), file));
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      refused.push({ name: path, error });
    }
  }
  return { sources, refused };
}

/** The texts of a package's files: its descriptor and its tables, not the photos that may lie beside them. */
export async function packageTexts(files: FilesByPath): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const [path, open] of files) {
    if (/\.(?:csv|json)$/i.test(path)) texts.set(path, await readText(await open()));
  }
  return texts;
}
