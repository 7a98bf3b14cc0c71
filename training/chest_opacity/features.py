"""How far a study lies from those the network was taught on, by what the network itself sees.

In: the coarsest features of slices that hold lung, about 12 mm apart, on the whole frame; a study is
their mean. Out: features.json, a mean, the strongest components, and the spread of studies along them.
distance(study) = sqrt(mean over components of (((f - mean) . component) / scale)^2).
Source: Mahalanobis distance in feature space after Lee 2018, arXiv 1807.03888; Gonzalez 2021, arXiv
2107.05975 for lesions of COVID-19. Limits: the limit is set on few studies, of two sources.
"""

import json
from pathlib import Path

import numpy as np
import torch

from chest_opacity.measure import SLICES_A_PASS

EVERY_MM = 12.0
COMPONENTS = 12
LEAST_SPREAD = 0.5
"""The spread of so few studies is trusted no less than this share of the spread of slices."""
ROOM = 2.5
"""The limit lies this many times beyond the farthest study taught on, each measured by the others.
At 1.5 a chest without finding of a hospital never seen (normal-001) lay outside, at 1.8 times."""
FILE = "features.json"


def slice_features(network, ct) -> np.ndarray:
    """Features [slices][64] of a framed volume where the network finds lung."""
    every = max(1, int(EVERY_MM / ct.spacing_mm))
    chosen = list(range(0, len(ct.grey), every))
    kept = []
    for start in range(0, len(chosen), SLICES_A_PASS):
        triples = []
        for k in chosen[start : start + SLICES_A_PASS]:
            below, above = ct.neighbours(k, 1)
            triples.append(ct.grey[[below, k, above]])
        slices = torch.from_numpy(np.stack(triples).astype(np.float32) / 255)
        with torch.no_grad():
            logits, features = network.with_features(slices)
        lung = (logits[:, 0] > 0).flatten(1).any(1)
        kept.append(features[lung].numpy())
    return np.concatenate(kept)


def space(studies: list) -> dict:
    """Mean, components and scales from the slices of each study, every study weighing the same."""
    means = np.stack([s.mean(0) for s in studies])
    mean = means.mean(0)
    spread = sum((s - mean).T @ (s - mean) / len(s) for s in studies) / len(studies)
    strength, directions = np.linalg.eigh(spread)
    strongest = np.argsort(strength)[::-1][:COMPONENTS]
    components = directions[:, strongest].T
    of_slices = np.sqrt(np.maximum(strength[strongest], 1e-12))
    of_studies = ((means - mean) @ components.T).std(0)
    return {
        "mean": mean.tolist(),
        "components": components.tolist(),
        "scale": np.maximum(of_studies, LEAST_SPREAD * of_slices).tolist(),
    }


def distance(within: dict, features: np.ndarray) -> float:
    """Distance of a study's mean features."""
    along = (features - np.array(within["mean"])) @ np.array(within["components"]).T
    return float(np.sqrt(np.mean((along / np.array(within["scale"])) ** 2)))


def limit(studies: list) -> float:
    """A little above the distance of the farthest study, each measured against the others."""
    farthest = max(
        distance(space(studies[:n] + studies[n + 1 :]), studies[n].mean(0))
        for n in range(len(studies))
    )
    return round(ROOM * farthest, 2)


def write(network, cts: list, folder: Path) -> float:
    """Writes features.json from framed volumes; returns the limit for the card."""
    studies = [slice_features(network, ct) for ct in cts if ct.is_space()]
    within = {k: np.round(v, 6).tolist() for k, v in space(studies).items()}
    (folder / FILE).write_text(json.dumps(within) + "\n")
    return limit(studies)
