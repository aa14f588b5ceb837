"""Writes the network as ONNX with the contract of the app's `yolov8` decoder.

In:  `images` float32 [1, 3, H, W], RGB 0-1.
Out: `output0` float32 [1, 7, N]: rows cx, cy, w, h in input pixels, then the calibrated scores of
animal, person and vehicle.

The calibration (one factor and one offset per class) is folded into the last 1 x 1 convolutions.
"""

import copy
from pathlib import Path

import numpy as np
import onnx

from .calibration import Calibration
from .network import ConvNormReLU, Lookout, Residual, cell_centres
from .onnx_graph import GraphWriter
from .settings import CLASSES, HEIGHT, WIDTH

FLOAT_PREFIXES = ("head", "tail")  # nodes that quantisation leaves alone


def export(model: Lookout, calibration: Calibration, path: Path) -> None:
    model = calibrated(model, calibration)
    writer = GraphWriter()
    x = block(writer, "images", model.stem, "stem")
    x = sequence(writer, x, model.stage4, "stage4")
    fine = sequence(writer, x, model.stage8, "stage8")
    coarse = sequence(writer, fine, model.stage16, "stage16")
    lateral = writer.convolution(coarse, model.lateral, None, "lateral")
    scales = writer.constant(np.array([1, 1, 2, 2], np.float32), "twice")
    # asymmetric + floor repeats every cell twice, as torch's nearest interpolation does
    above = writer.node(
        "Resize", [lateral, "", scales], "enlarge", mode="nearest",
        coordinate_transformation_mode="asymmetric", nearest_mode="floor",
    )
    fine = block(writer, writer.node("Add", [fine, above], "join"), model.merge, "merge")
    grids = []
    shape = writer.constant(np.array([1, 4 + len(CLASSES), -1], np.int64), "flat")
    for number, features in enumerate((fine, coarse)):
        features = block(writer, features, model.towers[number], f"tower{number}")
        grid = writer.convolution(features, model.heads[number], None, f"head{number}")
        grids.append(writer.node("Reshape", [grid, shape], f"tail_flatten{number}"))
    cells = tail(writer, writer.node("Concat", grids, "tail_cells", axis=2))
    onnx.save(writer.model("lookout", {"images": [1, 3, HEIGHT, WIDTH]}, {"output0": [1, 4 + len(CLASSES), cells]}), path)


def calibrated(model: Lookout, calibration: Calibration) -> Lookout:
    """A copy whose logits are `factor * logit + offset`."""
    model = copy.deepcopy(model).eval().cpu()
    for head in model.heads:
        for number, (factor, offset) in enumerate(zip(calibration.factors, calibration.offsets)):
            head.weight.data[4 + number] *= factor
            head.bias.data[4 + number] = head.bias.data[4 + number] * factor + offset
    return model


def block(writer: GraphWriter, x: str, part: ConvNormReLU, name: str) -> str:
    return writer.relu(writer.convolution(x, part[0], part[1], name), name)


def residual(writer: GraphWriter, x: str, part: Residual, name: str) -> str:
    inner = block(writer, x, part.first, f"{name}_first")
    inner = writer.convolution(inner, part.second[0], part.second[1], f"{name}_second")
    return writer.relu(writer.node("Add", [x, inner], f"{name}_add"), f"{name}_add")


def sequence(writer: GraphWriter, x: str, parts, name: str) -> str:
    for number, part in enumerate(parts):
        write = residual if isinstance(part, Residual) else block
        x = write(writer, x, part, f"{name}_{number}")
    return x


def tail(writer: GraphWriter, cells: str) -> int:
    """Log-distances and logits [1, 7, N] to boxes and scores; returns N."""
    centres, strides = cell_centres(WIDTH, HEIGHT)
    sizes = writer.constant(np.array([2, 2, len(CLASSES)], np.int64), "tail_sizes")
    parts = [f"tail_{name}" for name in ("left_top", "right_bottom", "logits")]
    writer.nodes.append(onnx.helper.make_node("Split", [cells, sizes], parts, name="tail_split", axis=1))
    stride = writer.constant(strides.numpy()[None, None], "tail_strides")
    centre = writer.constant(centres.numpy().T[None].copy(), "tail_centres")
    most = writer.constant(np.array(5.0, np.float32), "tail_most")
    half = writer.constant(np.array(0.5, np.float32), "tail_half")
    sides = []
    for part in parts[:2]:
        limited = writer.node("Min", [part, most], f"{part}_limit")
        sides.append(writer.node("Mul", [writer.node("Exp", [limited], f"{part}_exp"), stride], f"{part}_pixels"))
    difference = writer.node("Sub", [sides[1], sides[0]], "tail_difference")
    middle = writer.node("Add", [centre, writer.node("Mul", [difference, half], "tail_shift")], "tail_middle")
    size = writer.node("Add", sides, "tail_size")
    score = writer.node("Sigmoid", [parts[2]], "tail_score")
    writer.node("Concat", [middle, size, score], "tail_output", output="output0", axis=1)
    return len(strides)
