#!/usr/bin/env python3
"""Writes the table of data elements that the reader looks value representations up in.

The facts are those of DICOM PS3.6 (registry of data elements), PS3.7 (command elements) and
PS3.10 (file meta elements); they are taken from the table that pydicom carries on the machine
where this runs. Nothing but tag, value representation and keyword is kept.

    /usr/bin/python3 imaging/dicom/dictionary/write-dictionary.py
"""

import pathlib

import pydicom
from pydicom._dicom_dict import DicomDictionary, RepeatersDictionary

TARGET = (
    pathlib.Path(__file__).resolve().parent.parent
    / "src/main/resources/org/hilum/imaging/dicom/dictionary/data-elements.txt"
)

# Where the standard leaves a choice, one letter pair stands for it; the reader decides by context.
CHOICES = {
    "US or SS": "xs",
    "US or OW": "xw",
    "US or SS or OW": "xw",
    "OB or OW": "ox",
    "NONE": "--",
}


def representation(text):
    code = CHOICES.get(text, text)
    assert len(code) == 2, text
    return code


def main():
    lines = []
    for tag, (vr, _, _, _, keyword) in sorted(DicomDictionary.items()):
        if tag >> 16 != 0xFFFE:
            lines.append(f"{tag:08X} {representation(vr)} {keyword}")
    repeating = []
    for mask, (vr, _, _, _, keyword) in sorted(RepeatersDictionary.items()):
        repeating.append(f"{mask} {representation(vr)} {keyword}")
    header = [
        "# Data elements: tag, value representation, keyword. Source of the facts: DICOM PS3.6,",
        "# with PS3.7 (group 0000) and PS3.10 (group 0002). xs: US or SS, xw: US, SS or OW, ox: OB or OW.",
        f"# Written by write-dictionary.py from the table of pydicom {pydicom.__version__}. Do not edit.",
    ]
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with open(TARGET, "w", encoding="ascii", newline="\n") as out:
        out.write("\n".join(header + repeating + lines) + "\n")


if __name__ == "__main__":
    main()
