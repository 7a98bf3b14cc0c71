"""Another depth of breath: denser lungs, most along the back, and no label changed."""

import unittest

import numpy as np

from chest_opacity import breath
from tests.test_drawn import chest


class BreathTest(unittest.TestCase):
    def test_labels_and_what_is_no_lung_stay(self):
        for seed in range(10):
            grey, labels = chest()
            before_grey, before = chest()
            breath.breathe(grey, labels, np.random.default_rng(seed))
            np.testing.assert_array_equal(labels, before)
            np.testing.assert_array_equal(grey[:, :50], before_grey[:, :50])

    def test_the_back_is_never_less_dense_than_the_front(self):
        for seed in range(10):
            grey, labels = chest()
            breath.breathe(grey, labels, np.random.default_rng(seed))
            self.assertGreaterEqual(int(grey[1, 172, 120]), int(grey[1, 68, 120]))

    def test_both_more_and_less_air_are_drawn(self):
        fronts = []
        for seed in range(40):
            grey, labels = chest()
            breath.breathe(grey, labels, np.random.default_rng(seed))
            fronts.append(int(grey[1, 68, 120]))
        self.assertLess(min(fronts), 60)
        self.assertGreater(max(fronts), 60 + 0.15 * (230 - 60))

    def test_a_slice_of_unknown_lung_stays(self):
        grey, labels = chest()
        labels[0] = 255
        breath.breathe(grey, labels, np.random.default_rng(0))
        np.testing.assert_array_equal(grey, chest()[0])


if __name__ == "__main__":
    unittest.main()
