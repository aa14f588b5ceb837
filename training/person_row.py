"""The part of a published file that says "person": one row of numbers for each of the two grids, fitted again.

The last 1 x 1 convolutions are float and have a row per class, so one class can be taught anew without moving the
others by a bit. What they read, the towers' output, is computed by the published int8 file itself.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import numpy_helper
from torch import Tensor
from torch.nn import functional

from .losses import cell_loss, image_loss
from .settings import PERSON
from .targets import Targets

ROW = 4 + PERSON  # behind the four distances
RATE = 4e-3
IMAGE_SHARE = 15.0  # what the gate goes by is the photo's best cell, far more than every cell


class PublishedFile:
    """An int8 file written by `quantise`, as a graph whose person rows can be read and replaced."""

    def __init__(self, path: Path):
        self.graph = onnx.load(path)
        nodes = {node.name: node for node in self.graph.graph.node}
        self.heads = [nodes[name] for name in ("head0", "head1")]  # fine, then coarse, as the cells are counted
        self.arrays = {array.name: array for array in self.graph.graph.initializer}

    def rows(self) -> list[tuple[Tensor, Tensor]]:
        """Weights [1, C, 1] and bias [1] of the person row, for each grid."""
        pairs = [[numpy_helper.to_array(self.arrays[name]) for name in head.input[1:]] for head in self.heads]
        return [(torch.tensor(w[ROW : ROW + 1, :, :, 0]), torch.tensor(b[ROW : ROW + 1])) for w, b in pairs]

    def put_rows(self, rows: list[tuple[Tensor, Tensor]]) -> None:
        for head, row in zip(self.heads, rows):
            for name, part in zip(head.input[1:], row):
                array = numpy_helper.to_array(self.arrays[name]).copy()
                array[ROW] = part.detach().numpy().reshape(array[ROW].shape)
                self.arrays[name].CopyFrom(numpy_helper.from_array(array, name))

    def take_back(self, factor: float, offset: float) -> None:
        """Undoes a calibration: the losses know logits as training leaves them."""
        self.put_rows([(weight / factor, (bias - offset) / factor) for weight, bias in self.rows()])

    def save(self, path: Path) -> None:
        onnx.save(self.graph, path)

    def towers(self) -> "Towers":
        return Towers(self)


class Towers:
    """Runs the file as far as the heads."""

    def __init__(self, file: PublishedFile):
        graph = onnx.ModelProto()
        graph.CopyFrom(file.graph)
        self.names = [head.input[0] for head in file.heads]
        graph.graph.output.extend(onnx.helper.make_empty_tensor_value_info(name) for name in self.names)
        self.session = onnxruntime.InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])

    def look(self, images: Tensor) -> list[Tensor]:
        """uint8 [B, 3, H, W] to features [B, C, N] of each grid."""
        seen = [self.session.run(self.names, {"images": image[None].numpy().astype(np.float32) / 255}) for image in images]
        return [torch.from_numpy(np.concatenate(grid)).flatten(2) for grid in zip(*seen)]


def of_people(targets: Targets) -> Targets:
    """The targets of one class, as if there were no other."""
    only = slice(PERSON, PERSON + 1)
    parts = ("weights", "positive", "negative", "present", "judged")
    people = {name: getattr(targets, name)[:, only] for name in parts}
    return replace(targets, **people, box_weight=people["weights"][:, 0])


class RowFit:
    """Fits the rows, one batch after another; `total` steps in all."""

    def __init__(self, rows: list[tuple[Tensor, Tensor]], total: int):
        self.rows = [tuple(part.clone().requires_grad_() for part in row) for row in rows]
        self.optimizer = torch.optim.AdamW([part for row in self.rows for part in row], lr=RATE, weight_decay=1e-3)
        self.schedule = torch.optim.lr_scheduler.CosineAnnealingLR(self.optimizer, total)

    def learn(self, features: list[Tensor], people: Targets) -> float:
        """One step; returns the loss."""
        grids = [functional.conv1d(grid, *row) for grid, row in zip(features, self.rows)]
        logits = torch.cat(grids, 2)
        loss = cell_loss(logits, people) + IMAGE_SHARE * image_loss(logits, people)
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([part for row in self.rows for part in row], 5.0)
        self.optimizer.step()
        self.schedule.step()
        return loss.item()
