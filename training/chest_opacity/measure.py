"""How well the network does on patients it has never seen, in three dimensions, on their own grid.

Out: Dice 0..1; involvement as percent of the lung, 0..100, over slices whose lung is labelled.
"""

import numpy as np
import torch

from chest_opacity import frame
from chest_opacity.sources import UNLABELLED, LabelledCt, is_covid

STEP_MM = 2.0
OUTSIDE_LOGIT = -20.0
SLICES_A_PASS = 8


def slice_step(spacing_mm: float) -> int:
    """Every which slice is given to the network: about 2 mm apart, at least every one."""
    return max(1, int(STEP_MM / spacing_mm + 0.5))


def framed_logits(network, framed: np.ndarray, step: int) -> np.ndarray:
    """Logits [slice][2][256][256] of every step-th slice; at the ends the slice is its neighbour."""
    last, out = len(framed) - 1, []
    chosen = list(range(0, len(framed), step))
    for start in range(0, len(chosen), SLICES_A_PASS):
        triples = [
            framed[[k - step if k >= step else k, k, k + step if k + step <= last else k]]
            for k in chosen[start : start + SLICES_A_PASS]
        ]
        batch = torch.from_numpy(np.stack(triples)).contiguous(memory_format=torch.channels_last)
        with torch.no_grad():
            out.append(network(batch).numpy())
    return np.concatenate(out)


def between(logits: np.ndarray, step: int, count: int) -> np.ndarray:
    """Logits of all `count` slices, linear between those given to the network."""
    position = np.minimum(np.arange(count) / step, len(logits) - 1)
    low = np.minimum(position.astype(int), max(0, len(logits) - 2))
    high = np.minimum(low + 1, len(logits) - 1)
    share = (position - low)[:, None, None].astype(np.float32)
    return np.stack(
        [logits[low, c] * (1 - share) + logits[high, c] * share for c in range(2)], 1
    )


def masks(network, hu: np.ndarray, spacing_mm: tuple) -> tuple:
    """Lung and opacity masks on the CT's own grid, [slice][row][column]; opacity within lung."""
    where = frame.frame_of(hu, spacing_mm)
    framed = frame.to_frame(hu, spacing_mm, where)
    step = slice_step(spacing_mm[0])
    logits = between(framed_logits(network, framed, step), step, len(hu))
    lung, opacity = (
        frame.from_frame(logits[:, c], hu.shape, spacing_mm, where, OUTSIDE_LOGIT) > 0
        for c in range(2)
    )
    return lung, opacity & lung


def dice(found: np.ndarray, truth: np.ndarray) -> float:
    """Overlap of two masks, 0..1; 1 where both are empty."""
    size = found.sum() + truth.sum()
    return float(2 * (found & truth).sum() / size) if size else 1.0


def percent(part: np.ndarray, whole: np.ndarray):
    """Percent of `whole` that is `part`; None where there is no whole."""
    return float(100 * (part & whole).sum() / whole.sum()) if whole.any() else None


def thickened(ct: LabelledCt, count: int) -> LabelledCt:
    """The same chest as from `count` times thicker slices: means, labels of the middle slice."""
    depth = len(ct.hu) // count * count
    hu = ct.hu[:depth].reshape(-1, count, *ct.hu.shape[1:]).mean(1)
    middle = slice(count // 2, depth, count)
    spacing_mm = (ct.spacing_mm[0] * count, *ct.spacing_mm[1:])
    return LabelledCt(ct.name, hu, ct.lung[middle], ct.opacity[middle], spacing_mm)


def measured(network, ct: LabelledCt) -> dict:
    """The figures of one held-out volume."""
    lung, opacity = masks(network, ct.hu, ct.spacing_mm)
    known = ct.lung != UNLABELLED
    figures = {
        "patient": ct.name,
        "sliceSpacingMm": ct.spacing_mm[0],
        "lungDice": dice(lung & known, (ct.lung == 1) & known),
    }
    if is_covid(ct.name):
        truth = ct.opacity == 1
        figures["opacityDice"] = dice(opacity, truth)
        figures["truthPercent"] = percent(truth & known, (ct.lung == 1) & known)
        figures["foundPercent"] = percent(opacity & known, lung & known)
    else:
        figures["falseOpacityPercent"] = percent(opacity, lung)
    return {k: round(v, 4) if isinstance(v, float) else v for k, v in figures.items()}


def mean_of(found: list, key: str):
    values = [f[key] for f in found if key in f]
    return round(float(np.mean(values)), 4) if values else None


def summary(found: list) -> dict:
    """Means over the held-out volumes; the error of involvement in percentage points."""
    covid = [f for f in found if "truthPercent" in f]
    errors = [abs(f["foundPercent"] - f["truthPercent"]) for f in covid]
    return {
        "lungDice": mean_of(found, "lungDice"),
        "opacityDice": mean_of(found, "opacityDice"),
        "involvementErrorPoints": round(float(np.mean(errors)), 4) if errors else None,
        "falseOpacityPercent": mean_of(found, "falseOpacityPercent"),
    }
