"""The distance of a study in feature space: small for its like, large for what differs."""

import unittest

import numpy as np

from chest_opacity import features


def study(random, shift: float = 0.0) -> np.ndarray:
    """Twenty slices of 64 features that vary along two directions, and a little along all."""
    ways = np.zeros((2, 64))
    ways[0, :32], ways[1, 32:] = 1, 1
    middle = random.normal(size=2)
    along = middle + random.normal(size=(20, 2)) + shift
    return along @ ways + 0.01 * random.normal(size=(20, 64))


class FeaturesTest(unittest.TestCase):
    def setUp(self):
        self.random = np.random.default_rng(1)
        self.studies = [study(self.random) for _ in range(16)]
        self.within = features.space(self.studies)

    def test_the_mean_has_no_distance(self):
        self.assertAlmostEqual(features.distance(self.within, np.array(self.within["mean"])), 0.0)

    def test_a_study_of_the_same_kind_lies_within_the_limit_and_another_outside(self):
        limit = features.limit(self.studies)
        like = study(self.random).mean(0)
        other = study(self.random, shift=30.0).mean(0)
        self.assertLess(features.distance(self.within, like), limit)
        self.assertGreater(features.distance(self.within, other), limit)

    def test_shapes_are_those_of_the_contract(self):
        self.assertEqual(np.shape(self.within["mean"]), (64,))
        self.assertEqual(np.shape(self.within["components"]), (features.COMPONENTS, 64))
        self.assertEqual(np.shape(self.within["scale"]), (features.COMPONENTS,))


if __name__ == "__main__":
    unittest.main()
