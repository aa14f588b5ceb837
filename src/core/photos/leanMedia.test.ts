import { expect, it } from 'vitest';
import { leanMedia, type CommonTexts } from './leanMedia.ts';
import { pendingMedia, type Media } from './media.ts';

const found = pendingMedia('survey', 'folder', 'Card/IMG_0001.JPG');
const sifted: Media = {
  ...found,
  status: 'done',
  size: 3_000_000,
  modifiedAt: 1_700_000_000_000,
  contentKey: '00ff',
  metadata: {
    captureTime: { civil: '2025-06-01T05:00:00', subsecond: null, offset: '+02:00', source: 'exif' },
    make: 'BROWNING',
    model: null,
    serial: '123',
    orientation: 1,
    width: 4000,
    height: 3000,
    latitude: -1.5,
    longitude: 36,
    burst: { number: 1, of: 3, event: 238, trigger: 'motion' },
  },
};

it('says what the record said, with a metadata and without', () => {
  const texts: CommonTexts = new Map();
  expect(leanMedia(sifted, found, texts)).toEqual(sifted);
  expect(leanMedia(sifted, null, texts)).toEqual(sifted);
  const failed: Media = { ...found, status: 'failed', failure: { code: 'truncated', detail: 'x' } };
  expect(leanMedia(failed, found, texts)).toEqual(failed);
});

it('remembers no more texts than many photos can have in common', () => {
  const texts: CommonTexts = new Map();
  for (let photo = 0; photo < 3000; photo += 1) leanMedia({ ...sifted, folderId: `${photo}` }, null, texts);
  expect(texts.size).toBe(1000);
});
