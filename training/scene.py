"""A picture with its objects while it is being turned into a training sample."""

from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from .settings import PAD_VALUE

SMALLEST_SIDE = 5.0  # pixels; smaller objects are neither asked for nor punished
SMALLEST_VISIBLE = 0.25  # share of an object inside the frame that still counts as the object
SMALLEST_PART, PART_SIDE = 0.12, 14.0  # the same for parts of at least so many pixels: a tail, legs
LARGE_REMAINDER = 0.12  # share of the frame: a flank that fills this much counts in any case


@dataclass(frozen=True)
class Layer:
    """A part of a photo that was laid on the picture; `photo` None for something without meaning.

    `source` in pixels of the photo and `target` in pixels of the picture: left, top, width, height.
    """

    photo: int | None
    source: tuple[float, float, float, float]
    target: tuple[float, float, float, float]
    flipped: bool = False


@dataclass
class Scene:
    """`boxes` float32 [n, 4] left, top, right, bottom in pixels of `image`.

    The picture is what a camera shows, without letterbox bars; `place` is where it goes in the frame.
    `certain` is False for objects too cut or too small to teach: their area is left out of the loss.
    """

    image: Image.Image
    boxes: np.ndarray
    classes: np.ndarray
    certain: np.ndarray
    known: np.ndarray  # bool [3]
    place: tuple[int, int] = (0, 0)
    layers: list[Layer] = field(default_factory=list)  # from the ground up
    flipped: bool = False
    image_size: tuple[int, int] = (0, 0)  # of the picture, once it is in its frame
    soft: np.ndarray | None = None  # the teacher's answer, uint8 [80, H / 16, W / 16]

    def add(self, box: np.ndarray, class_id: int, certain: bool) -> None:
        self.boxes = np.concatenate([self.boxes, box[None].astype(np.float32)])
        self.classes = np.append(self.classes, class_id)
        self.certain = np.append(self.certain, certain)

    def flip(self) -> None:
        self.image = self.image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        self.flipped = not self.flipped
        width = self.image.width
        self.boxes = np.stack(
            [width - self.boxes[:, 2], self.boxes[:, 1], width - self.boxes[:, 0], self.boxes[:, 3]], 1
        )

    def letterbox(self, width: int, height: int) -> None:
        """Puts the finished picture into the frame, on grey, as in deployment."""
        self.image_size = self.image.size
        if self.image.size == (width, height):
            return
        frame = Image.new("RGB", (width, height), (PAD_VALUE,) * 3)
        frame.paste(self.image, self.place)
        self.image, self.boxes = frame, self.boxes + np.array([*self.place, *self.place], np.float32)


def clip_boxes(boxes: np.ndarray, width: int, height: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Boxes cut at the frame, which of them are still there at all, and which still teach."""
    clipped = boxes.copy()
    clipped[:, [0, 2]] = boxes[:, [0, 2]].clip(0, width)
    clipped[:, [1, 3]] = boxes[:, [1, 3]].clip(0, height)
    sides = clipped[:, 2:] - clipped[:, :2]
    whole = np.prod(np.maximum(boxes[:, 2:] - boxes[:, :2], 1e-3), 1)
    area = np.prod(sides, 1)
    there = (sides > 1.5).all(1)
    seen = (area >= SMALLEST_VISIBLE * whole) | (area >= LARGE_REMAINDER * width * height)
    seen |= (area >= SMALLEST_PART * whole) & (sides >= PART_SIDE).all(1)
    return clipped, there, seen & (sides >= SMALLEST_SIDE).all(1)
