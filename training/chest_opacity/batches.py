"""Draws training batches: a fixed share from each source, slices with opacity preferred.

Out: slices [n][3][192][224] float32 0..1 (below, slice, above) and labels [n][2][192][224] uint8
(lung, opacity). Batch i is the same for the same seed, whoever makes it and whenever.
"""

import numpy as np
import torch

from chest_opacity import augment, folds
from chest_opacity.cache import FramedCt
from chest_opacity.sources import FINDING

COVID_SHARE, PLANNING_SHARE = 0.75, 0.125
"""Six of eight slices from sets with lesions, one from planning CT, one from single slices."""
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
        self.covid, self.planning, self.finding = [], [], []
        for ct in cts:
            ks = [k for k in range(len(ct.grey)) if not folds.held_out(ct.name, k, fold)]
            ks = [k for k in ks if (ct.lung[k] < 2).any() or (ct.opacity[k] < 2).any()]
            if ks:
                self._group(ct).append((ct, ks, self._preferred(ct, ks)))

    @staticmethod
    def _preferred(ct: FramedCt, ks: list) -> list:
        wanted = ct.opacity if (ct.opacity == 1).any() else ct.lung
        return [k for k in ks if (wanted[k] == 1).any()]

    def _group(self, ct: FramedCt) -> list:
        if ct.name == FINDING:
            return self.finding
        return self.covid if (ct.opacity == 1).any() else self.planning

    def patients(self) -> list:
        return sorted(ct.name for g in (self.covid, self.planning, self.finding) for ct, _, _ in g)

    def __getitem__(self, number: int) -> tuple:
        random = np.random.default_rng([self.seed, number])
        torch.manual_seed(int(random.integers(2**31)))
        grey, labels = (torch.from_numpy(a) for a in self.drawn(random))
        return augment.augmented(grey, labels)

    def drawn(self, random: np.random.Generator) -> tuple:
        """Grey values [n][3][256][256] and labels [n][2][256][256], uint8, as they are."""
        covid = round(self.batch * COVID_SHARE)
        planning = round(self.batch * PLANNING_SHARE)
        wanted = [self.covid] * covid + [self.planning] * planning
        wanted += [self.finding] * (self.batch - len(wanted))
        every = self.covid or self.planning or self.finding
        return tuple(np.stack(p) for p in zip(*(self._one(g or every, random) for g in wanted)))

    @staticmethod
    def _one(group: list, random: np.random.Generator) -> tuple:
        ct, every, preferred = group[random.integers(len(group))]
        choose = preferred if preferred and random.random() < PREFERRED else every
        k = choose[random.integers(len(choose))]
        step = random.choice(list(FARTHER), p=list(FARTHER.values()))
        step = max(1, min(step, int(MOST_NEIGHBOUR_MM / ct.spacing_mm)))
        below, above = ct.neighbours(k, step)
        if random.random() < NO_NEIGHBOUR:
            below = k
        if random.random() < NO_NEIGHBOUR:
            above = k
        return ct.grey[[below, k, above]], np.stack([ct.lung[k], ct.opacity[k]])
