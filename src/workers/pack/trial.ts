import { readImageHeader } from '../../core/files/image/imageHeader.ts';
import { weightsFileOf } from '../../core/models/pack/modelIdentity.ts';
import { PackFailure } from '../../core/models/pack/packFailure.ts';
import type { ModelSpeed } from '../../core/models/pack/packModel.ts';
import { storedSizeIn } from '../../core/models/tensor/tensor.ts';
import { readPhotoMetadata } from '../../platform/exif.ts';
import type { DecodedPhoto } from '../../platform/frameDecoder.ts';
import { decodePhoto } from '../../platform/imageDecoder.ts';
import type { SiftModel } from '../sift/contract.ts';
import { LoadedModel } from '../sift/loadedModel.ts';
import { loadFailure, runFailure } from './trialFailure.ts';

const leastRuns = 3;

function greyPicture(): DecodedPhoto {
  const width = 64;
  const height = 48;
  const data = new Uint8Array(width * height * 4).fill(128);
  for (let alpha = 3; alpha < data.length; alpha += 4) data[alpha] = 255;
  return { width, height, data, photo: { width, height }, scale: 1, orientation: 1 };
}

/** null for a photo that cannot be read: that is no fault of the model. */
async function decode(file: File, { manifest }: LoadedModel): Promise<DecodedPhoto | null> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { orientation } = await readPhotoMetadata(bytes);
    const header = readImageHeader(bytes);
    const { width, height } = header;
    const wanted =
      width && height ? storedSizeIn(manifest.input, { width, height }, orientation) : manifest.input;
    return await decodePhoto(bytes, header, wanted, orientation);
  } catch {
    return null;
  }
}

/**
 * Loads a model and runs it once on a grey picture, then on photos, and measures how long a run takes.
 *
 * @param photos some of the open survey, or none
 * @param onLoaded is called between loading and running
 * @throws PackFailure
 */
export async function tryModel(
  model: SiftModel,
  photos: readonly File[],
  onLoaded: () => void,
): Promise<ModelSpeed> {
  const { path } = weightsFileOf(model.manifest);
  const loaded = await LoadedModel.load(model).catch((error: unknown) => {
    throw loadFailure(path, error);
  });
  onLoaded();
  const grey = greyPicture();
  const decoded = await Promise.all(photos.map((file) => decode(file, loaded)));
  const pictures = decoded.filter((picture) => picture !== null);
  while (pictures.length < leastRuns) pictures.push(grey);
  try {
    const checkOn = async (picture: DecodedPhoto): Promise<void> => {
      const fault = await loaded.tryOn(picture);
      if (fault) throw new PackFailure('boxes-misfit', path, fault);
    };
    await checkOn(grey); // the first run is slower than all others, and is not counted
    const times: number[] = [];
    for (const picture of pictures) {
      const startedAt = performance.now();
      await checkOn(picture);
      times.push(performance.now() - startedAt);
    }
    times.sort((left, right) => left - right);
    return { milliseconds: times[Math.floor(times.length / 2)] ?? 0, runs: times.length };
  } catch (error) {
    throw runFailure(path, error);
  }
}
