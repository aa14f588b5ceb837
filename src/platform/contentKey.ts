const edgeBytes = 65_536;

/**
 * Names a photo by its content: 128 bits, in hex, of SHA-256 over its size and its first and last 64 KiB.
 * Cheap for any size, and the same wherever the file is moved or however it is renamed.
 * The head of a camera's JPEG holds its capture time and thumbnail, the tail its last pixels.
 *
 * @param file all its bytes, or the file, of which only the edges are read
 * @throws DOMException when the file can no longer be read
 */
export async function contentKeyOf(file: Blob | Uint8Array<ArrayBuffer>): Promise<string> {
  const size = file instanceof Uint8Array ? file.length : file.size;
  const head = await part(file, 0, edgeBytes);
  const tail = await part(file, Math.max(edgeBytes, size - edgeBytes), size);
  const material = new Uint8Array(8 + head.length + tail.length);
  new DataView(material.buffer).setBigUint64(0, BigInt(size));
  material.set(head, 8);
  material.set(tail, 8 + head.length);
  return hexOf(await crypto.subtle.digest('SHA-256', material), 16);
}

async function part(file: Blob | Uint8Array<ArrayBuffer>, start: number, end: number): Promise<Uint8Array> {
  if (file instanceof Uint8Array) return file.subarray(start, end);
  return new Uint8Array(await file.slice(start, end).arrayBuffer());
}

/** SHA-256 of the bytes, in hex. */
export async function sha256Of(bytes: ArrayBuffer): Promise<string> {
  return hexOf(await crypto.subtle.digest('SHA-256', bytes), 32);
}

/** SHA-256 of a text in UTF-8, in hex. */
export function textHash(text: string): Promise<string> {
  return sha256Of(new TextEncoder().encode(text).buffer);
}

function hexOf(digest: ArrayBuffer, length: number): string {
  return Array.from(new Uint8Array(digest, 0, length), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
