import { makeZip } from 'client-zip';

/** One file of an archive to be written. */
export interface FileToZip {
  path: string;
  content: Blob;
}

/** A .zip of files as they are: weights do not get smaller. Written piece by piece. */
export function writeZip(files: readonly FileToZip[]): Promise<Blob> {
  const archive = makeZip(files.map(({ path, content }) => ({ name: path, input: content })));
  return new Response(archive, { headers: { 'Content-Type': 'application/zip' } }).blob();
}
