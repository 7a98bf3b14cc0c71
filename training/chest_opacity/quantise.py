"""The exported network in eight-bit integers: half the time on a processor with integer dot products.

In: an ONNX graph of Conv, Relu, MaxPool, Resize, Concat, ReduceMean; slices to read ranges from.
Out: the same graph with QuantizeLinear and DequantizeLinear around each operator, which ONNX Runtime
turns into integer operators. Activations are uint8 with one scale a tensor, weights int8 with one
scale a channel; no training takes part.
Source: Jacob 2018, arXiv 1712.05877; per-channel weights after Krishnamoorthi 2018, arXiv 1806.08342.
"""

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from torch.nn import functional

OPSET, IR_VERSION = 13, 8
CLIPPED_PERCENT = 0.005
"""Share of the values at either end that an activation's range leaves out."""
EVERY = 7
"""Every which value is looked at for the range."""
ACTIVATION_STEPS, WEIGHT_STEPS = 255, 127
SMALLEST_SCALE = 1e-6
SAME_RANGE = ("MaxPool", "Resize")
"""Operators that only choose among values, and so keep the range of their input."""


def attributes(node) -> dict:
    return {a.name: helper.get_attribute_value(a) for a in node.attribute}


def operate(node, values: list):
    """What one node makes of its inputs; only the operators that this network exports."""
    said = attributes(node)
    if node.op_type == "Conv":
        return functional.conv2d(*values, padding=said["pads"][0])
    if node.op_type == "QuantizeLinear":
        tensor, scale, zero = values
        return (torch.round(tensor / scale) + zero).clamp(0, ACTIVATION_STEPS)
    if node.op_type == "DequantizeLinear":
        tensor, scale, zero = values
        if scale.ndim:  # one scale for each of the weights' channels
            shape = (-1,) + (1,) * (tensor.ndim - 1)
            scale, zero = scale.reshape(shape), zero.reshape(shape)
        return (tensor - zero) * scale
    simple = {
        "Constant": lambda: torch.from_numpy(np.array(numpy_helper.to_array(said["value"]))),
        "Relu": lambda: values[0].relu(),
        "MaxPool": lambda: functional.max_pool2d(values[0], 2),
        "Resize": lambda: functional.interpolate(values[0], scale_factor=2.0, mode="nearest"),
        "Concat": lambda: torch.cat(values, 1),
        "ReduceMean": lambda: values[0].mean((2, 3)),
    }
    return simple[node.op_type]()


def run(model, slices: torch.Tensor) -> dict:
    """Every tensor of the graph by name, for slices [n][3][rows][columns]; integers as float32."""
    tensors = {
        i.name: torch.from_numpy(numpy_helper.to_array(i).astype(np.float32))
        for i in model.graph.initializer
    }
    tensors[model.graph.input[0].name] = slices
    with torch.no_grad():
        for node in model.graph.node:
            tensors[node.output[0]] = operate(node, [tensors.get(i) for i in node.input])
    return tensors


def ranges(model, batches: list) -> dict:
    """Name of each activation -> its lowest and highest value over batches of slices."""
    found = {}
    for slices in batches:
        for name, tensor in run(model, slices).items():
            if tensor.ndim != 4 or len(tensor) != len(slices):
                continue
            share = (CLIPPED_PERCENT, 100 - CLIPPED_PERCENT)
            low, high = np.percentile(tensor.numpy().ravel()[::EVERY], share)
            before = found.get(name, (0.0, 0.0))
            found[name] = (min(before[0], low), max(before[1], high))
    return found


class Quantiser:
    """Builds the nodes and constants of the integer graph."""

    def __init__(self, model, found: dict):
        self.graph, self.found = model.graph, found
        self.weights = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
        self.nodes, self.constants, self.scales, self.through = [], [], {}, {}

    def constant(self, name: str, values) -> str:
        self.constants.append(numpy_helper.from_array(np.asarray(values), name))
        return name

    def scale(self, tensor: str) -> tuple:
        """Scale and zero point of an activation; zero is always met exactly."""
        if tensor not in self.scales:
            low, high = (min(self.found[tensor][0], 0.0), max(self.found[tensor][1], 0.0))
            step = np.float32(max((high - low) / ACTIVATION_STEPS, SMALLEST_SCALE))
            self.scales[tensor] = step, np.uint8(np.clip(round(-low / step), 0, ACTIVATION_STEPS))
        return self.scales[tensor]

    def quantised(self, tensor: str) -> str:
        """The name of the activation after it went through integers."""
        if tensor not in self.through:
            step, zero = self.scale(tensor)
            both = [self.constant(tensor + ".scale", step), self.constant(tensor + ".zero", zero)]
            names = tensor + ".integer", tensor + ".back"
            self.nodes.append(helper.make_node("QuantizeLinear", [tensor, *both], [names[0]]))
            self.nodes.append(helper.make_node("DequantizeLinear", [names[0], *both], [names[1]]))
            self.through[tensor] = names[1]
        return self.through[tensor]

    def channels(self, name: str, integers, scale) -> str:
        """Integers with one scale a channel."""
        zero = np.zeros(len(integers), integers.dtype)
        parts = {".integer": integers, ".scale": scale, ".zero": zero}
        inputs = [self.constant(name + part, values) for part, values in parts.items()]
        self.nodes.append(helper.make_node("DequantizeLinear", inputs, [name + ".back"], axis=0))
        return name + ".back"

    def convolution(self, node) -> list:
        step, _ = self.scale(node.input[0])
        weights, bias = self.weights[node.input[1]], self.weights[node.input[2]]
        largest = np.abs(weights).reshape(len(weights), -1).max(1)
        scale = np.maximum(largest / WEIGHT_STEPS, SMALLEST_SCALE).astype(np.float32)
        integers = np.rint(weights / scale[:, None, None, None]).astype(np.int8)
        bias_scale = (scale * step).astype(np.float32)
        return [
            self.quantised(node.input[0]),
            self.channels(node.input[1], integers, scale),
            self.channels(node.input[2], np.rint(bias / bias_scale).astype(np.int32), bias_scale),
        ]

    def add(self, node):
        """The node with quantised inputs; the means of features and constants stay as they are."""
        copy = onnx.NodeProto()
        copy.CopyFrom(node)
        inputs = list(node.input)
        if node.op_type == "Conv":
            inputs = self.convolution(node)
        elif node.op_type == "Concat":
            inputs = [self.quantised(i) for i in inputs]
        elif node.op_type in SAME_RANGE:
            inputs[0] = self.quantised(inputs[0])
            self.scales[node.output[0]] = self.scale(node.input[0])
        copy.ClearField("input")
        copy.input.extend(inputs)
        self.nodes.append(copy)


def quantised(model, found: dict):
    """The integer model; `found` as ranges() gives it."""
    builder = Quantiser(model, found)
    for node in model.graph.node:
        builder.add(node)
    used = {name for node in builder.nodes for name in node.input}
    kept = [i for i in model.graph.initializer if i.name in used] + builder.constants
    ends = list(model.graph.input), list(model.graph.output)
    graph = helper.make_graph(builder.nodes, model.graph.name, *ends, kept)
    opset = [helper.make_opsetid("", OPSET)]
    made = helper.make_model(graph, opset_imports=opset, ir_version=IR_VERSION)
    onnx.checker.check_model(made)
    return made
