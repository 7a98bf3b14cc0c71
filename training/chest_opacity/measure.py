"""How well the network does on patients it has never seen, in three dimensions, on their own grid.

Out: Dice 0..1; involvement as percent of the lung, 0..100, over slices whose lung is labelled.
"""

from dataclasses import replace

import numpy as np
import torch

from scipy import ndimage

from chest_opacity import calibrate, frame, pictures
from chest_opacity.sources import UNLABELLED, LabelledCt, is_covid

STEP_MM = 2.0
OUTSIDE_LOGIT = -20.0
SLICES_A_PASS = 8
THICKER = 3
NOISE_HU, NOISE_SEED = 60.0, 7
LABELS = "lung", "opacity", "set_aside"
LUNG_MARGIN_PIXELS = 5
"""Calibration of lung counts pixels inside the lungs and this far around them."""


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


def volume_logits(network, hu: np.ndarray, spacing_mm: tuple) -> tuple:
    """Logits of lung and of opacity on the CT's own grid, [slice][row][column]."""
    where = frame.frame_of(hu, spacing_mm)
    framed = frame.to_frame(hu, spacing_mm, where)
    step = slice_step(spacing_mm[0])
    logits = between(framed_logits(network, framed, step), step, len(hu))
    return tuple(
        frame.from_frame(logits[:, c], hu.shape, spacing_mm, where, OUTSIDE_LOGIT) for c in range(2)
    )


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
    labels = ct.lung[middle], ct.opacity[middle], ct.set_aside[middle]
    return replace(ct, hu=hu, spacing_mm=spacing_mm, **dict(zip(LABELS, labels)))


def relabelled(ct: LabelledCt, hu: np.ndarray) -> LabelledCt:
    return replace(ct, hu=np.clip(hu, *ct_range(ct)))


def ct_range(ct: LabelledCt) -> tuple:
    return float(ct.hu.min()), float(ct.hu.max())


def noisy(ct: LabelledCt) -> LabelledCt:
    """The same chest with the noise of thin slices or low dose: 60 HU, uncorrelated, fixed seed."""
    random = np.random.default_rng(NOISE_SEED)
    return relabelled(ct, ct.hu + random.normal(0, NOISE_HU, ct.hu.shape).astype(np.float32))


def sharp(ct: LabelledCt) -> LabelledCt:
    """The same chest as by a sharper kernel: what a blur of one pixel takes away, added once more."""
    return relabelled(ct, 2 * ct.hu - ndimage.gaussian_filter(ct.hu, (0, 1, 1)))


def soft(ct: LabelledCt) -> LabelledCt:
    """The same chest as by a softer kernel: blurred by one pixel in the plane."""
    return relabelled(ct, ndimage.gaussian_filter(ct.hu, (0, 1, 1)))


VARIANTS = {
    "threeTimesThicker": lambda ct: thickened(ct, THICKER),
    "noise60Hu": noisy,
    "sharpKernel": sharp,
    "softKernel": soft,
}
"""The held-out volumes once more as other protocols would show them, simulated."""


def near(mask: np.ndarray, pixels: int) -> np.ndarray:
    """The mask widened in each slice."""
    return ndimage.binary_dilation(mask, np.ones((1, 3, 3), bool), iterations=pixels)


def measured(network, ct: LabelledCt) -> dict:
    """The figures of one held-out volume, with counts of logits for calibrate.py."""
    lung_logits, opacity_logits = volume_logits(network, ct.hu, ct.spacing_mm)
    lung, known = lung_logits > 0, ct.lung != UNLABELLED
    opacity, drawn_lung = (opacity_logits > 0) & lung, ct.lung == 1
    around = known & near(lung | drawn_lung, LUNG_MARGIN_PIXELS)
    figures = {
        "patient": ct.name,
        "sliceSpacingMm": ct.spacing_mm[0],
        "lungDice": dice(lung & known, drawn_lung & known),
        "lungVolumeErrorPercent": 100 * float((lung & known).sum() / (drawn_lung & known).sum() - 1),
        "lungLogits": calibrate.counts(lung_logits[around], drawn_lung[around]),
    }
    if is_covid(ct.name):
        truth = ct.opacity == 1
        inside = known & (lung | drawn_lung)
        figures["opacityDice"] = dice(opacity, truth)
        figures["truthPercent"] = percent(truth & known, drawn_lung & known)
        figures["foundPercent"] = percent(opacity & known, lung & known)
        figures["opacityLogits"] = calibrate.counts(opacity_logits[inside], truth[inside])
        found = opacity_logits[known & lung]
        figures["foundLungLogits"] = np.sum(calibrate.counts(found, truth[known & lung]), 0).tolist()
    else:
        figures["falseOpacityPercent"] = percent(opacity & ~ct.set_aside, lung)
        figures["withTumoursPercent"] = percent(opacity, lung)
    return {k: round(v, 4) if isinstance(v, float) else v for k, v in figures.items()}


def measured_pictures(network, data, held_out) -> list:
    """Dice of opacity in the lesion pictures for which held_out(index) holds, in the plane."""
    out = []
    low, high = frame.CLIP_HU
    for index, number in enumerate(pictures.numbers(data)):
        if not held_out(index):
            continue
        picture = pictures.read(data, number)
        grey = ((picture.hu - low) / (high - low)).astype(np.float32)
        with torch.no_grad():
            lung, opacity = network(torch.from_numpy(np.stack([grey] * 3))[None])[0].numpy()
        known = picture.opacity != UNLABELLED
        found = (lung > 0) & (opacity > 0) & known
        out.append({"picture": number, "opacityDice": round(dice(found, picture.opacity == 1), 4)})
    return out


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
