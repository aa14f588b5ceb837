import * as v from 'valibot';
import { chosenBy, count, finite, oneOf, share, text } from './fieldRules.ts';

const kept = { scoreFloor: share, maxDetections: count };

const classIds = v.exactOptional(
  v.pipe(
    v.array(v.pipe(finite, v.integer('must be a whole number.')), 'must be a list of class numbers.'),
    v.checkItems((id, index, ids) => ids.indexOf(id) === index, 'is there twice; each label has its own.'),
  ),
);

const boxes = v.exactOptional(oneOf(['pixels', 'fractions']));

function suppressed<const Name extends string>(decoder: Name) {
  return v.looseObject({ name: text, decoder: v.literal(decoder), nmsIou: share, boxes, ...kept });
}

const yolox = v.looseObject({
  name: text,
  decoder: v.literal('yolox'),
  strides: v.exactOptional(
    v.pipe(v.array(count, 'must be a list of strides, in pixels.'), v.minLength(1, 'must hold a stride.')),
  ),
  nmsIou: share,
  ...kept,
});

const yolov10 = v.looseObject({ name: text, decoder: v.literal('yolov10'), classIds, boxes, ...kept });

const rtdetr = v.looseObject({
  decoder: v.literal('rtdetr'),
  names: v.looseObject(
    { labels: text, boxes: text, scores: text },
    'must name the outputs "labels", "boxes" and "scores".',
  ),
  classIds,
  boxes,
  ...kept,
});

const classifier = v.looseObject({
  name: text,
  decoder: v.literal('classifier'),
  activation: oneOf(['softmax', 'sigmoid', 'none']),
});

/** How the model's output is read; see `docs/model-packs.md` for every field. */
export const outputRules = v.variant(
  'decoder',
  [suppressed('yolov5'), suppressed('yolov8'), yolov10, rtdetr, yolox, classifier],
  chosenBy('decoder', ['yolov5', 'yolov8', 'yolov10', 'rtdetr', 'yolox', 'classifier']),
);
