"""Reads `labels.csv` of a dataset folder and divides it into training, hold-out and camera photos.

Columns: file, split, group, boxes, known, source, split_key, licence. `boxes` is JSON
`[class, x, y, width, height]` in 0-1 of the photo; `known` names the classes for which every
object of the photo is labelled (`a`, `p`, `v`).
"""

import csv
import json
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .settings import CLASSES, HOLD_OUT_ANIMALS, HOLD_OUT_OBJECTS, KNOWN_LETTERS

TRAIL_CAMERA_SOURCES = (
    "SoumyaGanguly95_CameraTrapChallenge",
    "jwillems92_BEF-Snow-Depth-Photos",
)


@dataclass(frozen=True)
class Photo:
    """One row. `boxes` is float32 [n, 4] as left, top, width, height in 0-1."""

    index: int
    file: str
    split: str  # train, holdout or val
    group: str
    boxes: np.ndarray
    classes: np.ndarray
    known: np.ndarray  # bool [3]
    source: str
    split_key: str
    licence: str

    def has(self, class_id: int) -> bool:
        return bool((self.classes == class_id).any())


def read_labels(dataset: Path, at_most: int | None = None) -> list[Photo]:
    """All photos, or about `at_most` of them spread over splits and groups (for smoke tests)."""
    with open(dataset / "labels.csv", newline="", encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    if at_most and at_most < len(rows):
        kinds: dict[tuple, list] = {}
        for row in rows:
            kinds.setdefault((_split(row), row["group"], row["source"]), []).append(row)
        each = -(-at_most // len(kinds))
        rows = [row for kind in kinds.values() for row in kind[:: max(1, len(kind) // each)][:each]]
    return [_photo(index, row) for index, row in enumerate(rows)]


def _photo(index: int, row: dict[str, str]) -> Photo:
    boxes = json.loads(row["boxes"] or "[]")
    return Photo(
        index=index,
        file=row["file"],
        split=_split(row),
        group=row["group"],
        boxes=np.array([box[1:] for box in boxes], np.float32).reshape(-1, 4),
        classes=np.array([CLASSES.index(box[0]) for box in boxes], np.int64),
        known=np.array([letter in row["known"] for letter in KNOWN_LETTERS]),
        source=row["source"],
        split_key=row["split_key"] or row["file"],
        licence=row["licence"],
    )


def _split(row: dict[str, str]) -> str:
    """Holds out by a hash of source and key, so that a clip or a station stays whole."""
    if row["split"] != "train":
        return row["split"]
    if row["source"] in TRAIL_CAMERA_SOURCES:
        return "train"  # rare and precious; other cameras of the kind are in `val`
    if row["source"] == "catherine-m-breen_snowpoles":
        return "holdout"  # five real stations, all empty: better as judges than as teachers
    key = f"{row['source']}/{row['split_key'] or row['file']}"
    share = HOLD_OUT_ANIMALS if row["group"] == "animal" else HOLD_OUT_OBJECTS
    return "holdout" if zlib.crc32(key.encode()) % 1000 < share * 1000 else "train"
