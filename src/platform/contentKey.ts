const edgeBytes = 65_536;

/**
 * Names a photo by its content: 128 bits, in hex, of SHA-256 over its size and its first and last 64 KiB.
 * Cheap for any size, and the same wherever the file is moved or however it is renamed.
 * The head of a camera's JPEG holds its capture time and thumbnail, the tail its last pixels.
 *
 * @throws DOMException when the file can no longer be read
 */
export async function contentKeyOf(file: Blob): Promise<string> {
  const head = await file.slice(0, edgeBytes).arrayBuffer();
  const tail = await file.slice(Math.max(edgeBytes, file.size - edgeBytes)).arrayBuffer();
  const material = new Uint8Array(8 + head.byteLength + tail.byteLength);
  new DataView(material.buffer).setBigUint64(0, BigInt(file.size));
  material.set(new Uint8Array(head), 8);
  material.set(new Uint8Array(tail), 8 + head.byteLength);
  return hexOf(await crypto.subtle.digest('SHA-256', material), 16);
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
