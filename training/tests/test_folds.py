"""The folds: every patient is held out once, and never in two folds."""

import unittest

from chest_opacity import folds
from chest_opacity.sources import COVID, FINDING, PLANNING


class FoldsTest(unittest.TestCase):
    def test_every_patient_is_held_out_in_exactly_one_fold(self):
        patients = [(n, 0) for n in COVID + PLANNING] + [(FINDING, k) for k in range(133)]
        for name, k in patients:
            times = sum(folds.held_out(name, k, fold) for fold in range(folds.COUNT))
            self.assertEqual(times, 1, f"{name} slice {k}")

    def test_all_slices_of_a_volume_stay_together(self):
        for name in COVID + PLANNING:
            for fold in range(folds.COUNT):
                self.assertEqual(len({folds.held_out(name, k, fold) for k in range(200)}), 1)

    def test_fold_all_holds_nobody_out(self):
        self.assertFalse(any(folds.held_out(n, 0, "all") for n in COVID + PLANNING + [FINDING]))

    def test_an_operators_own_patient_is_held_out_once(self):
        times = sum(folds.held_out("ward-7-0042", 0, fold) for fold in range(folds.COUNT))
        self.assertEqual(times, 1)


if __name__ == "__main__":
    unittest.main()
