import { captureTimeFromModified } from '../../core/time/captureTime.ts';
import { captureTimeFromName } from '../../core/time/captureTimeFromName.ts';
import { PhotoFailure, type Failure } from '../../core/failure.ts';
import { readImageHeader } from '../../core/formats/imageHeader.ts';
import { fileName, type Media } from '../../core/media/media.ts';
import type { Orientation, PhotoMetadata } from '../../core/media/photoMetadata.ts';
import { packPrediction } from '../../core/prediction/predictionPacking.ts';
import { storedSizeIn } from '../../core/tensor/tensor.ts';
import { contentKeyOf } from '../../platform/contentKey.ts';
import { readPhotoMetadata } from '../../platform/exif.ts';
import { decodePhoto } from '../../platform/imageDecoder.ts';
import { OnnxError } from '../../platform/onnxSession.ts';
import { makeThumbnail } from '../../platform/thumbnail.ts';
import type { StoredOutput, StoredThumbnail } from '../../storage/database.ts';
import type { SiftedMedia } from '../../storage/mediaRepository.ts';
import { findOutput, hasThumbnail } from '../../storage/outputRepository.ts';
import type { SiftJob } from './contract.ts';
import type { LoadedModel } from './loadedModel.ts';

/** What sifting one photo gave, and whether the model had seen its content before. */
export interface Sifted extends SiftedMedia {
  prediction: StoredOutput | null;
  known: boolean;
}

/** Enough for the header of a JPEG of any camera that was looked at: Moultrie puts 255 KB of its own before it. */
const headBytes = 524_288;

/**
 * Everything that is done with one photo, in order: key, EXIF, decode, model, thumbnail. A photo whose content the
 * model has seen is only looked up. Never throws: what goes wrong becomes the photo's failure.
 */
export async function siftPhoto({ media, file }: SiftJob, model: LoadedModel): Promise<Sifted> {
  if ('failure' in file) return failed(media, file.failure);
  const opened: Media = { ...media, size: file.size, modifiedAt: file.lastModified, failure: null };
  try {
    if (file.size === 0) throw new PhotoFailure('empty-file', '0 bytes');
    const contentKey = await contentKeyOf(file);
    const known = await findKnown(model.hash, contentKey);
    // PNG and WebP keep their EXIF at the end.
    const isEnough = known !== null && /\.jpe?g$/i.test(media.path);
    const bytes = new Uint8Array(await (isEnough ? file.slice(0, headBytes) : file).arrayBuffer());
    const metadata = withCaptureTime(await readPhotoMetadata(bytes), media, file.lastModified);
    const read: Media = { ...opened, contentKey, metadata };
    if (known) {
      return {
        media: { ...read, status: 'done' },
        output: null,
        thumbnail: null,
        prediction: known,
        known: true,
      };
    }
    try {
      const { output, thumbnail } = await lookAt(bytes, metadata.orientation, contentKey, model);
      return { media: { ...read, status: 'done' }, output, thumbnail, prediction: output, known: false };
    } catch (error) {
      return failed(read, toFailure(error));
    }
  } catch (error) {
    return failed(opened, toFailure(error));
  }
}

async function findKnown(modelHash: string, contentKey: string): Promise<StoredOutput | null> {
  const output = await findOutput(modelHash, contentKey);
  return output && (await hasThumbnail(contentKey)) ? output : null;
}

async function lookAt(
  bytes: Uint8Array<ArrayBuffer>,
  orientation: Orientation,
  contentKey: string,
  model: LoadedModel,
): Promise<{ output: StoredOutput; thumbnail: StoredThumbnail }> {
  const { input } = model.manifest;
  const header = readImageHeader(bytes);
  const { width, height } = header;
  const wanted = width && height ? storedSizeIn(input, { width, height }, orientation) : input;
  const photo = await decodePhoto(bytes, header, wanted, orientation);
  const prediction = await model.predict(photo);
  return {
    output: { ...packPrediction(prediction), contentKey, modelHash: model.hash },
    thumbnail: { ...(await makeThumbnail(photo)), contentKey },
  };
}

/** EXIF first, then a time in the file's name, then the file's modification time on this machine's clock. */
function withCaptureTime(metadata: PhotoMetadata, media: Media, modifiedAt: number): PhotoMetadata {
  const captureTime =
    metadata.captureTime ??
    captureTimeFromName(fileName(media.path)) ??
    captureTimeFromModified(modifiedAt, -new Date(modifiedAt).getTimezoneOffset());
  return { ...metadata, captureTime };
}

function failed(media: Media, failure: Failure): Sifted {
  return {
    media: { ...media, status: 'failed', failure },
    output: null,
    thumbnail: null,
    prediction: null,
    known: false,
  };
}

function toFailure(error: unknown): Failure {
  if (error instanceof PhotoFailure) return error.toFailure();
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (error instanceof OnnxError) return { code: 'inference', detail };
  if (error instanceof DOMException && error.name === 'NotFoundError') return { code: 'changed', detail };
  if (error instanceof DOMException && error.name === 'NotReadableError')
    return { code: 'unreadable', detail };
  return { code: 'undecodable', detail };
}
