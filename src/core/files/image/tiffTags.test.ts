import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesReadBy, mostReads } from '../../../../tests/helpers/readCount.ts';
import { type TiffFixture, tiffBlock } from '../../../../tests/helpers/tiffFixture.ts';
import { readTiffTags } from './tiffTags.ts';

const fixture: TiffFixture = {
  image: { 0x010f: { ascii: 'MOULTRIE' }, 0x0112: { shorts: [6] }, 0x0132: { ascii: '2022:01:01 10:00:00' } },
  exif: { 0x9003: { ascii: '2016:06:22 10:31:55' }, 0x9291: { ascii: '07' }, 0xa431: { ascii: 'S-1' } },
  gps: {
    1: { ascii: 'N' },
    2: {
      rationals: [
        [33, 1],
        [301, 10],
        [0, 0],
      ],
    },
  },
};
const tags = {
  Make: 'MOULTRIE\0',
  Orientation: [6],
  ModifyDate: '2022:01:01 10:00:00\0',
  DateTimeOriginal: '2016:06:22 10:31:55\0',
  SubSecTimeOriginal: '07\0',
  SerialNumber: 'S-1\0',
  GPSLatitudeRef: 'N\0',
  GPSLatitude: [33, 30.1, NaN],
};

describe('readTiffTags', () => {
  it.each([true, false])('reads the tags of all three directories, little-endian %s', (littleEndian) => {
    expect(readTiffTags(tiffBlock({ ...fixture, littleEndian }))).toEqual(tags);
  });

  it('finds a capture time that the camera wrote into the main directory', () => {
    const block = tiffBlock({ image: { 0x9003: { ascii: '2016:06:22 10:31:55' } } });
    expect(readTiffTags(block).DateTimeOriginal).toBe('2016:06:22 10:31:55\0');
  });

  it('loses only the entry that is damaged', () => {
    const block = tiffBlock(fixture);
    // The first entry of the main directory gets a type that does not exist, the second a count of 4 billion.
    block[12] = 99;
    block.fill(0xff, 26, 30);
    expect(readTiffTags(block)).toEqual({ ...tags, Make: undefined, Orientation: undefined });
  });

  it('reads what a cut block still holds', () => {
    const block = tiffBlock(fixture);
    const cut = readTiffTags(block.subarray(0, block.length - 30));
    expect(cut).toMatchObject({ Make: tags.Make, DateTimeOriginal: tags.DateTimeOriginal });
    expect(cut.GPSLatitude).toBeUndefined();
  });

  it('returns from a directory that points to itself', () => {
    const block = tiffBlock({
      image: { 0x8769: { longs: [8] }, 0x8825: { longs: [8] }, 0x0110: { ascii: 'X' } },
    });
    expect(readTiffTags(block).Model).toBe('X\0');
  });

  it('reads nothing from something else', () => {
    expect(readTiffTags(new Uint8Array())).toEqual({});
    expect(readTiffTags(Uint8Array.from(Buffer.from('http://ns.adobe.com/')))).toEqual({});
  });

  it('never throws on damaged blocks, and looks a few times at each byte at most', () => {
    const sound = [...tiffBlock(fixture)];
    const damage = fc.array(fc.tuple(fc.nat({ max: sound.length - 1 }), fc.nat({ max: 255 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(damage, fc.nat({ max: sound.length }), (changes, length) => {
        const block = Uint8Array.from(sound).subarray(0, length);
        for (const [offset, byte] of changes) block[offset] = byte;
        const read = bytesReadBy(() => void readTiffTags(block));
        expect(read).toBeLessThanOrEqual(mostReads(block.length));
      }),
      { numRuns: 5000 },
    );
  });
});
