"""Begins a run from a published file: the int8 weights as floats, and BatchNorm put back behind them.

In the file, every BatchNorm is folded into the convolution before it. Here each convolution gets one again
that subtracts the mean and divides by the spread of what it sees in `views`, and whose gain and shift undo
both: the network says what the file says, and is ready to be trained further.
"""

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

from .network import Lookout


class PublishedWeights:
    """Float weights and biases of a file written by `export` and `quantise`, by the names `export` gave them."""

    def __init__(self, path: Path):
        self.arrays = {i.name: numpy_helper.to_array(i) for i in onnx.load(path).graph.initializer}

    def weight(self, name: str) -> torch.Tensor:
        return self.floats(f"{name}_weight", f"{name}_weight_scale")

    def bias(self, name: str) -> torch.Tensor:
        return self.floats(f"{name}_bias", f"{name}_bias_quantized_scale")

    def floats(self, name: str, scale: str) -> torch.Tensor:
        if name in self.arrays:
            return torch.from_numpy(self.arrays[name].copy())
        whole = self.arrays[f"{name}_quantized"]
        steps = self.arrays[scale].reshape(-1, *[1] * (whole.ndim - 1))
        return torch.from_numpy(whole.astype(np.float32) * steps)


def convolutions(model: Lookout) -> list[tuple[str, nn.Conv2d, nn.BatchNorm2d | None]]:
    """Every convolution with its name in the file and the BatchNorm behind it, if there is one."""
    modules = dict(model.named_modules())
    found = []
    for name, module in modules.items():
        if isinstance(module, nn.Conv2d):
            parent = name.rpartition(".")[0]
            norm = modules.get(f"{parent}.1")
            norm = norm if isinstance(norm, nn.BatchNorm2d) else None
            short = (parent if norm else name).replace("towers.", "tower").replace("heads.", "head").replace(".", "_")
            found.append((short, module, norm))
    return found


@torch.no_grad()
def put_back(norm: nn.BatchNorm2d, bias: torch.Tensor, gain: torch.Tensor):
    """A hook that, on the first input, makes `norm` compute `gain * input + bias` by way of the input's statistics."""

    def fit(_, inputs: tuple[torch.Tensor]) -> None:
        mean, spread = inputs[0].mean((0, 2, 3)), inputs[0].var((0, 2, 3), correction=0)
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(spread)
        norm.weight.copy_((spread + norm.eps).sqrt() * gain)
        norm.bias.copy_(bias + mean * gain)

    return norm.register_forward_pre_hook(fit)


@torch.no_grad()
def warm_start(model: Lookout, path: Path, views: np.ndarray) -> list[dict]:
    """Fills `model` from the file; `views` uint8 [n, H, W, 3]. Returns the runs that led to the file, oldest first."""
    published = PublishedWeights(path)
    training = json.loads((path.parent / "metrics.json").read_text(encoding="utf-8"))["training"]
    hooks = []
    for name, conv, norm in convolutions(model):
        weight, bias = published.weight(name), published.bias(name)
        if norm is None:
            conv.weight.copy_(weight)
            conv.bias.copy_(bias)
            continue
        # the folded gains would make Adam's steps unequal: every filter gets the size of a fresh one
        size = weight.square().mean((1, 2, 3)).sqrt()
        fresh = conv.weight.square().mean().sqrt()
        stretch = torch.where(size > 1e-4 * fresh, fresh / size, torch.ones(()))
        conv.weight.copy_(weight * stretch[:, None, None, None])
        hooks.append(put_back(norm, bias, 1 / stretch))
    for head in model.heads:
        for number, factor in enumerate(training["calibration"]["factors"]):
            offset = training["calibration"]["offsets"][number]
            head.weight[4 + number] /= factor
            head.bias[4 + number] = (head.bias[4 + number] - offset) / factor
    model.eval()(torch.from_numpy(views).permute(0, 3, 1, 2).float() / 255)
    for hook in hooks:
        hook.remove()
    return [*training.get("before", []), {key: training[key] for key in ("minutes", "steps")}]
