"""Cuts objects out of their photos once (GrabCut), so that they can be laid on empty scenes.

GrabCut: Rother, Kolmogorov and Blake, SIGGRAPH 2004, as in OpenCV. A mask that fills its box
too much or too little is not trusted; the paster then uses a soft superellipse instead.
"""

from pathlib import Path

import cv2
import numpy as np

from .labels import Photo
from .photo_cache import PhotoCache

MASK_SIDE = 64  # every mask is stored as 64 x 64 over the box plus its margin
MARGIN = 0.06  # of the box's width and height, on each side
WORK_SIDE = 112  # GrabCut runs on the surroundings at this size, pixels
SMALLEST_AREA = 0.02  # of the photo; smaller objects have too few pixels to be worth cutting


def margin_window(box: np.ndarray, width: int, height: int) -> tuple[int, int, int, int]:
    """The box plus margin in whole pixels of the photo: left, top, right, bottom."""
    left, top, w, h = box * [width, height, width, height]
    return (
        int(max(0, left - w * MARGIN)),
        int(max(0, top - h * MARGIN)),
        int(min(width, np.ceil(left + w * (1 + MARGIN)))),
        int(min(height, np.ceil(top + h * (1 + MARGIN)))),
    )


def cut(pixels: np.ndarray, box: np.ndarray) -> np.ndarray | None:
    """Foreground mask uint8 [64, 64] of a box, or None where GrabCut fails."""
    height, width = pixels.shape[:2]
    left, top, right, bottom = margin_window(box, width, height)
    pad_x, pad_y = int((right - left) * 0.2) + 2, int((bottom - top) * 0.2) + 2
    x0, y0 = max(0, left - pad_x), max(0, top - pad_y)
    x1, y1 = min(width, right + pad_x), min(height, bottom + pad_y)
    scale = WORK_SIDE / max(x1 - x0, y1 - y0)
    work = cv2.resize(pixels[y0:y1, x0:x1], None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    bx, by, bw, bh = box * [width, height, width, height]
    area = [int((bx - x0) * scale), int((by - y0) * scale), int(bw * scale), int(bh * scale)]
    if area[2] >= work.shape[1] - 2 and area[3] >= work.shape[0] - 2 or min(area[2:]) < 6:
        return None
    mask = np.zeros(work.shape[:2], np.uint8)
    try:
        cv2.grabCut(work, mask, area, np.zeros((1, 65)), np.zeros((1, 65)), 3, cv2.GC_INIT_WITH_RECT)
    except cv2.error:
        return None
    found = ((mask == cv2.GC_FGD) | (mask == cv2.GC_PR_FGD)).astype(np.uint8) * 255
    if not 0.25 < (found > 0).sum() / max(1, area[2] * area[3]) < 0.92:
        return None
    inner = [int((v - o) * scale) for v, o in ((left, x0), (top, y0), (right, x0), (bottom, y0))]
    region = cv2.GaussianBlur(found, (0, 0), 1.0)[inner[1] : inner[3], inner[0] : inner[2]]
    return cv2.resize(region, (MASK_SIDE, MASK_SIDE), interpolation=cv2.INTER_AREA)


def build_cutouts(photos: list[Photo], cache: PhotoCache, folder: Path) -> dict[str, np.ndarray]:
    """All usable objects: `owner` [n, 2] photo and box number, `masks` [n, 64, 64] (0: none found)."""
    path = folder / f"cutouts-{len(photos)}.npz"
    if path.exists():
        return dict(np.load(path))
    cv2.setNumThreads(1)
    owners, masks = [], []
    for photo in photos:
        if photo.split != "train":
            continue
        pixels = np.asarray(cache.image(photo.index))
        for number, box in enumerate(photo.boxes):
            if box[2] * box[3] < SMALLEST_AREA:
                continue
            mask = cut(pixels, box)
            owners.append((photo.index, number))
            masks.append(np.zeros((MASK_SIDE, MASK_SIDE), np.uint8) if mask is None else mask)
    found = {"owner": np.array(owners, np.int32), "masks": np.array(masks, np.uint8)}
    np.savez(path, **found)
    return found
