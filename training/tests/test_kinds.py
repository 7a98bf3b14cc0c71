"""The check of the density cut: counted by hand on a picture of four lesion pixels."""

import unittest

import numpy as np

from chest_opacity import kinds, pictures


class KindsTest(unittest.TestCase):
    def test_agreement_is_counted_inside_the_drawn_opacity_only(self):
        hu = np.full((40, 40), -100.0, np.float32)
        hu[:, :20] = -600.0
        opacity = np.zeros(hu.shape, np.uint8)
        opacity[10:30, 5:35] = 1
        kind = np.zeros(hu.shape, np.uint8)
        kind[10:30, 5:15] = pictures.GROUND_GLASS
        kind[10:30, 15:35] = pictures.CONSOLIDATION
        found = kinds.agreement([pictures.Picture(0, hu, opacity, kind)], -300.0)
        # 5 of 30 columns are drawn as consolidation but lie below the cut.
        self.assertAlmostEqual(found["agreeingShare"], 25 / 30, delta=0.001)
        self.assertAlmostEqual(found["consolidationDice"], 2 * 15 / (2 * 15 + 5), delta=0.001)
        self.assertAlmostEqual(found["consolidationPointsMean"], -100 * 5 / 30, delta=0.1)


if __name__ == "__main__":
    unittest.main()
