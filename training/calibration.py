"""Platt calibration: a factor and an offset per class, so that 0.8 is right about 80 % of the time.

Fitted on image scores (the best cell of each photo) with positives and negatives weighted alike, so a
score is a probability for a camera that sees the class in half of its photos. (Platt, 1999.)
"""

from dataclasses import dataclass

import numpy as np

from .labels import Photo
from .settings import CLASSES

SMALLEST_FACTOR, LARGEST_FACTOR = 0.2, 4.0


@dataclass(frozen=True)
class Calibration:
    factors: tuple[float, ...]
    offsets: tuple[float, ...]


IDENTITY = Calibration((1.0,) * len(CLASSES), (0.0,) * len(CLASSES))


def truth_of(photos: list[Photo], class_id: int) -> tuple[np.ndarray, np.ndarray]:
    """Positions of the photos that are labelled for a class, and whether they show it.

    The cameras' photos without boxes carry their answer in the group.
    """
    usable, truth = [], []
    for position, photo in enumerate(photos):
        shows = photo.has(class_id) or (photo.group == CLASSES[class_id])
        if shows or photo.known[class_id]:
            usable.append(position)
            truth.append(shows)
    return np.array(usable), np.array(truth)


def balance(truth: np.ndarray) -> np.ndarray:
    """Weights that make positives and negatives count alike; they add up to 1."""
    share = truth.mean()
    weights = np.where(truth, 0.5 / max(share, 1e-6), 0.5 / max(1 - share, 1e-6))
    return weights / weights.sum()


def fit(logits: np.ndarray, photos: list[Photo]) -> Calibration:
    """`logits` [n, 3] are uncalibrated image logits of held-out photos."""
    pairs = []
    for class_id in range(len(CLASSES)):
        usable, truth = truth_of(photos, class_id)
        pairs.append(fit_one(logits[usable, class_id], truth, balance(truth)))
    return Calibration(tuple(p[0] for p in pairs), tuple(p[1] for p in pairs))


def fit_one(logits: np.ndarray, truth: np.ndarray, weights: np.ndarray) -> tuple[float, float]:
    """Weighted logistic regression on one number, by Newton's method."""
    x = np.stack([logits, np.ones_like(logits)], 1).astype(np.float64)
    # Platt's smoothed targets keep a perfect class from asking for an infinite factor
    wanted = np.where(truth, (truth.sum() + 1) / (truth.sum() + 2), 1 / ((~truth).sum() + 2))
    solution = np.array([1.0, 0.0])
    for _ in range(50):
        score = 1 / (1 + np.exp(-x @ solution))
        gradient = x.T @ (weights * (score - wanted))
        curvature = (x * (weights * score * (1 - score))[:, None]).T @ x + 1e-9 * np.eye(2)
        solution = solution - np.clip(np.linalg.solve(curvature, gradient), -1, 1)
    return float(np.clip(solution[0], SMALLEST_FACTOR, LARGEST_FACTOR)), float(solution[1])
