import { failureText, PhotoFailure } from '../../core/files/failure.ts';
import { readImageHeader } from '../../core/files/image/imageHeader.ts';
import { bareJpeg } from '../../core/exchange/share/bareJpeg.ts';
import { paintCovers, withoutFoot } from '../../core/exchange/share/paintCovers.ts';
import { fitWithin } from '../../core/models/tensor/letterbox.ts';
import { orientPixels } from '../../core/models/tensor/orientation.ts';
import { resizePixels } from '../../core/models/tensor/resize.ts';
import { isContent, sha256Of } from '../../platform/contentKey.ts';
import { readPhotoMetadata } from '../../platform/exif.ts';
import type { DecodedPhoto } from '../../platform/frameDecoder.ts';
import { decodePhoto } from '../../platform/imageDecoder.ts';
import { encodePicture } from '../../platform/pictureEncoder.ts';
import type { CopyOrder, MadeCopy } from './contract.ts';

const quality = 0.9;

async function decode(file: File): Promise<DecodedPhoto> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const header = readImageHeader(bytes);
  const { orientation } = await readPhotoMetadata(bytes);
  const size = { width: header.width ?? Infinity, height: header.height ?? Infinity };
  return decodePhoto(bytes, header, size, orientation);
}

/**
 * Covers are painted last before encoding, on the very pixels that are encoded: no resize can carry what lies under
 * them over their edge.
 */
function coveredPixels(photo: DecodedPhoto, { covers, infoBar, longestSide }: CopyOrder) {
  const room = Math.min(longestSide ?? Infinity, Math.max(photo.photo.width, photo.photo.height));
  const size = fitWithin(photo.photo, { width: room, height: room });
  const isFull = size.width === photo.width && size.height === photo.height;
  const upright = orientPixels(isFull ? photo : resizePixels(photo, size), photo.orientation);
  paintCovers(upright, covers);
  return withoutFoot(upright, infoBar);
}

/** Longest sides that are tried for a copy that must not have too many bytes, in pixels. */
const smallerSides = [1600, 1280, 960, 640, 480, 320];

/** @returns null when even the smallest has too many bytes */
async function encodeWithin(photo: DecodedPhoto, order: CopyOrder): Promise<Uint8Array<ArrayBuffer> | null> {
  const { longestSide, mostBytes } = order;
  const sides = mostBytes === null ? [] : smallerSides.filter((side) => side < (longestSide ?? Infinity));
  for (const side of [longestSide, ...sides]) {
    const pixels = coveredPixels(photo, { ...order, longestSide: side });
    const bytes = bareJpeg(await encodePicture(pixels, quality));
    if (mostBytes === null || bytes.length <= mostBytes) return bytes;
  }
  return null;
}

/** A JPEG made of the photo's pixels alone: nothing of the original file's bytes is in it. Never throws. */
export async function safeCopy(order: CopyOrder): Promise<MadeCopy> {
  try {
    if (!(await isContent(order.file, order.contentKey))) {
      return { failure: 'The file has changed since the models saw it. Sift it again.' };
    }
    const bytes = await encodeWithin(await decode(order.file), order);
    if (!bytes) return { failure: 'It cannot be made small enough.' };
    return { bytes, sha256: await sha256Of(bytes.buffer) };
  } catch (error) {
    if (error instanceof PhotoFailure) return { failure: failureText(error.toFailure().code).reason };
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
