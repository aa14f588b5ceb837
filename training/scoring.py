"""Runs ONNX detectors over the judged photos and keeps each photo's best score per class.

Two kinds: models with Lookout's contract, and YOLOX-nano (COCO, Apache-2.0), the baseline.
"""

import time
from pathlib import Path

import numpy as np
import onnxruntime
from PIL import Image

from .labels import Photo
from .letterbox import letterbox
from .photo_cache import open_photo
from .quantise import to_input
from .settings import CLASSES, PAD_VALUE

# COCO's 80 names in order: 14-23 are bird to giraffe, 0 is person, 1-3, 5 and 7 are road vehicles
COCO_MEMBERS = {"animal": list(range(14, 24)), "person": [0], "vehicle": [1, 2, 3, 5, 7]}
YOLOX_SIDE = 416


def open_session(path: Path, threads: int = 1) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def lookout_input(image: Image.Image) -> np.ndarray:
    return to_input(letterbox(image))


def lookout_scores(output: np.ndarray) -> np.ndarray:
    """Best score per class [3] of `output0` [1, 7, N]."""
    return output[0, 4:].max(1)


def yolox_input(image: Image.Image) -> np.ndarray:
    """BGR 0-255, letterboxed into the top left corner."""
    scale = min(YOLOX_SIDE / image.width, YOLOX_SIDE / image.height)
    inner = image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.BILINEAR)
    frame = np.full((YOLOX_SIDE, YOLOX_SIDE, 3), PAD_VALUE, np.float32)
    frame[: inner.height, : inner.width] = np.asarray(inner)[..., ::-1]
    return np.ascontiguousarray(frame.transpose(2, 0, 1)[None])


def yolox_scores(output: np.ndarray) -> np.ndarray:
    """Best objectness times class score per class [3] of [1, 3549, 85]."""
    scores = output[0, :, 4:5] * output[0, :, 5:]
    return np.array([scores[:, COCO_MEMBERS[name]].max() for name in CLASSES])


KINDS = {"lookout": (lookout_input, lookout_scores), "yolox": (yolox_input, yolox_scores)}


def score_images(path: Path, kind: str, images, threads: int = 1) -> np.ndarray:
    """Image scores [n, 3] of RGB photos."""
    session = open_session(path, threads)
    name = session.get_inputs()[0].name
    prepare, best = KINDS[kind]
    return np.stack([best(session.run(None, {name: prepare(image)})[0]) for image in images])


def score_photos(path: Path, kind: str, photos: list[Photo], dataset: Path) -> np.ndarray:
    return score_images(path, kind, (open_photo(dataset / "images" / photo.file) for photo in photos))


def milliseconds(path: Path, kind: str, rounds: int = 60) -> float:
    """Median time of one photo on one thread, preprocessing excluded, after a warm-up."""
    session = open_session(path)
    feed = {session.get_inputs()[0].name: KINDS[kind][0](Image.new("RGB", (640, 480), (90, 110, 80)))}
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        session.run(None, feed)
        times.append(time.perf_counter() - began)
    return float(np.median(times[10:]) * 1000)
