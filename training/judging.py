"""The photos a model is judged by, and the rows of the table it is judged in."""

from dataclasses import dataclass

import numpy as np

from .labels import Photo
from .measures import area_under_curve
from .settings import ANIMAL, PERSON, VEHICLE

FOX = "DigitalConcern_wildhack"
EUROPE = "SoumyaGanguly95_CameraTrapChallenge"


@dataclass(frozen=True)
class Row:
    """Scores of `class_id` on `positives` against those on `negatives` (positions in the judged list)."""

    name: str
    class_id: int
    positives: np.ndarray
    negatives: np.ndarray


def judged_photos(photos: list[Photo]) -> list[Photo]:
    return [photo for photo in photos if photo.split in ("val", "holdout")]


def rows(judged: list[Photo]) -> list[Row]:
    def where(test) -> np.ndarray:
        return np.array([i for i, photo in enumerate(judged) if test(photo)], int)

    fox_blank = where(lambda p: p.source == FOX and p.group == "empty")
    blank = where(lambda p: p.group == "empty")
    scenery = where(lambda p: p.group == "empty" and p.source != FOX)
    fox = where(lambda p: p.source == FOX and p.group == "animal")
    europe = where(lambda p: p.split == "val" and p.source == EUROPE)
    animals = where(lambda p: p.split == "holdout" and p.group == "animal")
    people = where(lambda p: p.split == "holdout" and p.group in ("person", "mixed") and p.has(PERSON))
    vehicles = where(lambda p: p.split == "holdout" and p.has(VEHICLE))
    return [
        Row("fox camera: animal vs blank", ANIMAL, fox, fox_blank),
        Row("38 European cameras: animal vs blanks elsewhere", ANIMAL, europe, blank),
        Row("held-out animals vs held-out scenery", ANIMAL, animals, scenery),
        Row("held-out people vs all blanks", PERSON, people, blank),
        Row("held-out people vs fox-camera blanks", PERSON, people, fox_blank),
        Row("held-out vehicles vs all blanks", VEHICLE, vehicles, blank),
    ]


def areas(judged: list[Photo], scores: np.ndarray) -> dict[str, float]:
    """Area under the curve per row, for image scores [n, 3]."""
    return {
        row.name: area_under_curve(scores[row.positives, row.class_id], scores[row.negatives, row.class_id])
        for row in rows(judged)
    }
