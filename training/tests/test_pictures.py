"""Lesion pictures: turned upright, grey values to HU by the airway and the soft tissue."""

import tempfile
import unittest
from pathlib import Path

import numpy as np
from PIL import Image

from chest_opacity import pictures
from chest_opacity.sources import UNLABELLED


def drawn_picture() -> tuple:
    """A picture as stored, anterior on the left: [right to left][anterior to posterior]."""
    grey = np.full((300, 200), 220, np.uint8)
    grey[40:140, 40:160] = 60
    grey[160:260, 40:160] = 60
    grey[145:155, 90:110] = 30  # an airway
    lesion = np.zeros(grey.shape, np.uint8)
    lesion[50:80, 120:150] = 255
    grey[lesion > 0] = 140
    return grey, lesion


class PicturesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = Path(folder.name)
        grey, lesion = drawn_picture()
        kinds = {"images": grey, "lesion": lesion, "ggo-consolidation": (lesion > 0) * np.uint8(2)}
        for name, values in kinds.items():
            (self.data / pictures.NAME / name).mkdir(parents=True)
            file = "3.jpg" if name == "images" else "3.png"
            Image.fromarray(values).save(self.data / pictures.NAME / name / file, quality=100)
        self.picture = pictures.read(self.data, 3)

    def test_the_stored_left_becomes_anterior(self):
        rows, columns = np.nonzero(self.picture.opacity == 1)
        self.assertGreater(rows.mean(), 127.5)  # stored to the right: posterior
        self.assertLess(columns.mean(), 127.5)  # stored at the top: first columns

    def test_soft_tissue_and_airway_get_their_hu(self):
        self.assertAlmostEqual(float(np.median(self.picture.hu[:, :20])), 40.0, delta=15)
        self.assertAlmostEqual(float(self.picture.hu.min()), -980.0, delta=40)

    def test_nothing_is_said_outside_the_picture(self):
        self.assertTrue((self.picture.opacity[:20] == UNLABELLED).all())
        self.assertEqual(self.picture.kind[:20].max(), pictures.NO_LESION)

    def test_kinds_lie_on_the_lesion(self):
        lesion = self.picture.opacity == 1
        self.assertTrue((self.picture.kind[lesion] == pictures.CONSOLIDATION).all())
        self.assertEqual(pictures.numbers(self.data), [3])

    def test_a_folder_without_pictures_has_none(self):
        self.assertEqual(pictures.numbers(self.data / "elsewhere"), [])


if __name__ == "__main__":
    unittest.main()
