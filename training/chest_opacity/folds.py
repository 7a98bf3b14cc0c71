"""Which patients are held out in which of five folds: by patient, always."""

from chest_opacity.pictures import NAME as PICTURES
from chest_opacity.sources import COVID, FINDING, PLANNING

COUNT = 5
HELD_OUT_COVID = [
    ("covid-10", "covid-06"),  # 18 % and 6 % of the labelled lung, -431 and -406 HU
    ("covid-01", "covid-03"),  # 14 % and 32 %, -696 and -294 HU
    ("covid-04", "covid-07"),  # 2 % and 5 %, -701 and -273 HU
    ("covid-05", "covid-09"),  # 3 % and 6 %, -554 and -395 HU
    ("covid-08", "covid-02"),  # 8 % and 4 %, -436 and -395 HU
]
"""Involvement and median HU of the drawn lesions. Dealt by HU, faintest with densest: covid-01 and
covid-04 are drawn far into faint haze, and a fold that holds out both learns little of it."""
HELD_OUT_PLANNING = ["lctsc-01", "lctsc-00", "lctsc-02", "lctsc-03", "lctsc-04"]


def held_out(name: str, slice_index: int, fold) -> bool:
    """Whether this slice of this folder is kept from training; fold is 0..4, or "all" for none.

    Every slice of finding-lungs-2d and every lesion picture is a patient of its own; elsewhere the
    folder is the patient.
    """
    if fold == "all":
        return False
    if name in (FINDING, PICTURES):
        return slice_index % COUNT == fold
    if name in COVID:
        return name in HELD_OUT_COVID[fold]
    if name in PLANNING:
        return name == HELD_OUT_PLANNING[fold]
    return sum(name.encode()) % COUNT == fold
