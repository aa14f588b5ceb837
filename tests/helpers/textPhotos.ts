import type { BoundingBox } from '../../src/core/models/prediction/box.ts';
import type { Prediction } from '../../src/core/models/prediction/prediction.ts';
import { contentKeyOf } from '../../src/platform/contentKey.ts';
import type { SiftModel } from '../../src/workers/sift/contract.ts';

// Apart from the workers that stand on these: a module that is replaced cannot wait for one that needs it.

/** What a model says of a photo that holds this text. */
export type Analyser = (model: SiftModel, content: string) => Prediction;

let analyse: Analyser = () => ({ detections: [], labelScores: new Float32Array() });

/** Has every model say this from now on. */
export function analyseWith(analyser: Analyser): void {
  analyse = analyser;
}

const decoder = new TextDecoder();
const size = { width: 640, height: 480 };

/** Photos are texts: a decoder that gives the text in place of pixels. */
export const textDecoder = {
  checkWhole: () => undefined,
  decodePhoto: (bytes: Uint8Array) =>
    Promise.resolve({ ...size, photo: size, orientation: 1, scale: 1, data: bytes }),
};

/** In place of models that are run: the analyser's word. */
export const textModel = {
  LoadedModel: {
    load: (model: SiftModel) =>
      Promise.resolve({
        manifest: model.manifest,
        predict: ({ data }: { data: Uint8Array }) => Promise.resolve(analyse(model, decoder.decode(data))),
      }),
  },
};

const encoder = new TextEncoder();

/** A picture that says of which content it is, and what is covered in it. */
export interface WrittenPicture {
  contentKey: string | null;
  covers: readonly BoundingBox[];
}

/** A picture as bytes. */
export function written(picture: WrittenPicture): Uint8Array<ArrayBuffer> {
  return encoder.encode(JSON.stringify(picture));
}

/** Thumbnails that hold the photo's text, and their copies with covers. */
export const thumbnails = {
  thumbnailSize: size,
  makeThumbnail: ({ data }: { data: Uint8Array<ArrayBuffer> }) =>
    Promise.resolve({ mediaType: 'image/jpeg', bytes: data.slice().buffer }),
};
export const covering = {
  coveredPicture: async ({ bytes }: { bytes: ArrayBuffer }, covers: readonly BoundingBox[]) => ({
    mediaType: 'image/jpeg',
    bytes: written({ contentKey: await contentKeyOf(new Blob([bytes])), covers }).buffer,
  }),
};
