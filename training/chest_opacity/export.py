"""Writes the network as ONNX, with plain operators, and its golden input and logits."""

import gzip
import hashlib
import json
import warnings
from pathlib import Path

import numpy as np
import torch

from torch import nn

from chest_opacity.network import OpacityNetwork, folded

OPSET = 13
INPUT, OUTPUT, FEATURES = "slices", "logits", "features"
FREE_AXES = {0: "n", 2: "rows", 3: "columns"}
"""Sizes that a reader chooses; rows and columns are multiples of 16, the coarsest level's pixel."""
SIZE = 256
GOLDEN_TOLERANCE = 1e-3
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


def write_golden(network: OpacityNetwork, folder: Path):
    """The drawn input and this network's logits, raw little-endian float32, gzip'ed."""
    folder.mkdir(parents=True, exist_ok=True)
    grey = drawn_input()
    with torch.no_grad():
        logits, features = (o.numpy() for o in Exported(network)(torch.from_numpy(grey)))
    kept = logits[:, :, ::GOLDEN_EVERY, ::GOLDEN_EVERY]
    for name, values in (("input.f32.gz", grey), ("logits.f32.gz", kept)):
        raw = np.ascontiguousarray(values, dtype="<f4").tobytes()
        (folder / name).write_bytes(gzip.compress(raw, 9, mtime=0))
    described = {
        "input": {"file": "input.f32.gz", "shape": list(grey.shape)},
        "logits": {"file": "logits.f32.gz", "shape": list(kept.shape), "every": GOLDEN_EVERY},
        "features": {"values": [round(float(f), 6) for f in features[0]]},
        "type": "float32, little-endian, row after row, gzip",
        "pixelsAboveZero": [int((logits[0, c] > 0).sum()) for c in range(2)],
        "tolerance": GOLDEN_TOLERANCE,
        "drawnBy": "training/chest_opacity/export.py, drawn_input: a formula, not a patient",
    }
    (folder / "golden.json").write_text(json.dumps(described, indent=2) + "\n")
