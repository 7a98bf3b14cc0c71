"""Writes the network as ONNX, with plain operators, and its golden input and logits.

reference.onnx is the trainer's network in float32; network.onnx the same in eight-bit integers.
"""

import gzip
import hashlib
import json
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch

from torch import nn

from chest_opacity import quantise
from chest_opacity.network import OpacityNetwork, folded

OPSET = 13
INPUT, OUTPUT, FEATURES = "slices", "logits", "features"
FREE_AXES = {0: "n", 2: "rows", 3: "columns"}
"""Sizes that a reader chooses; rows and columns are multiples of 16, the coarsest level's pixel."""
SIZE = 256
GOLDEN_TOLERANCE, INTEGER_TOLERANCE = 1e-3, 0.5
SLICES_A_VOLUME = 6
GOLDEN_EVERY = 2
"""Logits are kept of every second row and column only, which keeps the file small."""


def averaged_network(checkpoint: Path) -> tuple:
    """The averaged weights of a checkpoint, ready for inference, and what the checkpoint says."""
    state = torch.load(checkpoint, map_location="cpu")
    network = OpacityNetwork()
    network.load_state_dict(state["averaged"])
    return network.eval(), state


class Exported(nn.Module):
    """The folded network with its features beside its logits."""

    def __init__(self, network: OpacityNetwork):
        super().__init__()
        self.network = folded(network)

    def forward(self, slices):
        return self.network.with_features(slices)


def write_onnx(network: OpacityNetwork, file: Path):
    """Folds the batch normalisations and writes the file; slices, rows and columns stay free."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # PyTorch 1.13 warns about shapes of constants, harmlessly
        torch.onnx.export(
            Exported(network),
            torch.zeros(1, 3, SIZE, SIZE),
            str(file),
            opset_version=OPSET,
            input_names=[INPUT],
            output_names=[OUTPUT, FEATURES],
            dynamic_axes={INPUT: FREE_AXES, OUTPUT: FREE_AXES, FEATURES: {0: "n"}},
        )


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def drawn_input() -> np.ndarray:
    """A drawn chest of two ellipses, [1][3][256][256], values 0..1 by one formula in float32.

    body: ((c - 127.5) / 120)^2 + ((r - 127.5) / 85)^2 < 1 is 0.9, the rest 0.0;
    lungs: ((c - 127.5 -+ 50) / 38)^2 + ((r - 122) / 58)^2 < 1 is 0.22 + texture;
    opacity: a disc of 16 pixels around row 150, column 185 adds 0.3;
    texture: 0.03 sin(0.7 r + 0.4 c + n) cos(0.5 c - 0.3 r) for neighbour n = 0, 1, 2.
    """
    n, r, c = np.meshgrid(*(np.arange(s, dtype=np.float32) for s in (3, SIZE, SIZE)), indexing="ij")

    def ellipse(column, row, width, height):
        return ((c - column) / width) ** 2 + ((r - row) / height) ** 2 < 1

    texture = 0.03 * np.sin(0.7 * r + 0.4 * c + n) * np.cos(0.5 * c - 0.3 * r)
    picture = np.where(ellipse(127.5, 127.5, 120, 85), 0.9, 0.0)
    lungs = ellipse(77.5, 122, 38, 58) | ellipse(177.5, 122, 38, 58)
    opacity = ellipse(185, 150, 16, 16)
    picture = np.where(lungs, 0.22 + texture + 0.3 * opacity, picture)
    return picture.astype(np.float32)[None]


def logits_file(file: Path, logits: np.ndarray) -> dict:
    """Writes every second row and column of logits; what golden.json says of the file."""
    kept = logits[:, :, ::GOLDEN_EVERY, ::GOLDEN_EVERY]
    write_floats(file, kept)
    return {"file": file.name, "shape": list(kept.shape), "every": GOLDEN_EVERY}


def write_floats(file: Path, values: np.ndarray):
    raw = np.ascontiguousarray(values, dtype="<f4").tobytes()
    file.write_bytes(gzip.compress(raw, 9, mtime=0))


def above_zero(logits: np.ndarray) -> list:
    return [int((logits[0, c] > 0).sum()) for c in range(2)]


def write_golden(network: OpacityNetwork, integer, folder: Path):
    """The drawn input, and the logits of the trainer's network and of its integer graph for it.

    Raw little-endian float32, gzip'ed. The integer graph is run step by step by quantise.py; a
    runtime may round a half otherwise, which its wider tolerance allows for.
    """
    folder.mkdir(parents=True, exist_ok=True)
    grey = drawn_input()
    slices = torch.from_numpy(grey)
    with torch.no_grad():
        exact, features = (o.numpy() for o in Exported(network)(slices))
    rounded = quantise.run(integer, slices)["logits"].numpy()
    write_floats(folder / "input.f32.gz", grey)
    described = {
        "input": {"file": "input.f32.gz", "shape": list(grey.shape)},
        "logits": logits_file(folder / "logits.f32.gz", rounded),
        "pixelsAboveZero": above_zero(rounded),
        "tolerance": INTEGER_TOLERANCE,
        "reference": {
            "logits": logits_file(folder / "reference.f32.gz", exact),
            "pixelsAboveZero": above_zero(exact),
            "tolerance": GOLDEN_TOLERANCE,
            "features": [round(float(f), 6) for f in features[0]],
        },
        "type": "float32, little-endian, row after row, gzip",
        "drawnBy": "training/chest_opacity/export.py, drawn_input: a formula, not a patient",
    }
    (folder / "golden.json").write_text(json.dumps(described, indent=2) + "\n")


def calibration_slices(cts: list) -> list:
    """Slices from which the integer graph's ranges are read: evenly through each volume."""
    batches = []
    for ct in cts:
        if ct.is_space():
            last = len(ct.grey) - 1
            ks = np.linspace(1, last - 1, SLICES_A_VOLUME).astype(int)
            triples = np.stack([ct.grey[[k - 1, k, k + 1]] for k in ks])
            batches.append(torch.from_numpy(triples.astype(np.float32) / 255))
    return batches


def write_integer(reference: Path, file: Path, cts: list):
    """Writes the eight-bit graph of a float32 file, its ranges read from framed volumes."""
    model = onnx.load(str(reference))
    integer = quantise.quantised(model, quantise.ranges(model, calibration_slices(cts)))
    onnx.save(integer, str(file))
    return integer
