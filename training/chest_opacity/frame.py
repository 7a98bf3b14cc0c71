"""Puts every chest into the same frame: body box, then 256 x 256 pixels.

In: CT in HU, [slice][row][column], spacing in mm.
Out: the clipped CT sampled on the frame, and masks carried there and back.
The steps and their numbers are the contract with the reader of card.json ("frame").
"""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

CLIP_HU = (-1150.0, 150.0)
"""Lung air with noise, to soft tissue; the training sets hold nothing above 150 HU."""
SIZE = 256
FILL_PIXELS = 248
BOX_THRESHOLD_HU = -300.0
BOX_BLOCK_MM = 4.0
BOX_OPENING_BLOCKS = 3


@dataclass(frozen=True)
class Frame:
    """A square of 256 x 256 pixels: centre in mm from the centre of pixel (0, 0), pixel size in mm."""

    centre_row_mm: float
    centre_column_mm: float
    mm_per_pixel: float


def block_mean(slices: np.ndarray, rows: int, columns: int) -> np.ndarray:
    """Means over blocks of rows x columns pixels; an incomplete last block is dropped."""
    depth, height, width = slices.shape
    height, width = height // rows, width // columns
    cut = slices[:, : height * rows, : width * columns]
    return cut.reshape(depth, height, rows, width, columns).mean((2, 4), dtype=np.float32)


def body_box_mm(hu: np.ndarray, spacing_mm: tuple) -> tuple:
    """Edges of the body in the plane: (first row, last row, first column, last column) in mm.

    Means over blocks of about 4 mm, above -300 HU, opened by 3 x 3 blocks in the slice (drops
    table plates), largest component of six-neighbours. The whole picture where nothing is found.
    """
    _, row_mm, column_mm = spacing_mm
    rows = max(1, int(BOX_BLOCK_MM / row_mm + 0.5))
    columns = max(1, int(BOX_BLOCK_MM / column_mm + 0.5))
    solid = block_mean(np.clip(hu, *CLIP_HU), rows, columns) > BOX_THRESHOLD_HU
    kernel = np.ones((1, BOX_OPENING_BLOCKS, BOX_OPENING_BLOCKS), bool)
    labels, count = ndimage.label(ndimage.binary_opening(solid, kernel))
    if count == 0:
        height, width = hu.shape[1:]
        return -row_mm / 2, (height - 0.5) * row_mm, -column_mm / 2, (width - 0.5) * column_mm
    largest = labels == 1 + np.argmax(np.bincount(labels.ravel())[1:])
    in_row = np.flatnonzero(largest.any((0, 2)))
    in_column = np.flatnonzero(largest.any((0, 1)))
    return (
        (in_row[0] * rows - 0.5) * row_mm,
        ((in_row[-1] + 1) * rows - 0.5) * row_mm,
        (in_column[0] * columns - 0.5) * column_mm,
        ((in_column[-1] + 1) * columns - 0.5) * column_mm,
    )


def frame_of(hu: np.ndarray, spacing_mm: tuple) -> Frame:
    """The frame whose larger side of the body box spans 248 pixels, box centred."""
    top, bottom, left, right = body_box_mm(hu, spacing_mm)
    larger = max(bottom - top, right - left)
    return Frame((top + bottom) / 2, (left + right) / 2, larger / FILL_PIXELS)


def sampling_weights(count: int, spacing_mm: float, centre_mm: float, mm_per_pixel: float):
    """Weights [256][count] of one axis: linear interpolation, averaged over n points a pixel.

    n = round(mm_per_pixel / spacing), at least 1. Weights of places outside the picture are
    missing, so that a row that sums to less than 1 is filled up with the lowest HU.
    """
    points = max(1, int(mm_per_pixel / spacing_mm + 0.5))
    weights = np.zeros((SIZE, count), np.float32)
    for pixel in range(SIZE):
        for point in range(points):
            offset = pixel - (SIZE - 1) / 2 + (point + 0.5) / points - 0.5
            position = (centre_mm + offset * mm_per_pixel) / spacing_mm
            low = int(np.floor(position))
            for index, weight in ((low, low + 1 - position), (low + 1, position - low)):
                if 0 <= index < count:
                    weights[pixel, index] += weight / points
    return weights


def both_weights(shape: tuple, spacing_mm: tuple, frame: Frame) -> tuple:
    rows = sampling_weights(shape[1], spacing_mm[1], frame.centre_row_mm, frame.mm_per_pixel)
    columns = sampling_weights(shape[2], spacing_mm[2], frame.centre_column_mm, frame.mm_per_pixel)
    return rows, columns


def to_frame(hu: np.ndarray, spacing_mm: tuple, frame: Frame) -> np.ndarray:
    """CT on the frame, scaled to 0..1: (clip(HU) + 1150) / 1300, [slice][256][256] float32."""
    low, high = CLIP_HU
    rows, columns = both_weights(hu.shape, spacing_mm, frame)
    scaled = (np.clip(hu, low, high) - low) / (high - low)
    return np.matmul(np.matmul(rows, scaled), columns.T).astype(np.float32)


def mask_to_frame(mask: np.ndarray, spacing_mm: tuple, frame: Frame) -> np.ndarray:
    """A mask on the frame: true where more than half of the pixel is true."""
    rows, columns = both_weights(mask.shape, spacing_mm, frame)
    return np.matmul(np.matmul(rows, mask.astype(np.float32)), columns.T) > 0.5


def from_frame(values: np.ndarray, shape: tuple, spacing_mm: tuple, frame: Frame, outside: float):
    """Values of the frame, linear at the pixels of the CT; `outside` where the frame ends."""

    def positions(count, spacing, centre):
        return (np.arange(count) * spacing - centre) / frame.mm_per_pixel + (SIZE - 1) / 2

    rows = positions(shape[1], spacing_mm[1], frame.centre_row_mm)
    columns = positions(shape[2], spacing_mm[2], frame.centre_column_mm)
    where = np.meshgrid(rows, columns, indexing="ij")
    return np.stack(
        [ndimage.map_coordinates(v, where, order=1, mode="constant", cval=outside) for v in values]
    )
