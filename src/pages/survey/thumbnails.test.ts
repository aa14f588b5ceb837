import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { findThumbnail, keepThumbnail } from '../../storage/outputRepository.ts';
import { Thumbnails } from './thumbnails.ts';

async function textAt(address: string | null): Promise<string | null> {
  return address && (await fetch(address)).text();
}

it('reads all that are asked for at once in one go, each for who asked for it', async () => {
  for (const contentKey of ['fox', 'owl', 'deer']) {
    const bytes = new TextEncoder().encode(contentKey).buffer;
    await keepThumbnail({ contentKey, mediaType: 'image/jpeg', bytes });
  }
  await findThumbnail('fox');
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const thumbnails = new Thumbnails();
  const asked = ['owl', 'fox', 'owl', 'deer'].map((contentKey) => thumbnails.address(contentKey));
  const texts = await Promise.all(asked.map(async (address) => textAt(await address)));
  expect(texts).toEqual(['owl', 'fox', 'owl', 'deer']);
  expect(begun).toHaveBeenCalledTimes(1);
  expect(await textAt(await thumbnails.address('fox'))).toBe('fox');
  expect(begun).toHaveBeenCalledTimes(1);
});
