"""Counts what a model costs and what it was trained on."""

from collections import defaultdict

import torch
from torch import nn

from .labels import Photo
from .network import Lookout
from .settings import HEIGHT, WIDTH


def complexity() -> dict:
    """Parameters, and multiply-accumulates of all convolutions for one photo."""
    model, total = Lookout().eval(), []

    def count(layer: nn.Conv2d, _, output: torch.Tensor) -> None:
        total.append(output.shape[2] * output.shape[3] * layer.weight.numel())

    for layer in model.modules():
        if isinstance(layer, nn.Conv2d):
            layer.register_forward_hook(count)
    with torch.no_grad():
        model(torch.zeros(1, 3, HEIGHT, WIDTH))
    return {"parameters": sum(p.numel() for p in model.parameters()), "multiplyAccumulates": sum(total)}


def data_counts(photos: list[Photo]) -> list[dict]:
    """Photos per source, licence as found, and split."""
    table: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: {"train": 0, "holdout": 0, "val": 0})
    for photo in photos:
        table[(photo.source, photo.licence)][photo.split] += 1
    return [{"source": source, "licence": licence, **counts} for (source, licence), counts in sorted(table.items())]
