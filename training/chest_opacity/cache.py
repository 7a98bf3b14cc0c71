"""All framed slices in memory, as small integers: made once, kept beside the runs.

Out: per folder, grey values and labels [slice][256][256] uint8; grey 0..255 is -1150..150 HU.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from chest_opacity import frame, negatives, pictures, sources
from chest_opacity.sources import FINDING, UNLABELLED, LabelledCt

GREY_LEVELS = 255


@dataclass(frozen=True)
class FramedCt:
    """One folder on the frame; labels hold 0, 1 or UNLABELLED."""

    name: str
    grey: np.ndarray
    lung: np.ndarray
    opacity: np.ndarray
    spacing_mm: float

    def is_space(self) -> bool:
        """Whether the slices lie above one another in one patient."""
        return self.name not in (FINDING, pictures.NAME)

    def neighbours(self, k: int, step: int) -> tuple:
        """The slices `step` below and above; where there is none, or z is not space, the slice."""
        if not self.is_space():
            return k, k
        below, above = k - step, k + step
        return (below if below >= 0 else k), (above if above < len(self.grey) else k)


def label_to_frame(label: np.ndarray, spacing_mm: tuple, where: frame.Frame) -> np.ndarray:
    """A label on the frame: unlabelled where more than half of the pixel is."""
    out = frame.mask_to_frame(label == 1, spacing_mm, where).astype(np.uint8)
    out[frame.mask_to_frame(label == UNLABELLED, spacing_mm, where)] = UNLABELLED
    return out


def framed(ct: LabelledCt) -> FramedCt:
    """Frames a CT; slices of finding-lungs-2d one by one, since they share no patient."""
    lung, opacity = negatives.lung_label(ct), negatives.opacity_label(ct)
    groups = [slice(None)]
    if ct.name == FINDING:
        groups = [slice(k, k + 1) for k in range(len(ct.hu))]
    parts = []
    for group in groups:
        where = frame.frame_of(ct.hu[group], ct.spacing_mm)
        grey = frame.to_frame(ct.hu[group], ct.spacing_mm, where)
        parts.append(
            (
                to_grey(grey),
                label_to_frame(lung[group], ct.spacing_mm, where),
                label_to_frame(opacity[group], ct.spacing_mm, where),
            )
        )
    grey, lung, opacity = (np.concatenate(p) for p in zip(*parts))
    if ct.name == FINDING:
        bad = [k for k in range(len(ct.lung)) if not negatives.has_sound_mask(ct.lung[k])]
        lung[bad] = opacity[bad] = UNLABELLED
    return FramedCt(ct.name, grey, lung, opacity, ct.spacing_mm[0])


def to_grey(scaled: np.ndarray) -> np.ndarray:
    return np.rint(scaled * GREY_LEVELS).astype(np.uint8)


def framed_pictures(data: Path) -> FramedCt:
    """All lesion pictures; what is opacity is lung, of the rest of the lung nothing is known."""
    read = [pictures.read(data, number) for number in pictures.numbers(data)]
    low, high = frame.CLIP_HU
    grey = to_grey((np.stack([p.hu for p in read]) - low) / (high - low))
    opacity = np.stack([p.opacity for p in read])
    lung = np.where(opacity == 1, 1, UNLABELLED).astype(np.uint8)
    return FramedCt(pictures.NAME, grey, lung, opacity, 1.0)


def load(data: Path, name: str, folder: Path) -> FramedCt:
    """Reads a framed folder, making it on first use."""
    file = folder / f"{name}.npz"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        is_pictures = name == pictures.NAME
        made = framed_pictures(data) if is_pictures else framed(sources.read(data, name))
        arrays = {"grey": made.grey, "lung": made.lung, "opacity": made.opacity}
        np.savez(file, spacing_mm=made.spacing_mm, **arrays)
    kept = np.load(file)
    labels = kept["lung"], kept["opacity"]
    return FramedCt(name, kept["grey"], *labels, float(kept["spacing_mm"]))
