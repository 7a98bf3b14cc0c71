"""Writes card.json: what the network is, what it needs, how well it did on held-out patients."""

import json
from pathlib import Path

from chest_opacity import export, features, folds, frame, measure

NAME, VERSION = "chest-opacity-2d", "0.3.0"
FILE, REFERENCE = "network.onnx", "reference.onnx"
"""Eight-bit integers, and the float32 they were made from."""

SETS = [
    {
        "name": "COVID-19-CT-Seg-20, the ten volumes of coronacases.org",
        "source": "Ma et al. 2021, Medical Physics",
        "licence": "CC BY-NC-SA",
        "used": "lung and opacity",
    },
    {
        "name": "TCIA Lung CT Segmentation Challenge 2017, five volumes",
        "source": "The Cancer Imaging Archive",
        "licence": "CC BY 3.0",
        "used": "lung; no opacity where the labelled lung lies below -300 HU or far from it",
    },
    {
        "name": "Finding and measuring lungs in CT data, 133 slices",
        "source": "Kaggle",
        "licence": "not stated",
        "used": "lung; no opacity where the labelled lung lies below -800 HU",
    },
    {
        "name": "MedSeg COVID-19 CT nr. 1, 50 pictures",
        "source": "MedSeg; pictures of the Italian Society of Radiology",
        "licence": "treated as non-commercial",
        "used": "opacity; HU estimated from airway and soft tissue",
    },
]

FLOOR = {
    "what": "a plain 2-D U-Net of 217 000 parameters at 192 x 192 pixels, 25 minutes on two cores",
    "lungDice": 0.949,
    "opacityDice": 0.649,
    "involvementErrorPoints": 1.5,
}

LIMITS = [
    "Adults, lying on the back, whole chest; no children, no lateral position.",
    "It has seen ten COVID-19 volumes and 50 pictures; other causes of opacity look alike to it.",
    "Collapsed lung, tumour and pleural effusion are not told from consolidation, or are missed.",
    "Percent of lung is tested; millilitres are not, since the COVID-19 sets have no true spacing.",
    "Faint haze is found in part only: readers themselves draw its edge differently.",
    "All volumes with drawn lesions come from one source; other hospitals may differ.",
    "Not tested after lobectomy, or with slices more than 9 mm apart.",
]


def frame_numbers() -> dict:
    return {
        "boxThresholdHu": frame.BOX_THRESHOLD_HU,
        "boxBlockMm": frame.BOX_BLOCK_MM,
        "boxOpeningBlocks": frame.BOX_OPENING_BLOCKS,
        "boxConnectivity": 6,
        "fillPixels": frame.FILL_PIXELS,
        "outsideHu": frame.CLIP_HU[0],
        "interpolation": "linear",
        "samplesPerPixel": "max(1, floor(mmPerPixel / spacingMm + 0.5)) along each axis",
    }


def card(network_file: Path, state: dict, accuracy: dict, feature_limit: float) -> dict:
    """The whole card; `state` is the checkpoint, `accuracy` what report.py put together."""
    schedule = state["schedule"]
    fold = schedule["fold"]
    held_out = [] if fold == "all" else [*folds.HELD_OUT_COVID[fold], folds.HELD_OUT_PLANNING[fold]]
    measured = {k: v for k, v in accuracy.items() if k not in ("calibration", "interval")}
    set_on = {"patients": len(accuracy.get("patients", []))}
    calibrated = {**accuracy["calibration"], **set_on} if accuracy else None
    distance = {
        "file": features.FILE,
        "sha256": export.sha256(network_file.with_name(features.FILE)),
        "limit": feature_limit,
    }
    optional = {
        "calibration": calibrated,
        "interval": accuracy.get("interval"),
        "featureDistance": distance,
    }
    return {
        "name": NAME,
        "version": VERSION,
        "file": FILE,
        "sha256": export.sha256(network_file),
        "reference": {
            "file": REFERENCE,
            "sha256": export.sha256(network_file.with_name(REFERENCE)),
            "what": "float32, as trained; the file above is the same in eight-bit integers",
        },
        "task": "Lung, and opacity (ground glass or consolidation), in axial chest CT of adults",
        "input": {
            "tensor": export.INPUT,
            "layout": "NCHW",
            "channels": ["slice below (towards the feet)", "slice", "slice above (towards the head)"],
            "size": [frame.SIZE, frame.SIZE],
            "rows": "anterior to posterior",
            "columns": "patient right to patient left",
            "clipHu": list(frame.CLIP_HU),
            "scaledTo": [0.0, 1.0],
            "missingNeighbour": "the slice itself",
        },
        "output": {
            "tensor": export.OUTPUT,
            "channels": ["lung", "opacity"],
            "activation": "sigmoid",
            "threshold": [0.5, 0.5],
        },
        "frame": frame_numbers(),
        "sliceStepMm": measure.STEP_MM,
        "validated": {
            "sliceSpacingMm": [2.0, 6.0],
            "notes": [
                "Measured on held-out volumes at about 2 mm (a guess of the set) and at 3 mm, and as",
                "means of three slices. Thinner than 2 mm only as noise of 60 HU put on.",
            ],
        },
        "training": {
            "sets": SETS,
            "setsNote": "held-out patients were not trained on; the accuracy is of the five folds' networks",
            "fold": fold,
            "heldOut": held_out,
            "seed": schedule["seed"],
            "steps": state["step"],
            "batchSlices": schedule["batch"],
            "seconds": round(state["seconds"]),
            "bfloat16": schedule["bfloat16"],
        },
        **{key: value for key, value in optional.items() if value},
        "accuracy": {**measured, "floor": FLOOR},
        "licence": "Non-commercial use only; see LICENCE.md",
        "limits": LIMITS,
        "notMedicalDevice": "Research and education. Not a medical device.",
    }


def write(folder: Path, state: dict, accuracy: dict, feature_limit: float):
    text = json.dumps(card(folder / FILE, state, accuracy, feature_limit), indent=2)
    (folder / "card.json").write_text(text + "\n")
