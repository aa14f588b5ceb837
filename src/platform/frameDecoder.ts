import type { Orientation } from '../core/files/image/imageHeader.ts';
import type { PhotoPixels, Size } from '../core/files/pixels.ts';

/** Pixels as stored, and the orientation that is still to be applied to them. */
export interface DecodedPhoto extends PhotoPixels {
  orientation: Orientation;
}

/** Newer than TypeScript's own declarations; Chromium fills them from Exif, from PNG's `eXIf`, from AVIF's `irot`. */
interface TurnedFrame {
  rotation?: number;
  flip?: boolean;
}

const turned: Record<number, Orientation> = { 0: 1, 90: 6, 180: 3, 270: 8 };
const turnedAndFlipped: Record<number, Orientation> = { 0: 2, 90: 5, 180: 4, 270: 7 };

/** The orientation the browser itself would show the photo in; null where it does not say. */
function orientationOf(frame: VideoFrame): Orientation | null {
  const { rotation, flip = false } = frame as VideoFrame & TurnedFrame;
  if (rotation === undefined) return null;
  return (flip ? turnedAndFlipped : turned)[rotation] ?? null;
}

/** JPEG is decoded at n eighths of its size for little; 5, 6 and 7 cost more than full size, 3 as much as 4. */
const cheapEighths = [1, 2, 4, 8] as const;

/**
 * Decoded pixels per wanted pixel, at least. Shrinking while decoding gives means of squares, from which the filter over
 * the full photo can only be approached. Measured in mean levels of 255 away from a full decode, on photos of three
 * cameras: 0.8 to 1.3 at 1.5, up to 0.8 at 2, at most 0.6 from 2.2 on. 12 megapixels at an eighth just serve 224 px.
 */
const margin = 2.23;

/** Browsers scale colour of 4:2:2 and 4:4:0 less well: 0.8 at 2.2. */
const marginOfUneven = 3;

/**
 * Which cheap fraction of its full size a JPEG can be decoded at and still cover what is wanted, 1/8 to 1.
 *
 * @param photo full size as stored
 * @param wanted least size needed, in the photo's stored axes
 * @param unevenChroma of the JPEG's header
 */
export function decodeScale(photo: Size, wanted: Size, unevenChroma = false): number {
  const least =
    8 *
    (unevenChroma ? marginOfUneven : margin) *
    Math.max(wanted.width / photo.width, wanted.height / photo.height);
  return (cheapEighths.find((eighths) => eighths >= least) ?? 8) / 8;
}

const supported = new Map<string, Promise<boolean>>();

/** True when this browser's WebCodecs decodes the media type. */
export function canDecodeFrames(mediaType: string): Promise<boolean> {
  if (typeof ImageDecoder === 'undefined') return Promise.resolve(false);
  let answer = supported.get(mediaType);
  if (!answer) {
    answer = ImageDecoder.isTypeSupported(mediaType);
    supported.set(mediaType, answer);
  }
  return answer;
}

function shrunkSize({ width, height }: Size, scale: number): Size {
  return { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
}

async function copyPixels(frame: VideoFrame): Promise<Uint8Array<ArrayBuffer>> {
  const data = new Uint8Array(frame.allocationSize({ format: 'RGBA' }));
  await frame.copyTo(data, { format: 'RGBA' });
  return data;
}

/**
 * Decodes a photo by WebCodecs, which gives its pixels as stored and can shrink a JPEG while decoding.
 * Transparent pixels keep their colour and alpha.
 *
 * @param photo full size as stored by its header, if that says; a scale under 1 needs it
 * @param scale the fraction of it to decode at, from `decodeScale`; formats other than JPEG come at full size
 * @param orientation of the photo's Exif, for browsers whose frames do not say
 * @throws DOMException `EncodingError` when the photo is damaged or ends too early
 * @throws RangeError when there is no memory for the pixels
 */
export async function decodeFrame(
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: string,
  photo: Size | null,
  scale: number,
  orientation: Orientation,
): Promise<DecodedPhoto> {
  // The decoder rounds a wish down to the next eighth, so exactly the size it will give is asked for.
  const shrunk = photo && scale < 1 ? shrunkSize(photo, scale) : null;
  const wish = shrunk && { desiredWidth: shrunk.width, desiredHeight: shrunk.height };
  const decoder = new ImageDecoder({ data: bytes, type: mediaType, preferAnimation: false, ...wish });
  let frame: VideoFrame | null = null;
  try {
    frame = (await decoder.decode()).image;
    const { width, height } = frame.visibleRect ?? { width: frame.codedWidth, height: frame.codedHeight };
    const isShrunk = width === shrunk?.width && height === shrunk.height;
    return {
      data: await copyPixels(frame),
      width,
      height,
      // A decoder that did not shrink knows the photo's size better than its header.
      photo: photo && isShrunk ? photo : { width, height },
      scale: isShrunk ? scale : 1,
      orientation: orientationOf(frame) ?? orientation,
    };
  } finally {
    frame?.close();
    decoder.close();
  }
}
