"""How well a density cut tells consolidation from ground glass, against readers who drew both.

In: the lesion pictures, whose HU are estimates (pictures.py). Inside the drawn opacity, HU smoothed
by one pixel (about 1.5 mm) above the cut are called consolidation; no network takes part.
Out: per cut, share of the opacity's pixels that agree, and Dice of consolidation, both pooled;
error of the share of consolidation in each picture, in percentage points.
"""

import numpy as np
from scipy import ndimage

from chest_opacity import pictures

CUTS_HU = (-500.0, -400.0, -350.0, -300.0, -250.0, -200.0)
SMOOTHING_PIXELS = 1.0


def agreement(read: list, cut_hu: float) -> dict:
    """The figures of one cut over pictures."""
    both = found_only = drawn_only = neither = 0
    errors = []
    for picture in read:
        opacity = (picture.opacity == 1) & (picture.kind > 0)
        if not opacity.any():
            continue
        found = ndimage.gaussian_filter(picture.hu, SMOOTHING_PIXELS)[opacity] > cut_hu
        drawn = picture.kind[opacity] == pictures.CONSOLIDATION
        both += (found & drawn).sum()
        found_only += (found & ~drawn).sum()
        drawn_only += (~found & drawn).sum()
        neither += (~found & ~drawn).sum()
        errors.append(100 * (found.mean() - drawn.mean()))
    every = both + found_only + drawn_only + neither
    return {
        "cutHu": cut_hu,
        "pictures": len(errors),
        "agreeingShare": round(float((both + neither) / every), 3),
        "consolidationDice": round(float(2 * both / (2 * both + found_only + drawn_only)), 3),
        "consolidationPointsMean": round(float(np.mean(errors)), 1),
        "consolidationPointsAbsolute": round(float(np.mean(np.abs(errors))), 1),
    }


def table(data) -> list:
    """The figures of every cut; empty where the pictures are absent."""
    read = [pictures.read(data, number) for number in pictures.numbers(data)]
    return [agreement(read, cut) for cut in CUTS_HU] if read else []
