import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MediaStatus } from '../../core/photos/media.ts';
import { LiveCounts } from './liveCounts.svelte.ts';

const status = fc.constantFrom<MediaStatus[]>('pending', 'done', 'failed');

it('counts as a look at all photos would, whatever became of them', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), status)), (changes) => {
      const counts = new LiveCounts();
      const photos = new Map<number, MediaStatus>();
      for (const [photo, after] of changes) {
        counts.change(photos.get(photo) ?? null, after);
        photos.set(photo, after);
      }
      counts.show();
      const expected = { total: photos.size, pending: 0, done: 0, failed: 0 };
      for (const one of photos.values()) expected[one] += 1;
      expect(counts.shown).toEqual(expected);
      counts.clear();
      counts.show();
      expect(counts.shown.total).toBe(0);
    }),
  );
});
