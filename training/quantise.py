"""Float ONNX to int8 QDQ ONNX: uint8 activations, int8 weights with one scale per channel.

Static calibration on augmented training views and untouched trail-camera photos, so that the ranges
cover day, night and fog. Boxes, logits and scores stay float (`FLOAT_PREFIXES`).
"""

from pathlib import Path

import numpy as np
import onnx
from onnxruntime.quantization import CalibrationDataReader, CalibrationMethod, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process

from .export import FLOAT_PREFIXES


class Views(CalibrationDataReader):
    def __init__(self, views: np.ndarray):
        self.waiting = iter(views)

    def get_next(self) -> dict[str, np.ndarray] | None:
        view = next(self.waiting, None)
        return None if view is None else {"images": to_input(view)}


def to_input(view: np.ndarray) -> np.ndarray:
    """Letterboxed uint8 [H, W, 3] to the model's float32 [1, 3, H, W]."""
    return np.ascontiguousarray(view.transpose(2, 0, 1)[None], np.float32) / 255


def quantise(source: Path, target: Path, views: np.ndarray, method=CalibrationMethod.MinMax) -> None:
    prepared = source.with_suffix(".prepared.onnx")
    quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
    nodes = [node.name for node in onnx.load(prepared).graph.node]
    quantize_static(
        str(prepared),
        str(target),
        Views(views),
        quant_format=QuantFormat.QDQ,
        activation_type=QuantType.QUInt8,
        weight_type=QuantType.QInt8,
        per_channel=True,
        calibrate_method=method,
        nodes_to_exclude=[name for name in nodes if name.startswith(FLOAT_PREFIXES)],
    )
    prepared.unlink()
