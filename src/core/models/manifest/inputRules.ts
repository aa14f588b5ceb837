import * as v from 'valibot';
import { chosenBy, count, finite, level, oneOf, share, text } from './fieldRules.ts';

const channels = v.tuple([finite, finite, finite], 'must be three numbers, one for each colour channel.');

const letterbox = v.looseObject({
  mode: v.literal('letterbox'),
  align: oneOf(['center', 'corner']),
  padValue: level,
  rounding: v.exactOptional(oneOf(['nearest', 'down'])),
  multipleOf: v.exactOptional(count),
});

const stretch = v.looseObject({ mode: v.literal('stretch') });

const centerCrop = v.looseObject({ mode: v.literal('center-crop'), shorterSide: v.exactOptional(count) });

const resize = v.variant(
  'mode',
  [letterbox, stretch, centerCrop],
  chosenBy('mode', ['letterbox', 'stretch', 'center-crop']),
);

const strip = v.pipe(
  v.looseObject({ pixels: v.exactOptional(count), share: v.exactOptional(share) }),
  v.check(
    ({ pixels, share: part }) => pixels !== undefined || part !== undefined,
    'must have "pixels", "share" or both; of both, the lesser counts.',
  ),
);

const infoBar = v.looseObject({
  top: v.exactOptional(strip),
  bottom: v.exactOptional(strip),
  both: v.exactOptional(strip),
});

const sizeInput = v.looseObject({
  name: text,
  type: oneOf(['int64', 'float32']),
  order: oneOf(['width-height', 'height-width']),
});

const fields = v.looseObject({
  name: text,
  layout: oneOf(['NCHW', 'NHWC']),
  type: oneOf(['float32', 'float16', 'uint8']),
  width: count,
  height: count,
  colorOrder: oneOf(['RGB', 'BGR']),
  range: v.pipe(
    v.tuple([finite, finite], 'must be two numbers: what black and white become, for example [0, 1].'),
    v.check(([black, white]) => black < white, 'must go from the lower to the higher number.'),
  ),
  mean: channels,
  std: v.pipe(
    channels,
    v.check((values) => values.every((value) => value > 0), 'must be above 0; use [1, 1, 1] for none.'),
  ),
  resize,
  interpolation: oneOf(['bilinear', 'bicubic', 'lanczos']),
  antialias: v.boolean('must be true or false, without quotes.'),
  exactDecode: v.optional(v.boolean('must be true or false, without quotes.')),
  roundTrip: v.exactOptional(oneOf(['uint8'])),
  infoBar: v.exactOptional(infoBar),
  sizeInput: v.exactOptional(sizeInput),
});

type Fields = v.InferOutput<typeof fields>;

function isRaw({ range, mean, std }: Fields): boolean {
  return (
    range[0] === 0 &&
    range[1] === 255 &&
    mean.every((value) => value === 0) &&
    std.every((value) => value === 1)
  );
}

function coversInput({ resize: rule, width, height }: Fields): boolean {
  return rule.mode !== 'center-crop' || (rule.shorterSide ?? Infinity) >= Math.max(width, height);
}

function isMultiple({ resize: rule, width, height }: Fields): boolean {
  if (rule.mode !== 'letterbox' || rule.multipleOf === undefined) return true;
  return width % rule.multipleOf === 0 && height % rule.multipleOf === 0;
}

/** How a photo becomes the model's input; see `docs/model-packs.md` for every field. */
export const inputRules = v.pipe(
  fields,
  v.check(
    (input) => input.type !== 'uint8' || isRaw(input),
    'must have "range": [0, 255], "mean": [0, 0, 0] and "std": [1, 1, 1] when its "type" is "uint8".',
  ),
  v.check(
    ({ antialias, interpolation }) => antialias || interpolation === 'bilinear',
    'must have "antialias": true unless its "interpolation" is "bilinear".',
  ),
  v.check(
    ({ antialias, roundTrip }) => !antialias || roundTrip === undefined,
    'must have "antialias": false to have a "roundTrip"; with true, levels are rounded as Pillow does.',
  ),
  v.check(coversInput, 'must have a "resize.shorterSide" of at least its width and its height.'),
  v.check(isMultiple, 'must have a width and height that are multiples of "resize.multipleOf".'),
);
