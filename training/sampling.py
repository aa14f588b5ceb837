"""How often each training photo is drawn: classes by fixed shares, sources by the root of their size."""

import numpy as np

from .labels import TRAIL_CAMERA_SOURCES, Photo

GROUP_SHARES = {"animal": 0.42, "person": 0.20, "mixed": 0.05, "vehicle": 0.09, "empty": 0.24}
TRAIL_CAMERA_BOOST = 2.5  # the only training photos that look like the deployment


def draw_weights(photos: list[Photo]) -> tuple[np.ndarray, np.ndarray]:
    """Indices of the training photos and the chance of each to be drawn (adds up to 1)."""
    chosen = [photo for photo in photos if photo.split == "train" and photo.group in GROUP_SHARES]
    sources, counts = np.unique([photo.source for photo in chosen], return_counts=True)
    size = dict(zip(sources, counts))
    weights = np.array(
        [size[p.source] ** -0.5 * (TRAIL_CAMERA_BOOST if p.source in TRAIL_CAMERA_SOURCES else 1.0) for p in chosen]
    )
    groups = np.array([photo.group for photo in chosen])
    for group, share in GROUP_SHARES.items():
        members = groups == group
        weights[members] *= share / max(weights[members].sum(), 1e-9)
    return np.array([photo.index for photo in chosen]), weights / weights.sum()
