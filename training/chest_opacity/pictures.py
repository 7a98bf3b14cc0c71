"""The 50 pictures of MedSeg COVID-19 CT nr. 1 as CT slices: turned upright, grey values turned into HU.

In: <set>/images/*.jpg, lesion/*.png (0 or 255), ggo-consolidation/*.png (0 none, 1 ground glass,
2 consolidation). Each picture is another patient, with an unknown window, cropped to the lungs.
Out: 256 x 256 pixels on the frame, as wide as lungs are there; HU good to about 100.

Two points fix the HU of a picture, taken linear between them: its darkest pixels are the air of a
large airway, and the most frequent bright grey is soft tissue. Both are looked up in the picture.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image
from scipy import ndimage

from chest_opacity import frame
from chest_opacity.sources import UNLABELLED

NAME = "medseg-2d"
AIRWAY_HU, SOFT_TISSUE_HU = -980.0, 40.0
DARKEST_PERCENT = 0.3
BRIGHT_FROM = 0.55
"""Soft tissue is sought among the greys above this share of the way from dark to 255."""
INSIDE = 0.9
"""Share of the picture's width and height in which the airway is sought."""
LUNGS_WIDE_PIXELS = 184
"""Width of both lungs on the frame, where the body's larger side has 248 pixels."""
NO_LESION, GROUND_GLASS, CONSOLIDATION = 0, 1, 2


@dataclass(frozen=True)
class Picture:
    """One picture on the frame: HU, opacity (0, 1, UNLABELLED outside), kind (0, 1, 2)."""

    number: int
    hu: np.ndarray
    opacity: np.ndarray
    kind: np.ndarray


def numbers(data: Path) -> list:
    """Numbers of the pictures that exist, in order."""
    return sorted(int(p.stem) for p in (data / NAME / "images").glob("*.jpg"))


def grey_to_hu(grey: np.ndarray) -> np.ndarray:
    """HU of a picture's grey values by the two points; clipped to what the frame holds."""
    height, width = grey.shape
    r, c = np.ogrid[:height, :width]
    # The corners may lie outside the scanner's circle, where pictures are black.
    inside = ((r + 0.5) / height - 0.5) ** 2 + ((c + 0.5) / width - 0.5) ** 2 < INSIDE**2 / 4
    dark = np.percentile(grey[inside], DARKEST_PERCENT)
    counts = np.bincount(grey.ravel(), minlength=256).astype(np.float64)
    smooth = ndimage.gaussian_filter1d(counts, 3.0)
    first = int(dark + BRIGHT_FROM * (255 - dark))
    # The last greys are where the window cut everything brighter off: no tissue peak.
    soft = first + int(np.argmax(smooth[first:250]))
    hu = AIRWAY_HU + (grey - dark) / (soft - dark) * (SOFT_TISSUE_HU - AIRWAY_HU)
    return np.clip(hu, *frame.CLIP_HU)


def upright(path: Path) -> np.ndarray:
    """The picture with rows anterior to posterior; stored with anterior on its left."""
    return np.asarray(Image.open(path).convert("L")).T


def on_frame(values: np.ndarray, order: int, outside: float) -> np.ndarray:
    """A picture in the middle of the frame, its width that of two lungs."""
    height, width = values.shape
    middle, step = (frame.SIZE - 1) / 2, width / LUNGS_WIDE_PIXELS
    if order == 1:
        values = ndimage.gaussian_filter(values, max(0.0, (step - 1) / 2))
    place = (np.arange(frame.SIZE) - middle) * step
    rows, columns = np.meshgrid(
        place + (height - 1) / 2, place + (width - 1) / 2, indexing="ij"
    )
    return ndimage.map_coordinates(
        values, [rows, columns], order=order, mode="constant", cval=outside
    )


def read(data: Path, number: int) -> Picture:
    """One picture on the frame."""
    folder = data / NAME
    grey = upright(folder / "images" / f"{number}.jpg")
    hu = on_frame(grey_to_hu(grey).astype(np.float32), 1, SOFT_TISSUE_HU)
    drawn = (upright(folder / "lesion" / f"{number}.png") > 127).astype(np.uint8)
    kind = np.asarray(Image.open(folder / "ggo-consolidation" / f"{number}.png")).T
    opacity = on_frame(drawn, 0, UNLABELLED)
    return Picture(number, hu, opacity, on_frame(kind, 0, NO_LESION))
