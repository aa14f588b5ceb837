import fc from 'fast-check';
import { expect, it } from 'vitest';
import { avifFixture, pngFixture, webpFixture } from '../../tests/helpers/imageFixture.ts';
import { taggedJpeg, tagsOfTaggedJpeg } from '../../tests/helpers/taggedJpeg.ts';
import { tiffBlock } from '../../tests/helpers/tiffFixture.ts';
import { searchCameraData, userComment, type CameraData } from '../core/photos/cameraData.ts';
import { readAllCameraData } from './allCameraData.ts';

const size = { width: 64, height: 48 };
const tiff = tiffBlock(tagsOfTaggedJpeg);

function valueOf({ blocks }: CameraData, block: string, tag: string): string | undefined {
  return blocks.find(({ name }) => name === block)?.entries.find(({ name }) => name === tag)?.text;
}

it('shows EXIF, GPS, IPTC, XMP and maker notes, each under its own heading', async () => {
  const data = await readAllCameraData(taggedJpeg());
  expect(data).toMatchObject({ isDamaged: false, reach: 'all', hasUnknownNote: true });
  expect(valueOf(data, 'file', 'ImageWidth')).toBe('64');
  expect(valueOf(data, 'exif', 'Make')).toBe('MOULTRIE');
  expect(valueOf(data, 'gps', 'latitude')).toBe('33.51');
  expect(valueOf(data, 'iptc', 'City')).toBe('Cluj');
  expect(valueOf(data, 'xmp', 'dc:format')).toBe('image/jpeg');
  expect(valueOf(data, 'xmp', 'exif:Make')).toBe('Other');
  const note = data.blocks.find(({ name }) => name === 'makerNote')?.entries[0];
  expect(note?.text).toBe(Array.from({ length: 16 }, () => 'ff').join(' '));
  expect(note?.of).toEqual({ unit: 'bytes', count: 3000 });
});

it('leaves a time as the camera wrote it, also in the hour that a time zone skips', async () => {
  expect(valueOf(await readAllCameraData(taggedJpeg()), 'exif', 'DateTimeOriginal')).toBe(
    '2021:03:28 02:30:00',
  );
});

it('shows what can still be read of damaged EXIF, and that some is damaged', async () => {
  const damaged = taggedJpeg();
  // The type of the second entry of the main directory: after JPEG's and EXIF's heads, the entry count and one entry.
  damaged[2 + 4 + 6 + 8 + 2 + 12 + 2] = 99;
  const data = await readAllCameraData(damaged);
  expect(data.isDamaged).toBe(true);
  expect(valueOf(data, 'exif', 'Make')).toBe('MOULTRIE');
  expect(valueOf(data, 'exif', 'DateTimeOriginal')).toBe('2021:03:28 02:30:00');
  expect(valueOf(data, 'iptc', 'City')).toBe('Cluj');
});

it('reads EXIF of PNG, WebP and AVIF, and says where it looks for nothing', async () => {
  const photos = [
    [pngFixture({ ...size, tiff }), 'all'],
    [webpFixture({ ...size, kind: 'VP8X', exif: [...tiff] }), 'exif'],
    [avifFixture({ ...size, tiff }), 'exif'],
  ] as const;
  for (const [photo, reach] of photos) {
    const data = await readAllCameraData(photo);
    expect(data).toMatchObject({ isDamaged: false, reach });
    expect(valueOf(data, 'exif', 'Model')).toBe('MCG-M880');
  }
  const other = await readAllCameraData(new TextEncoder().encode('GIF89a, and no more'));
  expect(other).toMatchObject({ reach: 'none', isDamaged: false });
});

it('lets no tag name write into what all objects share', async () => {
  const xmp = '<rdf:Description __proto__:polluted="yes" xmlns:a="b"></rdf:Description>';
  await readAllCameraData(taggedJpeg(xmp));
  expect('polluted' in {}).toBe(false);
});

it('never rejects, whatever bytes of a JPEG are damaged', async () => {
  const sound = taggedJpeg();
  const damage = fc.array(fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 255 })), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(damage, fc.nat({ max: sound.length }), async (changes, length) => {
      const bytes = sound.slice(0, length);
      for (const [offset, byte] of changes) bytes[offset] = byte;
      expect((await readAllCameraData(bytes)).blocks).toBeDefined();
    }),
    { numRuns: 200 },
  );
});

it('finds by words of the tag, the value or the heading, in any case', async () => {
  const { blocks } = await readAllCameraData(taggedJpeg());
  const find = (query: string) => searchCameraData(blocks, query, (name) => name.toUpperCase());
  expect(find('moultrie make')).toEqual([
    { name: 'exif', entries: [{ name: 'Make', text: 'MOULTRIE', of: null }] },
  ]);
  expect(find('iptc').map(({ name }) => name)).toEqual(['iptc']);
  expect(find('')).toEqual(blocks);
  expect(find('nowhere')).toEqual([]);
});

it('reads user comments in the two codes that cameras write', () => {
  const bytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  expect(userComment(bytes('ASCII\0\0\0by the river'))).toBe('by the river');
  expect(userComment(bytes('UNICODE\0h\0i\0'))).toBe('hi');
  expect(userComment(bytes('JIS\0\0\0\0\0xx'))).toBeNull();
});
