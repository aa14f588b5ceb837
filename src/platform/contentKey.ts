const edgeBytes = 65_536;
/** Blocks of the middle, evenly spaced. */
const blockCount = 16;
const blockBytes = 8192;

type Content = Blob | Uint8Array<ArrayBuffer>;

/** The names of a photo's content: 128 bits each, in hex, of SHA-256. Cheap for any size, wherever the file lies. */
export interface ContentKeys {
  /** Over the size, the first and last 64 KiB, and 16 blocks of 8 KiB of the middle. */
  contentKey: string;
  /** Without the middle, as earlier versions named contents. The same for a file of no more than 128 KiB. */
  edgeKey: string;
}

/** Where the blocks of the middle begin and end; one for all of a middle that is no longer than they are together. */
function middleBlocks(size: number): [start: number, end: number][] {
  const length = size - 2 * edgeBytes;
  if (length <= 0) return [];
  if (length <= blockCount * blockBytes) return [[edgeBytes, size - edgeBytes]];
  return Array.from({ length: blockCount }, (_, index) => {
    const start = edgeBytes + Math.floor(((length - blockBytes) * index) / (blockCount - 1));
    return [start, start + blockBytes];
  });
}

/**
 * Names a photo by its content. The head of a camera's JPEG holds its capture time and thumbnail, the tail its last
 * pixels; without the middle, a copy that has a hole would be taken for the whole photo.
 *
 * @param file all its bytes, or the file, of which only some are read
 * @throws DOMException when the file can no longer be read
 */
export async function contentKeysOf(file: Content): Promise<ContentKeys> {
  const size = file instanceof Uint8Array ? file.length : file.size;
  const head = await part(file, 0, edgeBytes);
  const tail = await part(file, Math.max(edgeBytes, size - edgeBytes), size);
  const middle = await Promise.all(middleBlocks(size).map(([start, end]) => part(file, start, end)));
  const edges = [sizeMark(size), head, tail];
  const edgeKey = await keyOver(edges);
  return { edgeKey, contentKey: middle.length === 0 ? edgeKey : await keyOver([...edges, ...middle]) };
}

/** As `contentKeysOf`, its content key alone. */
export async function contentKeyOf(file: Content): Promise<string> {
  return (await contentKeysOf(file)).contentKey;
}

/** Whether a file is of a content, under the name of this version or of earlier ones. @throws as `contentKeysOf` */
export async function isContent(file: Content, key: string | null): Promise<boolean> {
  const { contentKey, edgeKey } = await contentKeysOf(file);
  return key === contentKey || key === edgeKey;
}

function sizeMark(size: number): Uint8Array {
  const mark = new Uint8Array(8);
  new DataView(mark.buffer).setBigUint64(0, BigInt(size));
  return mark;
}

async function keyOver(parts: readonly Uint8Array[]): Promise<string> {
  const material = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const one of parts) {
    material.set(one, offset);
    offset += one.length;
  }
  return hexOf(await crypto.subtle.digest('SHA-256', material), 16);
}

async function part(file: Content, start: number, end: number): Promise<Uint8Array> {
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
