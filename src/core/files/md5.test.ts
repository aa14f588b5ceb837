import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { md5Of } from './md5.ts';

it('is that of another implementation, whatever the bytes and however many', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(20), (bytes, start) => {
      const part = Uint8Array.from(bytes).subarray(start);
      expect(md5Of(part)).toBe(createHash('md5').update(part).digest('hex'));
    }),
  );
  const large = Uint8Array.from({ length: 1_000_003 }, (_, index) => (index * 31) % 256);
  expect(md5Of(large)).toBe(createHash('md5').update(large).digest('hex'));
});
