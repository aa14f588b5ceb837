"""What the network is punished for: wrong cells, wrong boxes, and a wrong answer for the whole photo."""

import torch
from torch import Tensor
from torch.nn import functional

from .network import decode_boxes
from .targets import Targets

POOL_SHARPNESS = 4.0  # of the soft maximum over cells; infinity would be the hard maximum
BOX_SHARE, IMAGE_SHARE, TEACHER_SHARE = 1.5, 3.0, 3.0  # weights beside the cells' loss
FOCUS = 2.0  # focal loss (Lin et al., ICCV 2017)


def cell_loss(logits: Tensor, targets: Targets) -> Tensor:
    """Focal loss of the class logits [B, C, N], per labelled box."""
    score = logits.sigmoid()
    found = targets.weights * (1 - score) ** FOCUS * functional.softplus(-logits)
    false = targets.negative * score**FOCUS * functional.softplus(logits)
    boxes = targets.box_weight.square().sum() + 1.0
    return (found.sum() + false.sum()) / boxes


def overlap_loss(predicted: Tensor, wanted: Tensor) -> Tensor:
    """1 - generalised IoU (Rezatofighi et al., CVPR 2019) of boxes [..., 4]."""
    low, high = torch.maximum(predicted[..., :2], wanted[..., :2]), torch.minimum(predicted[..., 2:], wanted[..., 2:])
    both = (high - low).clamp(min=0).prod(-1)
    areas = [(box[..., 2:] - box[..., :2]).clamp(min=0).prod(-1) for box in (predicted, wanted)]
    union = areas[0] + areas[1] - both + 1e-6
    outer_low = torch.minimum(predicted[..., :2], wanted[..., :2])
    outer_high = torch.maximum(predicted[..., 2:], wanted[..., 2:])
    hull = (outer_high - outer_low).prod(-1) + 1e-6
    return 1 - both / union + (hull - union) / hull


def teacher_loss(logits: Tensor, soft: Tensor) -> Tensor:
    """Quality focal loss (Li et al., NeurIPS 2020) of the helper's logits [B, 80, h, w] against `soft` uint8."""
    wanted = soft.float() / 255
    distance = (wanted - logits.sigmoid()).abs() ** FOCUS
    loss = distance * functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
    return loss.sum() / (wanted.sum() + 1.0)


def image_loss(logits: Tensor, targets: Targets) -> Tensor:
    """Cross-entropy of each class's soft maximum: the best box is what an image is judged by."""
    pooled = torch.logsumexp(logits * POOL_SHARPNESS, 2) / POOL_SHARPNESS
    loss = functional.binary_cross_entropy_with_logits(pooled, targets.present, reduction="none")
    return (loss * targets.judged).sum() / targets.judged.sum().clamp(min=1)


def total_loss(output: Tensor, targets: Targets, centres: Tensor, strides: Tensor) -> dict[str, Tensor]:
    """`output` is the network's [B, 7, N]."""
    distances, logits = output[:, :4].transpose(1, 2), output[:, 4:]
    chosen = targets.box_weight > 0
    predicted = decode_boxes(distances, centres, strides)[chosen]
    weight = targets.box_weight[chosen]
    boxes = (overlap_loss(predicted, targets.boxes[chosen]) * weight).sum() / (weight.sum() + 1.0)
    parts = {"cells": cell_loss(logits, targets), "boxes": boxes, "image": image_loss(logits, targets)}
    parts["total"] = parts["cells"] + BOX_SHARE * boxes + IMAGE_SHARE * parts["image"]
    return parts
