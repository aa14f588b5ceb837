"""The two thresholds per class that the app starts with, and where they were measured."""

import numpy as np

from .judging import FOX
from .labels import Photo
from .measures import best_f1, keeping_threshold
from .settings import ANIMAL, CLASSES, PERSON

KEPT = {"animal": 0.95, "person": 0.99, "vehicle": 0.99}  # share that `conservative` keeps


def choose_thresholds(judged: list[Photo], scores: np.ndarray) -> dict:
    """`typical`: best F1 against blanks. `conservative`: keeps at least `KEPT` of the positives."""
    blank = np.array([photo.group == "empty" for photo in judged])
    result = {}
    for class_id, name in enumerate(CLASSES):
        if class_id == ANIMAL:  # real cameras only; the fox camera's own blanks
            shows = np.array([photo.split == "val" and photo.group == "animal" for photo in judged])
            rivals = np.array([photo.group == "empty" and photo.source == FOX for photo in judged])
        else:
            shows = np.array([p.split == "holdout" and p.has(class_id) for p in judged])
            if class_id == PERSON:
                shows &= np.array([p.group in ("person", "mixed") for p in judged])
            rivals = blank
        found, false = scores[shows, class_id], scores[rivals, class_id]
        typical, f1 = best_f1(found, false)
        conservative = min(typical, keeping_threshold(found, KEPT[name]))
        result[name] = {
            "typical": floor4(typical),
            "conservative": floor4(conservative),
            "f1AtTypical": f1,
            "positives": int(shows.sum()),
            "blanks": int(rivals.sum()),
            "keptShare": KEPT[name],
            "falseAlarms": {k: float((false >= v).mean()) for k, v in (("typical", typical), ("conservative", conservative))},
            "recall": {k: float((found >= v).mean()) for k, v in (("typical", typical), ("conservative", conservative))},
        }
    return result


def floor4(value: float) -> float:
    """Rounded down, so that rounding never drops a photo that was to be kept."""
    return float(np.floor(value * 1e4) / 1e4)
