"""Draws training batches: a fixed share from each source, slices with opacity preferred.

Out: slices [n][3][192][224] float32 0..1 (below, slice, above) and labels [n][2][192][224] uint8
(lung, opacity). Batch i is the same for the same seed, whoever makes it and whenever.
"""

import numpy as np
import torch

from chest_opacity import augment, breath, drawn, folds, pictures
from chest_opacity.cache import FramedCt
from chest_opacity.sources import FINDING

SHARES = {"covid": 0.625, "pictures": 0.125, "planning": 0.125, "finding": 0.125}
"""Of eight slices five from volumes with lesions, one from lesion pictures, one from planning CT,
one from single slices."""
DRAWN_OPACITY = {"covid": 0.1, "pictures": 0.0, "planning": 0.45, "finding": 0.45}
"""Chance that an opacity is drawn into a slice, by its group; see drawn.py."""
OTHER_BREATH = {"covid": 0.25, "pictures": 0.0, "planning": 0.5, "finding": 0.5}
"""Chance that a slice is drawn at another depth of breath, by its group; see breath.py."""
THICK = 0.15
"""Chance that slices are means of three: thick slices, whose edges are soft along the body."""
PICTURE_GAIN, PICTURE_OFFSET_GREY = 0.08, 12.0
"""Extra errors of grey for pictures, whose HU are estimates."""
PREFERRED = 0.65
"""Share of slices with opacity (or, in sets without, with lung) among those drawn."""
NO_NEIGHBOUR = 0.05
FARTHER = {1: 0.6, 2: 0.25, 3: 0.15}
"""Chance of neighbours one, two or three stored slices away: 2 to 9 mm."""
MOST_NEIGHBOUR_MM = 9.0


class Batches(torch.utils.data.Dataset):
    """Batch number -> augmented batch, from the slices that a fold trains on."""

    def __init__(self, cts: list, fold, batch: int, seed: int):
        self.batch, self.seed = batch, seed
        self.groups = {name: [] for name in SHARES}
        for ct in cts:
            ks = [k for k in range(len(ct.grey)) if not folds.held_out(ct.name, k, fold)]
            ks = [k for k in ks if (ct.lung[k] < 2).any() or (ct.opacity[k] < 2).any()]
            if ks:
                self.groups[self._group(ct)].append((ct, ks, self._preferred(ct, ks)))

    @staticmethod
    def _preferred(ct: FramedCt, ks: list) -> list:
        wanted = ct.opacity if (ct.opacity == 1).any() else ct.lung
        return [k for k in ks if (wanted[k] == 1).any()]

    @staticmethod
    def _group(ct: FramedCt) -> str:
        if ct.name == FINDING:
            return "finding"
        if ct.name == pictures.NAME:
            return "pictures"
        return "covid" if (ct.opacity == 1).any() else "planning"

    def patients(self) -> list:
        return sorted(ct.name for group in self.groups.values() for ct, _, _ in group)

    def __getitem__(self, number: int) -> tuple:
        random = np.random.default_rng([self.seed, number])
        torch.manual_seed(int(random.integers(2**31)))
        grey, labels = (torch.from_numpy(a) for a in self.drawn(random))
        return augment.augmented(grey, labels)

    def drawn(self, random: np.random.Generator) -> tuple:
        """Grey values [n][3][256][256] and labels [n][2][256][256], uint8, as they are."""
        wanted = []
        for name, share in SHARES.items():
            wanted += [name] * round(self.batch * share)
        wanted += ["covid"] * (self.batch - len(wanted))
        present = [name for name, group in self.groups.items() if group]
        wanted = [name if name in present else present[0] for name in wanted[: self.batch]]
        return tuple(np.stack(p) for p in zip(*(self._one(name, random) for name in wanted)))

    def _one(self, name: str, random: np.random.Generator) -> tuple:
        group = self.groups[name]
        ct, every, preferred = group[random.integers(len(group))]
        choose = preferred if preferred and random.random() < PREFERRED else every
        k = choose[random.integers(len(choose))]
        labels = np.stack([ct.lung[k], ct.opacity[k]])
        grey = self._neighbourhood(ct, k, random)
        if name == "pictures":
            gain = 1 + random.uniform(-PICTURE_GAIN, PICTURE_GAIN)
            offset = random.uniform(-PICTURE_OFFSET_GREY, PICTURE_OFFSET_GREY)
            grey = np.clip(grey * gain + offset, 0, 255).astype(np.uint8)
        if random.random() < OTHER_BREATH[name]:
            breath.breathe(grey, labels, random)
        if random.random() < DRAWN_OPACITY[name]:
            drawn.add_opacity(grey, labels, random)
        return grey, labels

    @staticmethod
    def _neighbourhood(ct: FramedCt, k: int, random: np.random.Generator) -> np.ndarray:
        """The slice between its neighbours, a copy, [3][256][256]; sometimes as thick slices."""
        step = random.choice(list(FARTHER), p=list(FARTHER.values()))
        step = max(1, min(step, int(MOST_NEIGHBOUR_MM / ct.spacing_mm)))
        thick = ct.is_space() and random.random() < THICK
        below, above = ct.neighbours(k, max(step, 2) if thick else step)
        if random.random() < NO_NEIGHBOUR:
            below = k
        if random.random() < NO_NEIGHBOUR:
            above = k
        if not thick:
            return ct.grey[[below, k, above]].copy()
        around = [[max(0, m - 1), m, min(len(ct.grey) - 1, m + 1)] for m in (below, k, above)]
        return ct.grey[np.array(around)].mean(1).astype(np.uint8)
