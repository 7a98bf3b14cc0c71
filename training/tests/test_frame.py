"""The frame: a drawn body goes there and back, at awkward spacings."""

import unittest

import numpy as np

from chest_opacity import frame

SPACING_MM = (2.5, 0.9, 0.7)


def drawn_body() -> np.ndarray:
    """An elliptic cylinder of 0 HU in air, with a thin table below: [6][300][420]."""
    r, c = np.meshgrid(np.arange(300), np.arange(420), indexing="ij")
    picture = np.full((300, 420), -1000.0, np.float32)
    picture[((r - 140) * 0.9 / 100) ** 2 + ((c - 200) * 0.7 / 130) ** 2 < 1] = 0.0
    picture[270:272, :] = 100.0
    return np.repeat(picture[None], 6, 0)


class FrameTest(unittest.TestCase):
    def test_finds_the_body_without_the_table(self):
        top, bottom, left, right = frame.body_box_mm(drawn_body(), SPACING_MM)
        block_mm = frame.BOX_BLOCK_MM + 1
        for found, drawn in ((top, 26), (bottom, 226), (left, 10), (right, 270)):
            self.assertAlmostEqual(found, drawn, delta=2 * block_mm)

    def test_fills_248_pixels_with_the_larger_side(self):
        where = frame.frame_of(drawn_body(), SPACING_MM)
        framed = frame.to_frame(drawn_body(), SPACING_MM, where)
        self.assertEqual(framed.shape, (6, 256, 256))
        columns = np.flatnonzero((framed[3] > 0.8).any(0))
        self.assertAlmostEqual(columns[-1] - columns[0] + 1, frame.FILL_PIXELS, delta=10)

    def test_outside_the_picture_is_the_lowest_hu(self):
        where = frame.frame_of(drawn_body(), SPACING_MM)
        self.assertEqual(frame.to_frame(drawn_body(), SPACING_MM, where)[0, 0, 0], 0.0)

    def test_a_mask_comes_back_where_it_was(self):
        hu = drawn_body()
        truth = hu == 0.0
        where = frame.frame_of(hu, SPACING_MM)
        there = frame.mask_to_frame(truth, SPACING_MM, where).astype(np.float32)
        back = frame.from_frame(there, hu.shape, SPACING_MM, where, 0.0) > 0.5
        self.assertGreater(2 * (back & truth).sum() / (back.sum() + truth.sum()), 0.99)

    def test_a_picture_without_body_is_framed_whole(self):
        air = np.full((2, 100, 200), -1000.0, np.float32)
        self.assertEqual(frame.body_box_mm(air, (1.0, 1.0, 1.0)), (-0.5, 99.5, -0.5, 199.5))

    def test_averages_when_pixels_grow(self):
        weights = frame.sampling_weights(512, 0.7, 179.0, 1.4)
        self.assertEqual(np.count_nonzero(weights[128] > 0.01), 3)
        self.assertAlmostEqual(weights[128].sum(), 1.0, places=5)


if __name__ == "__main__":
    unittest.main()
