import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentKeyOf, contentKeysOf, isContent } from './contentKey.ts';

function photo(size: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: size }, (_, index) => (index * 31 + (index >> 8)) & 255);
}

/** As earlier versions named contents. */
function formerKey(bytes: Uint8Array): string {
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(bytes.length));
  const head = bytes.subarray(0, 65_536);
  const tail = bytes.subarray(Math.max(65_536, bytes.length - 65_536));
  return createHash('sha256').update(size).update(head).update(tail).digest('hex').slice(0, 32);
}

describe('the name of a content', () => {
  const whole = photo(500_000);

  it('tells a photo from a copy whose middle is zeros, also where its edges and size are the same', async () => {
    const hollow = whole.slice().fill(0, 65_552, whole.length - 65_552);
    const holed = whole.slice().fill(0, 200_000, 232_768);
    const keys = await Promise.all([whole, hollow, holed].map((bytes) => contentKeyOf(bytes)));
    expect(new Set(keys).size).toBe(3);
  });

  it('is the same for a file as for its bytes, of every size', async () => {
    for (const size of [0, 1, 65_536, 131_072, 131_073, 200_000, 262_144, 262_145, 500_000]) {
      const bytes = photo(size);
      expect(await contentKeysOf(new Blob([bytes]))).toEqual(await contentKeysOf(bytes));
    }
  });

  it('is known under the name that earlier versions gave it', async () => {
    expect(await contentKeyOf(photo(100_000))).toBe(formerKey(photo(100_000)));
    const { contentKey, edgeKey } = await contentKeysOf(whole);
    expect(edgeKey).toBe(formerKey(whole));
    expect(contentKey).not.toBe(edgeKey);
    expect(await isContent(whole, edgeKey)).toBe(true);
    expect(await isContent(whole, contentKey)).toBe(true);
    expect(await isContent(photo(499_999), contentKey)).toBe(false);
    expect(await isContent(whole, null)).toBe(false);
  });
});
