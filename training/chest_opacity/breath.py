"""Draws another depth of breath: less air makes all of the lung denser, most where the patient lies.

Lung of -850 HU in full inspiration is -700 HU in expiration, and denser still along the back. A
network that has seen full inspiration alone takes that for ground glass. Opacity keeps its label;
what was clear stays clear. Water replaces air by a share of the way to soft tissue, as in drawn.py.
In: grey [3][256][256] and labels [2][256][256] uint8 (lung, opacity); changed in place.
Source: lung density at full inspiration and expiration, Verschakelen 1993 (J Comput Assist Tomogr),
and the planning volumes here, of which one in free breathing has a median of -696 HU.
"""

import numpy as np
from scipy import ndimage

from chest_opacity.drawn import SOFT_TISSUE_GREY

EVERYWHERE = (-0.08, 0.2)
"""Share of the way to soft tissue in all of the lung; below zero for a lung of more air."""
ALONG_THE_BACK = 0.12
"""Largest further share at the lung's lowest row, growing with the square of the depth. A steeper
slope (0.25) taught the network to pass over haze along the back: covid-09 fell by 0.12 in Dice."""
EDGE_PIXELS = 1.0
LEAST_LUNG_PIXELS = 400


def breathe(grey: np.ndarray, labels: np.ndarray, random: np.random.Generator) -> None:
    """Changes the lungs of a slice and its neighbours; nothing where lung is scarce or unknown."""
    lung = labels[0] == 1
    if lung.sum() < LEAST_LUNG_PIXELS:
        return
    rows = np.flatnonzero(lung.any(1))
    depth = np.clip((np.arange(len(lung)) - rows[0]) / max(1, rows[-1] - rows[0]), 0, 1)
    share = random.uniform(*EVERYWHERE) + random.uniform(0, ALONG_THE_BACK) * depth**2
    inside = ndimage.gaussian_filter(lung.astype(np.float32), EDGE_PIXELS)
    mixed = share[:, None] * inside
    for channel in grey:
        before = channel.astype(np.float32)
        toward = np.maximum(SOFT_TISSUE_GREY - before, 0)
        channel[:] = np.clip(before + mixed * toward, 0, 255).astype(np.uint8)
