import type { CaptureTime } from '../time/captureTime.ts';
import type { Media } from './media.ts';
import type { PhotoMetadata } from './photoMetadata.ts';

/** Texts that many photos have in common, each of them once. */
export type CommonTexts = Map<string, string>;

/** More different names of cameras than this are not common. */
const mostTexts = 1000;

function once<Text extends string | null>(text: Text, texts: CommonTexts): Text {
  if (text === null) return text;
  const known = texts.get(text);
  if (known !== undefined) return known as Text;
  if (texts.size < mostTexts) texts.set(text, text);
  return text;
}

function leanTime(time: CaptureTime, texts: CommonTexts): CaptureTime {
  return { ...time, offset: once(time.offset, texts), source: once(time.source, texts) };
}

function leanMetadata(metadata: PhotoMetadata, texts: CommonTexts): PhotoMetadata {
  const { captureTime, make, model, serial } = metadata;
  return {
    ...metadata,
    captureTime: captureTime && leanTime(captureTime, texts),
    make: once(make, texts),
    model: once(model, texts),
    serial: once(serial, texts),
  };
}

/**
 * A record that came from another thread with copies of all its texts, with those that are here already in their place:
 * of 100,000 photos the copies would weigh more than everything else.
 *
 * @param before the same photo's record as it was; null for one that is new
 */
export function leanMedia(media: Media, before: Media | null, texts: CommonTexts): Media {
  const { id, path } = before ?? media;
  return {
    ...media,
    id,
    path,
    projectId: once(media.projectId, texts),
    folderId: once(media.folderId, texts),
    status: once(media.status, texts),
    metadata: media.metadata && leanMetadata(media.metadata, texts),
  };
}
