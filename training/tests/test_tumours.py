"""Boxes of tumours lie where the table says, and are written where the CT lies."""

import tempfile
import unittest
from pathlib import Path

import nibabel
import numpy as np

from chest_opacity import sources, tumours


class TumoursTest(unittest.TestCase):
    def test_a_box_includes_its_first_and_last_voxels(self):
        inside = tumours.mask("lctsc-00", (154, 166, 220))
        self.assertEqual(int(inside.sum()), 9 * 21 * 21)
        self.assertTrue(inside[82, 104, 36] and inside[90, 124, 56])
        self.assertFalse(inside[81, 104, 36] or inside[90, 125, 56])

    def test_nobody_else_has_one(self):
        self.assertFalse(tumours.mask("covid-01", (10, 10, 10)).any())
        self.assertEqual(tumours.write(Path("."), "covid-01", Path(".")), "")

    def test_what_is_written_is_read_at_the_same_place(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            (folder / "lctsc-04").mkdir()
            ct = nibabel.Nifti1Image(np.zeros((250, 136, 148), np.uint8), np.diag([2, 2, 3, 1]))
            nibabel.save(ct, str(folder / "lctsc-04" / "ct.nii.gz"))
            written, _ = sources.read_raster(tumours.write(folder, "lctsc-04", folder))
            np.testing.assert_array_equal(written > 0, tumours.mask("lctsc-04", (148, 136, 250)))


if __name__ == "__main__":
    unittest.main()
