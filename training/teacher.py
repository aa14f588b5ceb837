"""What YOLOX-nano (COCO, Apache-2.0) sees in the training photos, as soft targets of a helper head.

The teacher tells 80 kinds of things apart where our labels know three, and says how sure it is. It looks
once at every clean photo; its answers then follow the photo through crops, pastes and flips, so the
network learns to give the same answer on the spoilt picture. Its weights are never copied.
(Hinton, Vinyals and Dean, 2015.)
"""

from dataclasses import replace
from pathlib import Path

import numpy as np

from .labels import Photo
from .photo_cache import PhotoCache
from .scene import Layer, Scene
from .scoring import YOLOX_SIDE, open_session, yolox_input
from .settings import PERSON

KINDS = 80  # classes of COCO
SIDE = 26  # cells of a stored map along each axis
CELL = YOLOX_SIDE // SIDE  # pixels of the teacher's input per cell
HELPER_STRIDE = 16  # pixels of our frame per cell of the targets
SURELY_NOBODY = 0.10  # highest score of a person in a photo that shows none


def soft_map(output: np.ndarray) -> np.ndarray:
    """[1, 3549, 85] to uint8 [26, 26, 80]: the best of the three grids, objectness times class."""
    scores = output[0, :, 4:5] * output[0, :, 5:]
    fine = scores[:2704].reshape(26, 2, 26, 2, KINDS).max((1, 3))
    middle = scores[2704:3380].reshape(26, 26, KINDS)
    coarse = scores[3380:].reshape(13, 13, KINDS).repeat(2, 0).repeat(2, 1)
    return (np.maximum(np.maximum(fine, middle), coarse) * 255).round().astype(np.uint8)


class Teacher:
    """`maps` uint8 [n, 26, 26, 80], one per photo; zero where a photo is not for training."""

    def __init__(self, path: Path, photos: list[Photo], cache: PhotoCache, folder: Path):
        store = folder / f"teacher-{len(photos)}.npy"
        self.cache = cache
        if not store.exists():
            self.ask(path, photos, store)
        self.maps = np.load(store, mmap_mode="r")

    def ask(self, path: Path, photos: list[Photo], store: Path) -> None:
        session = open_session(path)
        unfinished = store.with_suffix(".part.npy")
        maps = np.lib.format.open_memmap(unfinished, "w+", np.uint8, (len(photos), SIDE, SIDE, KINDS))
        for photo in photos:
            if photo.split == "train" and len(photo.boxes):
                feed = {"images": yolox_input(self.cache.image(photo.index))}
                maps[photo.index] = soft_map(session.run(None, feed)[0])
        maps.flush()
        unfinished.replace(store)

    def with_people_known(self, photos: list[Photo]) -> list[Photo]:
        """The photos, where an animal photo without labels of people is known to show none if the teacher saw none.

        Without it, nothing says that most lions, deer and gorillas of the dataset are not people.
        """
        return [replace(p, known=p.known | [c == PERSON for c in range(3)]) if self.sees_nobody(p) else p for p in photos]

    def sees_nobody(self, photo: Photo) -> bool:
        """Whether this is a training photo of animals, not labelled for people, in which the teacher sees none."""
        asked = photo.split == "train" and photo.group == "animal" and not photo.known[PERSON] and not photo.has(PERSON)
        return asked and self.maps[photo.index, :, :, 0].max() < SURELY_NOBODY * 255

    def targets(self, scene: Scene, width: int, height: int) -> np.ndarray:
        """uint8 [80, height / 16, width / 16] for a finished frame."""
        result = np.zeros((height // HELPER_STRIDE, width // HELPER_STRIDE, KINDS), np.uint8)
        edges = [np.arange(0, length + 1, HELPER_STRIDE, dtype=float) for length in (width, height)]
        for layer in scene.layers:
            spans = [self.spans(layer, axis, edges[axis] - scene.place[axis], scene) for axis in (0, 1)]
            columns, rows = ([i for i, span in enumerate(axis) if span] for axis in spans)
            if not columns or not rows:
                continue
            area = np.ix_(rows, columns)
            if layer.photo is None:
                result[area] = 0
                continue
            seen = self.maps[layer.photo]
            seen = np.stack([seen[:, slice(*spans[0][i])].max(1) for i in columns], 1)
            result[area] = np.stack([seen[slice(*spans[1][i])].max(0) for i in rows], 0)
        return np.ascontiguousarray(result.transpose(2, 0, 1))

    def spans(self, layer: Layer, axis: int, edges: np.ndarray, scene: Scene) -> list[tuple[int, int] | None]:
        """For each cell of the frame along an axis: the cells of the layer's map below it, if any."""
        if axis == 0 and scene.flipped:
            edges = scene.image_size[0] - edges
        low, high = np.minimum(edges[:-1], edges[1:]), np.maximum(edges[:-1], edges[1:])
        start, length = layer.target[axis], layer.target[axis + 2]
        inside = ((low + high) / 2 > start) & ((low + high) / 2 < start + length)
        shares = [(np.clip(side, start, start + length) - start) / length for side in (low, high)]
        if axis == 0 and layer.flipped:
            shares = [1 - shares[1], 1 - shares[0]]
        if layer.photo is None:
            return [(0, 1) if here else None for here in inside]
        size = self.cache.entries[layer.photo][1:]
        scale = YOLOX_SIDE / max(size) / CELL
        cells = [(layer.source[axis] + share * layer.source[axis + 2]) * scale for share in shares]
        first = np.clip(np.floor(cells[0] + 0.25), 0, SIDE - 1).astype(int)
        last = np.clip(np.ceil(cells[1] - 0.25), first + 1, SIDE).astype(int)
        return [(a, b) if here else None for here, a, b in zip(inside, first, last)]
