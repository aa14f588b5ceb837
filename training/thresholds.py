"""The two thresholds per class that the app starts with, and where they were measured."""

import numpy as np

from .judging import FOX
from .labels import Photo
from .measures import best_f1, keeping_threshold
from .settings import ANIMAL, CLASSES, PERSON

TOLERANCE = 0.015  # F1 is flat around its best; the lowest such threshold, for a missed animal costs more
KEPT = {"animal": 0.95, "person": 0.99, "vehicle": 0.99}  # share that `conservative` keeps


def choose_thresholds(judged: list[Photo], scores: np.ndarray, imitated_people: np.ndarray) -> dict:
    """On all photos never trained on. `conservative` keeps at least `KEPT` of the positives,
    and for people as many of the imitated trail photos, `imitated_people` being their scores.

    `typical` is the best F1, of animals against blanks (within `TOLERANCE`), of people and vehicles
    against blanks and animals.
    """
    blank = np.array([photo.group == "empty" for photo in judged])
    fox_blank = blank & np.array([photo.source == FOX for photo in judged])
    result = {}
    for class_id, name in enumerate(CLASSES):
        shows = np.array([shows_class(photo, class_id) for photo in judged])
        found, false = scores[shows, class_id], scores[blank, class_id]
        others = [other_animal(photo, class_id) for photo in judged]
        rivals = scores[blank | np.array(others), class_id]
        typical, f1 = best_f1(found, rivals, TOLERANCE if class_id == ANIMAL else 0.0)
        conservative = min(typical, keeping_threshold(found, KEPT[name]))
        if class_id == PERSON:
            conservative = min(conservative, keeping_threshold(imitated_people, KEPT[name]))
        result[name] = {
            "typical": floor4(typical),
            "conservative": floor4(conservative),
            "f1AtTypical": f1,
            "f1Tolerance": TOLERANCE,
            "positives": int(shows.sum()),
            "blanks": int(blank.sum()),
            "animalRivals": int(sum(others)),
            "keptShare": KEPT[name],
            "recall": shares(found, typical, conservative),
            "falseAlarms": shares(false, typical, conservative),
            "animalsReported": shares(scores[np.array(others), class_id], typical, conservative) if any(others) else None,
            "foxCameraFalseAlarms": shares(scores[fox_blank, class_id], typical, conservative),
        }
    return result


def shows_class(photo: Photo, class_id: int) -> bool:
    """People count where the photo is of people: those in animal photos were boxed by another model."""
    if class_id == PERSON:
        return photo.has(PERSON) and photo.group in ("person", "mixed")
    return photo.has(class_id) or photo.group == CLASSES[class_id]


def other_animal(photo: Photo, class_id: int) -> bool:
    """An animal photo that certainly shows no object of `class_id`."""
    return class_id != ANIMAL and photo.group == "animal" and photo.known[class_id] and not photo.has(class_id)


def shares(scores: np.ndarray, typical: float, conservative: float) -> dict[str, float]:
    """Share of the scores at or above either threshold."""
    return {"typical": float((scores >= typical).mean()), "conservative": float((scores >= conservative).mean())}


def floor4(value: float) -> float:
    """Rounded down, so that rounding never drops a photo that was to be kept."""
    return float(np.floor(value * 1e4) / 1e4)
