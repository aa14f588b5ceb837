import { fileKind, isJunkFolder } from '../../core/files/fileKind.ts';
import type { PhotoFolder } from '../../platform/folder.ts';
import { listZip } from '../../platform/zipFile.ts';

const descriptorName = 'datapackage.json';

/** Whether an archive is for the survey rather than a model; only its directory is read. Never throws. */
export async function isForSurvey(archive: File): Promise<boolean> {
  if (!/\.zip$/i.test(archive.name)) return false;
  const paths = await listZip(archive).then(
    (entries) => entries.map(({ path }) => path),
    (): string[] => [],
  );
  if (paths.some((path) => /(?:\.onnx|(?:^|\/)manifest\.json)$/i.test(path))) return false;
  return paths.some((path) => /\.(?:json|csv|fieldsift)$/i.test(path));
}

/**
 * The files of a Camtrap DP package at the top of a folder, which begins their paths, its photos aside; none where there
 * is no package.
 */
export async function packageFiles(folder: PhotoFolder): Promise<{ path: string; file: File }[]> {
  const descriptor = await folder.open(descriptorName).catch(() => null);
  if (!descriptor) return [];
  const files: { path: string; file: File }[] = [];
  for await (const { path } of folder.walk(() => true)) {
    if (fileKind(path).kind === 'photo' || !/\.(?:csv|json)$/i.test(path)) continue;
    files.push({ path: `${folder.name}/${path}`, file: await folder.open(path) });
  }
  return files;
}

/** Whether there is a photo anywhere in a folder. */
export async function hasPhotos(folder: PhotoFolder): Promise<boolean> {
  for await (const { path } of folder.walk(isJunkFolder)) {
    if (fileKind(path.slice(path.lastIndexOf('/') + 1)).kind === 'photo') return true;
  }
  return false;
}
