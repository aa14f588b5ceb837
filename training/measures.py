"""Numbers that judge scores: areas, thresholds, intervals, reliability. NumPy only."""

import numpy as np


def area_under_curve(positives: np.ndarray, negatives: np.ndarray) -> float:
    """Chance that a random positive scores above a random negative, ties counting half."""
    if len(positives) == 0 or len(negatives) == 0:
        return float("nan")
    ordered = np.sort(negatives)
    below = np.searchsorted(ordered, positives, "left")
    not_above = np.searchsorted(ordered, positives, "right")
    return float(((below + not_above) / 2).mean() / len(negatives))


def recall_at_false_alarms(positives: np.ndarray, negatives: np.ndarray, rate: float) -> float:
    """Share of positives above the score that only `rate` of the negatives exceed."""
    return float((positives > np.quantile(negatives, 1 - rate, method="higher")).mean())


def best_f1(positives: np.ndarray, negatives: np.ndarray, tolerance: float = 0.0) -> tuple[float, float]:
    """The lowest threshold whose F1 is within `tolerance` of the best, and its F1.

    Both kinds count as equally common.
    """
    tries = np.unique(np.concatenate([positives, negatives]))
    recall = 1 - np.searchsorted(np.sort(positives), tries) / len(positives)
    false = 1 - np.searchsorted(np.sort(negatives), tries) / len(negatives)
    f1 = 2 * recall / np.maximum(recall + false + 1, 1e-9)
    lowest = np.flatnonzero(f1 >= f1.max() - tolerance)[0]
    return float(tries[lowest]), float(f1[lowest])


def keeping_threshold(positives: np.ndarray, share: float) -> float:
    """The highest threshold at which at least `share` of the positives stay at or above it."""
    ordered = np.sort(positives)
    return float(ordered[int(np.floor((1 - share) * len(ordered)))])


def interval(measure, positives, negatives, positive_keys, negative_keys, rounds=400, seed=0) -> list[float]:
    """95 % bootstrap interval that redraws whole cameras (split keys), and photos of lone cameras.

    Where one side comes from a single camera its photos are redrawn instead, which measures less:
    how the number would move with other photos of the same camera.
    """
    random = np.random.default_rng(seed)
    sides = [_groups(positives, positive_keys), _groups(negatives, negative_keys)]
    values = []
    for _ in range(rounds):
        drawn = [np.concatenate([side[i] for i in random.integers(len(side), size=len(side))]) for side in sides]
        values.append(measure(*drawn))
    return [float(v) for v in np.nanpercentile(values, [2.5, 97.5])]


def _groups(scores: np.ndarray, keys: np.ndarray) -> list[np.ndarray]:
    names = np.unique(keys)
    if len(names) < 2:
        return [scores[i : i + 1] for i in range(len(scores))]
    return [scores[keys == name] for name in names]


def reliability(scores: np.ndarray, truth: np.ndarray, weights: np.ndarray, bins: int = 10) -> list[dict]:
    """Per tenth of the score: how many, the mean score, and how often it was right (weighted)."""
    rows = []
    place = np.minimum((scores * bins).astype(int), bins - 1)
    for number in range(bins):
        members = place == number
        if not members.any():
            continue
        w = weights[members]
        rows.append(
            {
                "from": number / bins,
                "to": (number + 1) / bins,
                "photos": int(members.sum()),
                "meanScore": float((scores[members] * w).sum() / w.sum()),
                "observed": float((truth[members] * w).sum() / w.sum()),
            }
        )
    return rows
