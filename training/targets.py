"""Says for every cell of the output what it should have answered.

A cell is a positive of a class where its centre lies in the inner part of a box whose size suits the
cell's grid. Cells elsewhere in any box of the class, also in boxes too cut or too small to be certain
of, are left out; all others are negatives, as far as the photo is labelled for the class.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from .settings import CLASSES

INNER_SHARE = 0.6  # of the box's sides
COARSE_FROM, FINE_UP_TO = 36.0, 80.0  # square root of a box's area in pixels, for each grid


@dataclass
class Targets:
    weights: Tensor  # [B, C, N] of positives; every box adds up to the square root of its cells
    positive: Tensor  # bool [B, C, N]
    negative: Tensor  # bool [B, C, N]
    box_weight: Tensor  # [B, N], 0 where no box is asked for
    boxes: Tensor  # [B, N, 4] left, top, right, bottom in pixels
    present: Tensor  # [B, C], 1 where the image shows the class
    judged: Tensor  # bool [B, C], where that is known


def assign(batch: dict[str, Tensor], centres: Tensor, strides: Tensor) -> Targets:
    used = max(1, int((batch["classes"] >= 0).sum(1).max()))  # drops columns of padding only
    boxes, classes, certain = (batch[k][:, :used] for k in ("boxes", "classes", "certain"))
    known, here = batch["known"], classes >= 0
    size = (boxes[..., 2:] - boxes[..., :2]).clamp(min=0)
    middle = (boxes[..., :2] + boxes[..., 2:]) / 2
    side = size.prod(-1).sqrt()[..., None]  # [B, M, 1]

    offset = (centres - middle[:, :, None]).abs()  # [B, M, N, 2]
    reach = torch.maximum(size[:, :, None] * INNER_SHARE, strides[:, None] * 1.01) / 2
    inside = (offset * 2 <= size[:, :, None]).all(-1) & here[..., None]
    inner = (offset <= reach).all(-1) & (here & certain)[..., None]
    suits = torch.where(strides == strides.min(), side <= FINE_UP_TO, side >= COARSE_FROM)
    chosen = inner & suits  # [B, M, N]

    per_box = chosen / chosen.sum(-1, keepdim=True).clamp(min=1).sqrt()
    of_class = torch.nn.functional.one_hot(classes.clamp(min=0), len(CLASSES)).float() * here[..., None]
    weights = torch.einsum("bmn,bmc->bcn", per_box, of_class)
    touched = torch.einsum("bmn,bmc->bcn", (inside | inner).float(), of_class) > 0
    positive = weights > 0

    smallest = torch.where(chosen, side, torch.inf).min(1)  # ties between boxes go to the smaller
    owner = smallest.indices[..., None].expand(-1, -1, 4)
    counted = of_class * certain[..., None]
    present = counted.amax(1)
    unsure = (of_class - counted).amax(1) > 0
    return Targets(
        weights=weights,
        positive=positive,
        negative=~touched & known[..., None],
        box_weight=torch.where(smallest.values.isfinite(), per_box.amax(1), torch.zeros(())),
        boxes=boxes.gather(1, owner),
        present=present,
        judged=(present > 0) | (known & ~unsure),
    )
