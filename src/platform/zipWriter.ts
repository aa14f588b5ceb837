import { Zip, ZipPassThrough } from 'fflate';

/** One file of an archive to be written. */
export interface FileToZip {
  path: string;
  content: Blob;
}

async function addFile(zip: Zip, { path, content }: FileToZip): Promise<void> {
  const entry = new ZipPassThrough(path);
  zip.add(entry);
  const reader = content.stream().getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) entry.push(piece.value);
  entry.push(new Uint8Array(), true);
}

/** A .zip of files as they are: weights do not get smaller. Written piece by piece. */
export function writeZip(files: readonly FileToZip[]): Promise<Blob> {
  const archive = new ReadableStream<Uint8Array>({
    async start(controller) {
      const zip = new Zip((error, piece, isLast) => {
        if (error) controller.error(error);
        else controller.enqueue(piece);
        if (isLast) controller.close();
      });
      try {
        for (const file of files) await addFile(zip, file);
        zip.end();
      } catch (error) {
        controller.error(error);
      }
    },
  });
  return new Response(archive, { headers: { 'Content-Type': 'application/zip' } }).blob();
}
