"""Draws opacities into lungs whose outline is known, so that dense lung stays lung.

Lesion sets hold few consolidations that fill the lung to the chest wall, and lesion-free sets hold
none; a network that has not seen them takes them for chest wall. Water replacing air raises HU by a
share f of the way to soft tissue: f = 0.15 is faint haze, f = 1 consolidation.
In: grey [3][256][256] and labels [2][256][256] uint8 (lung, opacity). Out: the same with a blob.
"""

import numpy as np
from scipy import ndimage

from chest_opacity.sources import UNLABELLED

SOFT_TISSUE_GREY = (1150 + 40) / 1300 * 255
NOISE_GREY = 25 / 1300 * 255
RADIUS_PIXELS = (5.0, 34.0)
CONSOLIDATION = 0.45
"""Share of the blobs that are consolidation; the others are haze."""
HAZE, DENSE = (0.15, 0.6), (0.85, 1.02)
AT_WALL = 0.6
"""Share of the blobs centred near the lung's edge."""
WALL_PIXELS = 6
LEAST_LUNG_PIXELS = 400
EDGE = (0.25, 0.6)
"""A blob is opacity where its strength is above the second; below the first nothing is said."""
ROUGHNESS = 0.55
VESSEL_GREY = 240


def blob(random: np.random.Generator, lung: np.ndarray):
    """Strength 0..1 of a blob in the lung, [256][256]: an ellipse with an uneven, soft edge."""
    depth = ndimage.distance_transform_edt(lung)
    near = (depth > 0) & (depth <= WALL_PIXELS) if random.random() < AT_WALL else depth > 0
    rows, columns = np.nonzero(near)
    at = random.integers(len(rows))
    low, high = np.log(RADIUS_PIXELS)
    across = np.exp(random.uniform(low, high))
    along = across * random.uniform(0.5, 1.6)
    angle = random.uniform(0, np.pi)
    r, c = np.ogrid[: lung.shape[0], : lung.shape[1]]
    r, c = r - rows[at], c - columns[at]
    u, v = r * np.cos(angle) + c * np.sin(angle), c * np.cos(angle) - r * np.sin(angle)
    rough = ndimage.zoom(random.normal(size=(17, 17)), lung.shape[0] / 17, order=1)
    distance = np.sqrt((u / across) ** 2 + (v / along) ** 2) + ROUGHNESS * 0.5 * rough
    softness = random.uniform(0.05, 0.35)
    return np.clip((1 - distance) / softness + 0.5, 0, 1)


def add_opacity(grey: np.ndarray, labels: np.ndarray, random: np.random.Generator) -> None:
    """Draws one blob into the slice and its neighbours, in place; nothing where lung is scarce."""
    lung = labels[0] == 1
    if lung.sum() < LEAST_LUNG_PIXELS:
        return
    dense = random.random() < CONSOLIDATION
    share = random.uniform(*(DENSE if dense else HAZE))
    strength = blob(random, lung) * lung
    texture = ndimage.gaussian_filter(random.normal(size=lung.shape), random.uniform(0.5, 2.0))
    texture *= NOISE_GREY / texture.std()
    mixed = strength * share
    target = SOFT_TISSUE_GREY + texture
    for channel in grey:
        before = channel.astype(np.float32)
        channel[:] = np.clip(before + mixed * (target - before), 0, 255).astype(np.uint8)
    # Haze over what is dense already changes nothing that could be seen.
    changed = (strength > EDGE[1]) & (grey[1] < VESSEL_GREY) | dense & (strength > EDGE[1])
    labels[1][changed] = 1
    labels[1][(strength > EDGE[0]) & ~changed & (labels[1] != 1)] = UNLABELLED
