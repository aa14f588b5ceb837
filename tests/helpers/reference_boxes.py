"""What a model says of photos, by code that shares nothing with the app: Pillow, numpy and onnxruntime.

    python reference_boxes.py manifest.json model.onnx < photos.json

Each photo comes with what the app made of it: {"path", "input", "outputs"}, tensors as {"shape", "data"} in base64.
Prints one JSON line per photo: {"width", "height"} of the upright photo, "inputDifference" of the app's input from
the one made here (most and mean, in levels of 0-255), and two lists of [label, score, left, top, right, bottom] with
corners in pixels of the upright photo: "decoded" from the app's outputs, "boxes" from pixels and outputs made here.
"""

import base64
import json
import sys

import numpy as np
import onnxruntime
from PIL import Image, ImageOps


def stretch_plainly(pixels, width, height):
    """Bilinear without antialias, half-pixel centres, rounded to the nearest level."""

    def axis(source, target):
        place = np.clip((np.arange(target) + 0.5) * source / target - 0.5, 0, source - 1)
        lower = np.floor(place).astype(int)
        return lower, np.minimum(lower + 1, source - 1), place - lower

    top, bottom, down = axis(pixels.shape[0], height)
    left, right, across = axis(pixels.shape[1], width)
    rows = pixels[top] * (1.0 - down)[:, None, None] + pixels[bottom] * down[:, None, None]
    mixed = rows[:, left] * (1.0 - across)[None, :, None] + rows[:, right] * across[None, :, None]
    return np.floor(mixed + 0.5)


def stretch(image, width, height, antialias):
    if antialias:
        return np.asarray(image.resize((width, height), Image.Resampling.BILINEAR), np.float64)
    return stretch_plainly(np.asarray(image, np.float64), width, height)


def fit(image, rule, width, height):
    """The input's levels, and where the photo lies in it: left, top, width, height."""
    if rule["mode"] == "stretch":
        return None, (0, 0, width, height)
    scale = min(width / image.width, height / image.height)
    whole = int if rule.get("rounding") == "down" else round
    inner = whole(image.width * scale), whole(image.height * scale)
    corner = rule["align"] == "corner"
    left, top = (0, 0) if corner else ((width - inner[0]) // 2, (height - inner[1]) // 2)
    return np.full((height, width, 3), rule["padValue"], np.float64), (left, top, *inner)


def prepare(image, spec):
    canvas, place = fit(image, spec["resize"], spec["width"], spec["height"])
    left, top, width, height = place
    photo = stretch(image, width, height, spec["antialias"])
    if canvas is None:
        canvas = photo
    else:
        canvas[top : top + height, left : left + width] = photo
    if spec["colorOrder"] == "BGR":
        canvas = canvas[..., ::-1]
    if spec["range"] == [0, 1]:
        canvas = canvas / 255
    return canvas.transpose(2, 0, 1)[None].astype(np.float32), place


def corners(centres_and_sizes):
    x, y, width, height = np.moveaxis(centres_and_sizes, -1, 0)
    return np.stack([x - width / 2, y - height / 2, x + width / 2, y + height / 2], -1)


def yolov8(outputs, spec):
    rows = outputs["output0"][0].T.astype(np.float64)
    return corners(rows[:, :4]), rows[:, 4:]


def yolox(outputs, spec):
    rows = outputs["output"][0].astype(np.float64)
    grids = []
    for stride in (8, 16, 32):
        y, x = np.mgrid[0 : spec["height"] // stride, 0 : spec["width"] // stride]
        grids.append(np.stack([x.ravel(), y.ravel(), np.full(x.size, stride)], -1))
    grid = np.concatenate(grids)
    stride = grid[:, 2:]
    boxes = np.concatenate([(rows[:, :2] + grid[:, :2]) * stride, np.exp(rows[:, 2:4]) * stride], -1)
    return corners(boxes), rows[:, 4:5] * rows[:, 5:]


def suppress(boxes, scores, overlap):
    """Indices that are kept, best first."""
    kept, rest = [], np.argsort(-scores, kind="stable")
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    while len(rest):
        best, rest = rest[0], rest[1:]
        kept.append(best)
        low = np.maximum(boxes[best, :2], boxes[rest, :2])
        high = np.minimum(boxes[best, 2:], boxes[rest, 2:])
        shared = np.prod(np.clip(high - low, 0, None), -1)
        rest = rest[shared / (areas[best] + areas[rest] - shared) <= overlap]
    return kept


def found(outputs, manifest, image, place, told):
    """[label, score, left, top, right, bottom] in the photo's pixels. `told` is the size that a DETR scaled to."""
    output = manifest["output"]
    floor = output["scoreFloor"]
    limit = np.array([image.width, image.height] * 2)
    left, top, width, height = place
    result = []
    if output["decoder"] == "rtdetr":
        scale = limit / np.array(told * 2)
        for label, score, box in zip(outputs["labels"], outputs["scores"], outputs["boxes"]):
            if score > floor:
                result.append((int(label), float(score), box * scale))
    else:
        boxes, scores = {"yolov8": yolov8, "yolox": yolox}[output["decoder"]](outputs, manifest["input"])
        boxes = (boxes - np.array([left, top] * 2)) * limit / np.array([width, height] * 2)
        for label in range(scores.shape[1]):
            chosen = np.flatnonzero(scores[:, label] > floor)
            for index in suppress(boxes[chosen], scores[chosen, label], output["nmsIou"]):
                result.append((label, float(scores[chosen[index], label]), boxes[chosen[index]]))
    best = sorted(result, key=lambda box: -box[1])[: output["maxDetections"]]
    return [[label, score, *np.clip(box, 0, limit).tolist()] for label, score, box in best]


def carried(tensor):
    numbers = np.frombuffer(base64.b64decode(tensor["data"]), np.float32)
    return numbers.reshape(tensor["shape"])


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        manifest = json.load(file)
    spec = manifest["input"]
    session = onnxruntime.InferenceSession(sys.argv[2], providers=["CPUExecutionProvider"])
    for photo in json.load(sys.stdin):
        image = ImageOps.exif_transpose(Image.open(photo["path"])).convert("RGB")
        tensor, place = prepare(image, spec)
        feed = {spec["name"]: tensor}
        if "sizeInput" in spec:
            feed[spec["sizeInput"]["name"]] = np.array([[image.width, image.height]], np.int64)
        names = [value.name for value in session.get_outputs()]
        own = dict(zip(names, session.run(None, feed)))
        theirs = {name: carried(value) for name, value in photo["outputs"].items()}
        difference = np.abs(carried(photo["input"]) - tensor) * (255 / spec["range"][1])
        line = {
            "width": image.width,
            "height": image.height,
            "inputDifference": [float(difference.max()), float(difference.mean())],
            "decoded": found(theirs, manifest, image, place, [spec["width"], spec["height"]]),
            "boxes": found(own, manifest, image, place, [image.width, image.height]),
        }
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
