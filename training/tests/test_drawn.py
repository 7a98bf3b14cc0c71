"""Drawn opacities: inside the lung only, in all three slices, labelled where they can be seen."""

import unittest

import numpy as np

from chest_opacity import drawn
from chest_opacity.sources import UNLABELLED


def chest() -> tuple:
    """Three slices of soft tissue with one square lung of grey 60."""
    grey = np.full((3, 256, 256), 230, np.uint8)
    grey[:, 60:180, 60:180] = 60
    labels = np.zeros((2, 256, 256), np.uint8)
    labels[0, 60:180, 60:180] = 1
    return grey, labels


class DrawnOpacityTest(unittest.TestCase):
    def test_only_lung_is_changed_and_labelled(self):
        for seed in range(20):
            grey, labels = chest()
            before_grey, before = chest()
            drawn.add_opacity(grey, labels, np.random.default_rng(seed))
            outside = before[0] == 0
            np.testing.assert_array_equal(grey[:, outside], before_grey[:, outside])
            self.assertEqual(labels[1][outside].max(), 0)
            np.testing.assert_array_equal(labels[0], before[0])

    def test_labelled_opacity_is_brighter_in_the_slice_and_its_neighbours(self):
        for seed in range(20):
            grey, labels = chest()
            drawn.add_opacity(grey, labels, np.random.default_rng(seed))
            blob = labels[1] == 1
            self.assertTrue(blob.any())
            for channel in grey:
                self.assertGreater(channel[blob].mean(), 60 + 10)

    def test_the_soft_edge_is_unlabelled_rather_than_wrong(self):
        seen = set()
        for seed in range(20):
            grey, labels = chest()
            drawn.add_opacity(grey, labels, np.random.default_rng(seed))
            seen |= set(np.unique(labels[1]).tolist())
        self.assertEqual(seen, {0, 1, UNLABELLED})

    def test_a_slice_with_hardly_any_lung_stays_as_it_is(self):
        grey, labels = chest()
        labels[0] = 0
        labels[0, 60:70, 60:70] = 1
        drawn.add_opacity(grey, labels, np.random.default_rng(0))
        np.testing.assert_array_equal(grey, chest()[0])
        self.assertEqual(labels[1].max(), 0)


if __name__ == "__main__":
    unittest.main()
