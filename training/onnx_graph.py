"""A small writer of ONNX graphs: every method adds one node and returns the name of its output."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from torch import nn

OPSET, IR_VERSION = 17, 9


class GraphWriter:
    def __init__(self) -> None:
        self.nodes, self.constants, self.count = [], [], 0

    def constant(self, value: np.ndarray, name: str) -> str:
        self.constants.append(numpy_helper.from_array(value, name))
        return name

    def node(self, kind: str, inputs: list[str], name: str, output: str | None = None, **settings) -> str:
        output = output or f"{name}_out"
        self.nodes.append(helper.make_node(kind, inputs, [output], name=name, **settings))
        return output

    def convolution(self, x: str, conv: nn.Conv2d, norm: nn.BatchNorm2d | None, name: str) -> str:
        """A convolution with the BatchNorm behind it folded into weight and bias."""
        weight, bias = folded(conv, norm)
        inputs = [x, self.constant(weight, f"{name}_weight"), self.constant(bias, f"{name}_bias")]
        return self.node(
            "Conv",
            inputs,
            name,
            kernel_shape=list(conv.kernel_size),
            strides=list(conv.stride),
            dilations=list(conv.dilation),
            pads=list(conv.padding) * 2,
        )

    def relu(self, x: str, name: str) -> str:
        return self.node("Relu", [x], f"{name}_relu")

    def model(self, name: str, inputs: dict[str, list[int]], outputs: dict[str, list[int]]) -> onnx.ModelProto:
        ends = [
            [helper.make_tensor_value_info(k, TensorProto.FLOAT, shape) for k, shape in side.items()]
            for side in (inputs, outputs)
        ]
        graph = helper.make_graph(self.nodes, name, *ends, self.constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
        model.producer_name = "fieldsift-training"
        onnx.checker.check_model(model, full_check=True)
        return model


def folded(conv: nn.Conv2d, norm: nn.BatchNorm2d | None) -> tuple[np.ndarray, np.ndarray]:
    """Weight and bias (float32) of a convolution followed by a BatchNorm in evaluation."""
    weight = conv.weight.detach().float()
    bias = conv.bias.detach().float() if conv.bias is not None else weight.new_zeros(weight.shape[0])
    if norm is not None:
        gain = norm.weight.detach() / (norm.running_var + norm.eps).sqrt()
        weight, bias = weight * gain[:, None, None, None], (bias - norm.running_mean) * gain + norm.bias.detach()
    return weight.contiguous().numpy(), bias.numpy()
