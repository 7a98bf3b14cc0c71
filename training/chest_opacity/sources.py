"""Reads the training sets as they lie on disk.

Out: CT in HU and label rasters, arrays [slice][row][column], feet to head, anterior to
posterior, patient right to patient left; spacing in mm in the same order.
"""

from dataclasses import dataclass
from pathlib import Path

import nibabel
import numpy as np

from chest_opacity import tumours

UNLABELLED = 255
"""Label value of a pixel about which a set says nothing."""

COVID = [f"covid-{i:02d}" for i in range(1, 11)]
PLANNING = [f"lctsc-{i:02d}" for i in range(5)]
"""lctsc-05 and lctsc-06 are left out: consolidated or collapsed lung that their masks exclude."""
FINDING = "finding-lungs-2d"


@dataclass(frozen=True)
class LabelledCt:
    """One CT with what is known about it; lung and opacity hold 0, 1 or UNLABELLED.

    set_aside is true where opacity that is found counts neither as right nor as false.
    """

    name: str
    hu: np.ndarray
    lung: np.ndarray
    opacity: np.ndarray
    spacing_mm: tuple
    set_aside: np.ndarray


def read_raster(path: Path) -> tuple:
    """The values of a NIfTI file with scl_slope and scl_inter applied, and its spacing in mm."""
    image = nibabel.as_closest_canonical(nibabel.load(str(path)))
    values = np.asarray(image.dataobj)[::-1, ::-1, :]  # canonical is RAS; we keep LPS
    spacing_mm = image.header.get_zooms()[:3][::-1]
    return values.transpose(2, 1, 0), tuple(float(s) for s in spacing_mm)


def is_covid(name: str) -> bool:
    return name.startswith("covid")


def read(data: Path, name: str) -> LabelledCt:
    """Reads one folder of the training data.

    A folder without a lesion file says nothing about opacity by itself; see negatives.py.
    """
    hu, spacing_mm = read_raster(data / name / "ct.nii.gz")
    lung, _ = read_raster(data / name / "lung.nii.gz")
    lesion_file = data / name / "lesion.nii.gz"
    if lesion_file.exists():
        opacity, _ = read_raster(lesion_file)
    else:
        opacity = np.full(lung.shape, UNLABELLED)
    return LabelledCt(
        name,
        hu.astype(np.float32),
        np.rint(lung).astype(np.uint8),
        np.rint(opacity).astype(np.uint8),
        spacing_mm,
        tumours.mask(name, hu.shape),
    )


def present(data: Path) -> list:
    """Names of the folders of this layout that exist: known sets first, then an operator's own.

    Any further folder holding ct.nii.gz and lung.nii.gz is taken as one more patient.
    """
    known = [n for n in COVID + PLANNING + [FINDING] if (data / n / "ct.nii.gz").exists()]
    left_out = {"lctsc-05", "lctsc-06"} | set(known)
    own = sorted(p.parent.name for p in data.glob("*/ct.nii.gz"))
    return known + [n for n in own if n not in left_out and (data / n / "lung.nii.gz").exists()]
