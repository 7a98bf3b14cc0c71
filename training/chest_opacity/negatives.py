"""Where a set that is silent may still teach "no opacity here" or "no lung here".

The radiotherapy volumes hold tumours and the finding-lungs slices other disease, so that
silence about opacity is not health. The COVID-19 volumes have no lung label on some slices,
whose gut and outer air are still no lung. Only places that cannot be read otherwise are used.
"""

import numpy as np
from scipy import ndimage

from chest_opacity.sources import FINDING, PLANNING, UNLABELLED, LabelledCt

SMOOTHING_PIXELS = 1.0
PLANNING_BELOW_HU = -300.0
"""lctsc-00..04, looked at: no ground glass; tumour and vessel lie above -300 HU."""
FINDING_BELOW_HU = -800.0
"""Unread slices: only well aerated lung, since faint ground glass begins about there."""
FAR_FROM_LUNG_PIXELS = 10
NEAR_AIR_PIXELS = 8
AIR_HU = -500.0
BAD_MASK_BORDER_PIXELS = 3


def opacity_label(ct: LabelledCt) -> np.ndarray:
    """The opacity label, with 0 added where the set shows healthy lung or no lung at all."""
    if ct.name not in PLANNING and ct.name != FINDING:
        return ct.opacity
    below_hu = PLANNING_BELOW_HU if ct.name in PLANNING else FINDING_BELOW_HU
    smooth = ndimage.gaussian_filter(ct.hu, (0, SMOOTHING_PIXELS, SMOOTHING_PIXELS))
    opacity = np.full(ct.lung.shape, UNLABELLED, np.uint8)
    opacity[(ct.lung == 1) & (smooth < below_hu)] = 0
    if ct.name in PLANNING:
        for k, lung in enumerate(ct.lung):
            far = ndimage.distance_transform_edt(lung != 1) > FAR_FROM_LUNG_PIXELS
            opacity[k][far] = 0
    return opacity


def lung_label(ct: LabelledCt) -> np.ndarray:
    """The lung label, with 0 added on unlabelled slices far from lung, airway and opacity.

    Air that joins the labelled lungs in three dimensions is lung or airway and stays unlabelled.
    """
    if not (ct.lung == UNLABELLED).any() or ct.name == FINDING:
        return ct.lung
    air, _ = ndimage.label(ct.hu < AIR_HU)
    joined = np.zeros(air.max() + 1, bool)
    joined[np.unique(air[ct.lung == 1])] = True
    joined[0] = False
    lung = ct.lung.copy()
    for k in range(len(lung)):
        near = joined[air[k]] | (ct.opacity[k] == 1)
        far = ndimage.distance_transform_edt(~near) > NEAR_AIR_PIXELS if near.any() else True
        lung[k][(lung[k] == UNLABELLED) & far] = 0
    return lung


def has_sound_mask(lung: np.ndarray) -> bool:
    """False for a slice whose lung mask runs along the picture's edge (a mask of the outer air)."""
    edge = BAD_MASK_BORDER_PIXELS
    inner = lung[edge:-edge, edge:-edge]
    return bool((lung == 1).sum() == (inner == 1).sum() and (lung == 1).mean() < 0.45)
