"""Lays objects, and pieces of nothing, on scenes.

The pieces of nothing (bark, grass, snow from other empty photos, cut with the same soft edges)
matter as much as the objects: without them the network learns to see the seams.
"""

import numpy as np
from PIL import Image, ImageChops, ImageFilter

from .cutouts import margin_window
from .labels import Photo
from .photo_cache import PhotoCache
from .scene import Layer, Scene, clip_boxes

SMALLEST_SHARE, LARGEST_SHARE = 0.055, 0.85  # square root of the object's share of the frame
FLASH_SHARES = 0.25, 1.3  # the same for close-ups in the flash


def superellipse(random: np.random.Generator, side: int = 64, most: float = 4.0) -> Image.Image:
    """A soft blob that fills the square: |x|^n + |y|^n = 1 with n of half of `most` to `most`."""
    axis = np.abs(np.linspace(-1, 1, side))
    power = random.uniform(most / 2, most)
    radius = (axis[None] ** power + axis[:, None] ** power) ** (1 / power)
    soft = np.clip((1.0 - radius) / random.uniform(0.06, 0.25), 0, 1)
    return Image.fromarray((soft * 255).astype(np.uint8))


class Paster:
    """Holds the cut-out objects by class, and the empty photos that serve as pieces of nothing."""

    def __init__(self, photos: list[Photo], cache: PhotoCache, cutouts: dict[str, np.ndarray]):
        self.photos, self.cache, self.masks = photos, cache, cutouts["masks"]
        classes = np.array([photos[p].classes[b] for p, b in cutouts["owner"]])
        self.owner = cutouts["owner"]
        sources = np.array([photos[p].source for p, _ in cutouts["owner"]])
        names, inverse, counts = np.unique(sources, return_inverse=True, return_counts=True)
        cut_well = np.where(self.masks.reshape(len(self.masks), -1).any(1), 1.0, 0.35)
        weight = counts[inverse] ** -0.5 * cut_well
        self.pools = []
        for class_id in range(3):
            members = np.flatnonzero(classes == class_id)
            self.pools.append((members, weight[members] / weight[members].sum()))
        self.empty = [photo.index for photo in photos if photo.group == "empty" and photo.split == "train"]

    def object(self, random, class_id: int) -> tuple[Image.Image, Image.Image, int, tuple]:
        """A random object of a class and its mask (RGB, L), over the box plus margin; photo and window."""
        members, weight = self.pools[class_id]
        number = random.choice(members, p=weight)
        index, box_number = self.owner[number]
        image = self.cache.image(index)
        window = margin_window(self.photos[index].boxes[box_number], *image.size)
        mask = self.masks[number]
        return image.crop(window), Image.fromarray(mask) if mask.any() else superellipse(random), int(index), window

    def nothing(self, random) -> tuple[Image.Image, Image.Image, None, tuple]:
        image = self.cache.image(self.empty[random.integers(len(self.empty))])
        width, height = (int(v * random.uniform(0.25, 0.7)) for v in image.size)
        x, y = random.integers(image.width - width + 1), random.integers(image.height - height + 1)
        mask = superellipse(random)
        if random.random() < 0.5:  # borrow the outline of a real object
            outline = self.masks[random.integers(len(self.masks))]
            mask = Image.fromarray(outline) if outline.any() else mask
        window = (x, y, x + width, y + height)
        return image.crop(window), mask, None, window

    @staticmethod
    def place(random, side: int, frame: int, overhang: float) -> int:
        """Where a piece starts along one axis, with at most `overhang` of it outside the frame."""
        low, high = sorted((-overhang * side, frame - (1 - overhang) * side))
        return int(random.uniform(low, high))

    def lay(self, random, scene: Scene, class_id: int | None, flash: bool = False) -> None:
        """Pastes one object of a class, or a piece of nothing for None, at a random place and size.

        `flash`: a close-up at night. What is near the lamp is bright and often blurred, the rest dark.
        """
        found = self.nothing(random) if class_id is None else self.object(random, class_id)
        piece, mask, photo, (left, top, right, bottom) = found
        frame_width, frame_height = scene.image.size
        shares = FLASH_SHARES if flash else (SMALLEST_SHARE, LARGEST_SHARE)
        share = np.exp(random.uniform(*np.log(shares)))
        scale = share * np.sqrt(frame_width * frame_height / (piece.width * piece.height))
        stretch = np.exp(random.normal(0, 0.08))
        size = max(4, round(piece.width * scale * stretch)), max(4, round(piece.height * scale / stretch))
        if max(size) > 2 * frame_width:
            return
        overhang = 0.8 if random.random() < 0.4 else 0.05
        x, y = (self.place(random, side, frame, overhang) for side, frame in zip(size, scene.image.size))
        piece, mask = piece.resize(size, Image.Resampling.BILINEAR), mask.resize(size, Image.Resampling.BILINEAR)
        flipped = random.random() < 0.5
        if flipped:
            piece, mask = (p.transpose(Image.Transpose.FLIP_LEFT_RIGHT) for p in (piece, mask))
        if max(size) > 24:
            mask = mask.filter(ImageFilter.GaussianBlur(random.uniform(0.3, 1.5)))
        if flash:
            piece = light_up(random, piece)
            dark = random.uniform(0.04, 0.6)
            scene.image = scene.image.point(lambda value: value * dark)
        else:
            piece = match_tone(random, piece, scene.image.crop((x, y, x + size[0], y + size[1])))
        scene.image.paste(piece, (x, y), mask)
        scene.layers.append(Layer(photo, (left, top, right - left, bottom - top), (x, y, *size), flipped))
        if class_id is None:
            return
        extent = mask.point(lambda value: 255 * (value > 90)).getbbox() or (0, 0, *size)
        box = np.array([[x + extent[0], y + extent[1], x + extent[2], y + extent[3]]], np.float32)
        clipped, there, certain = clip_boxes(box, frame_width, frame_height)
        if there[0]:
            scene.add(clipped[0], class_id, bool(certain[0]))


def erase(random, scene: Scene) -> None:
    """Covers every object with the ground beside it, where there is room, and forgets its label.

    What is left is an empty photo of a place that otherwise always comes with an animal.
    """
    width, height = scene.image.size
    keep = []
    for number, (left, top, right, bottom) in enumerate(scene.boxes):
        x0, y0 = int(max(0, left - 0.15 * (right - left))), int(max(0, top - 0.15 * (bottom - top)))
        x1, y1 = int(min(width, right + 0.15 * (right - left))), int(min(height, bottom + 0.15 * (bottom - top)))
        starts = [start for start in (x0 - (x1 - x0), x1) if 0 <= start <= width - (x1 - x0)]
        starts = [start for start in starts if not overlaps(scene.boxes, start, y0, start + x1 - x0, y1)]
        if not starts:
            keep.append(number)
            continue
        start = starts[random.integers(len(starts))]
        patch = scene.image.crop((start, y0, start + x1 - x0, y1))
        scene.image.paste(patch, (x0, y0), superellipse(random, most=10.0).resize(patch.size))
        scene.layers.append(Layer(None, (0, 0, 1, 1), (x0, y0, *patch.size)))
    scene.boxes, scene.classes, scene.certain = scene.boxes[keep], scene.classes[keep], scene.certain[keep]


def overlaps(boxes: np.ndarray, left: float, top: float, right: float, bottom: float) -> bool:
    sideways = (boxes[:, 0] < right) & (boxes[:, 2] > left)
    return bool((sideways & (boxes[:, 1] < bottom) & (boxes[:, 3] > top)).any())


def light_up(random, piece: Image.Image) -> Image.Image:
    """A body close to an infra-red lamp: little contrast, bright, out of focus half of the time."""
    gain, lift = random.uniform(0.5, 1.6), random.uniform(0, 110)
    piece = piece.point(lambda value: min(255, value * gain + lift))
    return piece.filter(ImageFilter.GaussianBlur(random.uniform(0.5, 4.0))) if random.random() < 0.5 else piece


def match_tone(random, piece: Image.Image, ground: Image.Image) -> Image.Image:
    """Moves the piece's mean colour a random part of the way to that of the ground below it."""
    part = random.uniform(0.0, 0.75)
    means = [np.asarray(image.resize((8, 8), Image.Resampling.BOX)).reshape(-1, 3).mean(0) for image in (piece, ground)]
    shift = (means[1] - means[0]) * part + random.normal(0, 8, 3)
    up = Image.new("RGB", piece.size, tuple(int(max(0, v)) for v in shift))
    down = Image.new("RGB", piece.size, tuple(int(max(0, -v)) for v in shift))
    return ImageChops.subtract(ImageChops.add(piece, up), down)
