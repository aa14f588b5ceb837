import { jpegFixture } from './imageFixture.ts';
import type { TiffFixture } from './tiffFixture.ts';
import { tiffBlock } from './tiffFixture.ts';

export const tagsOfTaggedJpeg: TiffFixture = {
  image: { 0x010f: { ascii: 'MOULTRIE' }, 0x0110: { ascii: 'MCG-M880' }, 0x0112: { shorts: [1] } },
  exif: {
    0x9003: { ascii: '2021:03:28 02:30:00' },
    0x927c: { bytes: Array.from({ length: 3000 }, () => 255) },
  },
  gps: {
    1: { ascii: 'N' },
    2: { rationals: [[33, 1], [30, 1], [36, 1]] }, // prettier-ignore
    3: { ascii: 'W' },
    4: { rationals: [[117, 1], [15, 1], [0, 1]] }, // prettier-ignore
  },
};

const codes = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0));
const segment = (marker: number, payload: number[]): number[] => {
  const length = payload.length + 2;
  return [0xff, marker, length >> 8, length & 255, ...payload];
};

/** Photoshop's block 0404 with one line: the city (IPTC IIM, record 2, data set 90). */
const iptc = (city: string): number[] => {
  const line = [0x1c, 2, 90, 0, city.length, ...codes(city)];
  return segment(0xed, [
    ...codes('Photoshop 3.0\0' + '8BIM'),
    ...[4, 4, 0, 0, 0, 0, 0, line.length],
    ...line,
  ]);
};

const description = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description dc:format="image/jpeg" exif:Make="Other"
  photoshop:Instructions="${'long '.repeat(200)}"/></rdf:RDF></x:xmpmeta>`;

/** A JPEG of 64 × 48 pixels with EXIF, GPS, a maker note of 3,000 bytes, IPTC and XMP. */
export function taggedJpeg(xmp = description): Uint8Array<ArrayBuffer> {
  const junk = [...segment(0xe1, codes(`http://ns.adobe.com/xap/1.0/\0${xmp}`)), ...iptc('Cluj')];
  return Uint8Array.from(jpegFixture({ width: 64, height: 48, tiff: tiffBlock(tagsOfTaggedJpeg), junk }));
}
