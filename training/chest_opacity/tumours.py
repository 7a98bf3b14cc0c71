"""Where the planning volumes hold tumours: what is found there is neither right nor false.

Every patient of these volumes was planned for radiotherapy of a tumour of the chest, which no mask
outlines. The boxes of tumours.csv were drawn around what looks like tumour in the images, with the haze about
it, by one non-radiologist who did not look at what a network had found.
In: slices feet to head, rows anterior to posterior, columns patient right to patient left, from 0,
first and last within the box.
"""

import csv
from pathlib import Path

import nibabel
import numpy as np

TABLE = Path(__file__).resolve().parent.parent / "tumours.csv"


def boxes(name: str) -> list:
    """Boxes of a patient as slices of [slice][row][column]."""
    with TABLE.open(newline="") as table:
        rows = [row for row in csv.DictReader(table) if row["patient"] == name]
    return [
        tuple(
            slice(int(row[f"first{axis}"]), int(row[f"last{axis}"]) + 1)
            for axis in ("Slice", "Row", "Column")
        )
        for row in rows
    ]


def mask(name: str, shape: tuple) -> np.ndarray:
    """True inside the boxes of a patient, [slice][row][column]."""
    inside = np.zeros(shape, bool)
    for box in boxes(name):
        inside[box] = True
    return inside


def write(data: Path, name: str, folder: Path):
    """Writes the boxes of a patient as a mask on its CT, for a manifest; "" where there is none."""
    if not boxes(name):
        return ""
    image = nibabel.as_closest_canonical(nibabel.load(str(data / name / "ct.nii.gz")))
    # Canonical is RAS [column][row][slice]; the boxes count from the right, from the front.
    values = mask(name, image.shape[::-1]).transpose(2, 1, 0)[::-1, ::-1]
    file = folder.resolve() / f"tumours-{name}.nii.gz"
    nibabel.save(nibabel.Nifti1Image(values.astype(np.uint8), image.affine), str(file))
    return file
