"""What silent sets may teach: only what cannot be read otherwise. On a drawn chest."""

import unittest

import numpy as np

from chest_opacity import negatives
from chest_opacity.sources import UNLABELLED, LabelledCt


def drawn(name: str) -> LabelledCt:
    """A lung of -850 HU through four slices, labelled in the first two; gut gas far from it."""
    hu = np.full((4, 100, 100), 40.0, np.float32)
    hu[:, 20:50, 20:50] = -850.0
    hu[:, 80:90, 80:90] = -900.0
    lung = np.zeros(hu.shape, np.uint8)
    lung[:, 20:50, 20:50] = 1
    lung[2:] = UNLABELLED
    return LabelledCt(name, hu, lung, np.zeros(hu.shape, np.uint8), (2.0, 1.4, 1.4), np.zeros(hu.shape, bool))


class LungLabelTest(unittest.TestCase):
    def setUp(self):
        self.label = negatives.lung_label(drawn("covid-01"))

    def test_gut_gas_on_an_unlabelled_slice_is_no_lung(self):
        self.assertTrue((self.label[3, 80:90, 80:90] == 0).all())

    def test_air_joined_to_the_labelled_lung_stays_unlabelled(self):
        self.assertTrue((self.label[3, 15:55, 15:55] == UNLABELLED).all())

    def test_labelled_slices_stay_as_they_are(self):
        np.testing.assert_array_equal(self.label[:2], drawn("covid-01").lung[:2])


class OpacityLabelTest(unittest.TestCase):
    def test_a_drawn_lesion_set_keeps_its_label(self):
        ct = drawn("covid-01")
        self.assertIs(negatives.opacity_label(ct), ct.opacity)

    def test_a_planning_volume_says_nothing_about_solid_tissue_near_the_lung(self):
        label = negatives.opacity_label(drawn("lctsc-00"))
        self.assertTrue((label[0, 25:45, 25:45] == 0).all())
        self.assertTrue((label[0, 30, 52:58] == UNLABELLED).all())
        self.assertEqual(label[0, 95, 5], 0)

    def test_a_single_slice_only_says_that_dark_lung_is_clear(self):
        label = negatives.opacity_label(drawn("finding-lungs-2d"))
        self.assertTrue((label[0, 25:45, 25:45] == 0).all())
        self.assertEqual(label[0, 95, 5], UNLABELLED)


if __name__ == "__main__":
    unittest.main()
