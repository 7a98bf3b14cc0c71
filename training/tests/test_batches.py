"""The batches: nobody held out, the same for the same number, labels unharmed by augmentation."""

import unittest

import numpy as np
import torch

from chest_opacity.augment import WINDOW
from chest_opacity.batches import Batches
from chest_opacity.cache import FramedCt
from chest_opacity.sources import UNLABELLED


def drawn(name: str, grey: int, with_opacity: bool) -> FramedCt:
    """Three slices of one grey value; the upper half is lung, a corner of it opacity."""
    shape = (3, 256, 256)
    lung, opacity = np.zeros(shape, np.uint8), np.zeros(shape, np.uint8)
    lung[:, :128] = 1
    opacity[:, 40:120, 40:120] = with_opacity
    return FramedCt(name, np.full(shape, grey, np.uint8), lung, opacity, 2.0)


class BatchesTest(unittest.TestCase):
    def setUp(self):
        cts = [
            drawn("covid-10", 250, True),
            drawn("covid-02", 60, True),
            drawn("lctsc-00", 90, False),
            drawn("lctsc-01", 250, False),  # held out in fold 0, as covid-10 is
        ]
        self.batches = Batches(cts, fold=0, batch=8, seed=7)

    def test_no_patient_of_the_held_out_fold_is_drawn(self):
        self.assertEqual(self.batches.patients(), ["covid-02", "lctsc-00"])
        grey, _ = self.batches.drawn(np.random.default_rng(0))
        self.assertLess(grey.max(), 250)

    def test_the_same_number_gives_the_same_batch(self):
        for one, other in zip(self.batches[5], self.batches[5]):
            self.assertTrue(torch.equal(one, other))
        self.assertFalse(torch.equal(self.batches[5][0], self.batches[6][0]))

    def test_augmentation_keeps_shapes_ranges_and_label_values(self):
        slices, labels = self.batches[0]
        self.assertEqual(tuple(slices.shape), (8, 3, *WINDOW))
        self.assertEqual(tuple(labels.shape), (8, 2, *WINDOW))
        self.assertTrue(0 <= float(slices.min()) and float(slices.max()) <= 1)
        self.assertLessEqual(set(labels.unique().tolist()), {0, 1, UNLABELLED})

    def test_thick_slices_are_means_and_the_store_stays_as_it_is(self):
        ct = drawn("covid-02", 60, True)
        ct.grey[0] = 0
        before = ct.grey.copy()
        seen = {
            int(Batches._neighbourhood(ct, 1, np.random.default_rng(seed))[1].max())
            for seed in range(60)
        }
        self.assertEqual(seen, {60, 40})  # itself, or the mean of 0, 60, 60
        np.testing.assert_array_equal(ct.grey, before)

    def test_slices_at_the_ends_are_their_own_neighbours(self):
        ct = drawn("covid-02", 60, True)
        self.assertEqual(ct.neighbours(0, 1), (0, 1))
        self.assertEqual(ct.neighbours(2, 1), (1, 2))


if __name__ == "__main__":
    unittest.main()
