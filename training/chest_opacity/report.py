"""Puts the five folds side by side: every patient measured once, by a network that never saw him.

In: runs/fold-0.json … fold-4.json. Out: one dictionary for card.json, and a plot of the calibration.
"""

import json
from pathlib import Path

import numpy as np

from chest_opacity import calibrate, folds, measure

COUNTS = ("lungLogits", "opacityLogits", "foundLungLogits")
RESAMPLES, SEED = 2000, 20200120
LUNG_PERCENTILE = 90


def without_counts(accuracy: dict) -> dict:
    """The figures of a fold without the long lists of counts."""
    changed = {name: without(found) for name, found in accuracy["heldOutChanged"].items()}
    return {**accuracy, "heldOut": without(accuracy["heldOut"]), "heldOutChanged": changed}


def without(found: list) -> list:
    return [{k: v for k, v in f.items() if k not in COUNTS} for f in found]


def read(runs: Path) -> dict:
    """Fold -> its figures, of the folds that were measured."""
    files = {fold: runs / f"fold-{fold}.json" for fold in range(folds.COUNT)}
    return {fold: json.loads(f.read_text()) for fold, f in files.items() if f.exists()}


def bootstrap(values: list) -> list:
    """95 % interval of the mean over patients, percentile bootstrap (Efron 1979), fixed seed."""
    random = np.random.default_rng(SEED)
    means = random.choice(values, (RESAMPLES, len(values))).mean(1)
    return [round(float(x), 4) for x in np.percentile(means, (2.5, 97.5))]


def mean_with_interval(found: list, key: str):
    values = [f[key] for f in found if f.get(key) is not None]
    if not values:
        return None
    return {"mean": round(float(np.mean(values)), 4), "interval95": bootstrap(values), "n": len(values)}


def combined(runs: Path) -> dict:
    """Everything the card says of accuracy and calibration."""
    by_fold = read(runs)
    every = [dict(f, fold=fold) for fold, a in by_fold.items() for f in a["heldOut"]]
    changed = {
        name: [f for a in by_fold.values() for f in a["heldOutChanged"][name]]
        for name in measure.VARIANTS
    }
    covid = [
        dict(f, error=abs(f["foundPercent"] - f["truthPercent"]))
        for f in every
        if "opacityDice" in f
    ]
    planning = [f for f in every if "opacityDice" not in f]
    drawn = {fold: [f for f in a["heldOut"] if "opacityDice" in f] for fold, a in by_fold.items()}
    lung_errors = [abs(f["lungVolumeErrorPercent"]) for f in every]
    found = calibrate.summary(drawn)
    lung_counts = [f["lungLogits"] for f in every]
    lung_temperature = calibrate.fitted_temperature(lung_counts)
    same = [lung_temperature] * len(lung_counts)
    return {
        "folds": sorted(by_fold),
        "mean": {
            "lungDiceCovid": mean_with_interval(covid, "lungDice"),
            "lungDicePlanning": mean_with_interval(planning, "lungDice"),
            "opacityDice": mean_with_interval(covid, "opacityDice"),
            "involvementErrorPoints": mean_with_interval(covid, "error"),
            "falseOpacityPercent": mean_with_interval(planning, "falseOpacityPercent"),
            "withTumoursPercent": mean_with_interval(planning, "withTumoursPercent"),
            "opacityDicePictures": mean_with_interval(
                [p for a in by_fold.values() for p in a["heldOutPictures"]], "opacityDice"
            ),
        },
        "changed": {name: measure.summary(found) for name, found in changed.items()},
        "patients": without(every),
        "patientsChanged": {name: without(found) for name, found in changed.items()},
        "calibration": {
            "temperature": [round(lung_temperature, 3), found["temperature"]],
            "expectedCalibrationError": [
                round(calibrate.calibration_error(lung_counts, same), 4),
                found["expectedCalibrationError"],
            ],
            "pooled": {k: v for k, v in found.items() if k != "interval"},
        },
        "interval": dict(
            found["interval"],
            lung={"relativePercent": round(float(np.percentile(lung_errors, LUNG_PERCENTILE)), 1)},
        ),
    }


def plot(reliability: list, file: Path):
    """The reliability diagram as SVG: said probability across, true share up, 0..1 each."""
    side, edge = 300, 45

    def place(x, y):
        return edge + x * side, edge + (1 - y) * side

    lines = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 390 400" font-family="sans-serif">',
        f'<rect width="390" height="400" fill="white"/><rect x="{edge}" y="{edge}" width="{side}"'
        f' height="{side}" fill="none" stroke="#888"/>',
        '<text x="45" y="24" font-size="14">Opacity inside the lung, held-out patients</text>',
    ]
    (x0, y0), (x1, y1) = place(0, 0), place(1, 1)
    lines.append(f'<line x1="{x0}" y1="{y0}" x2="{x1}" y2="{y1}" stroke="#bbb"/>')
    points = [place(mean, true) for _, mean, true in reliability]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    lines.append(f'<polyline points="{path}" fill="none" stroke="#1565c0" stroke-width="2"/>')
    lines += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#1565c0"/>' for x, y in points]
    for tick in (0, 0.5, 1):
        x, y = place(tick, 0)
        lines.append(f'<text x="{x}" y="{y + 18}" font-size="12" text-anchor="middle">{tick}</text>')
        x, y = place(0, tick)
        lines.append(f'<text x="{x - 8}" y="{y + 4}" font-size="12" text-anchor="end">{tick}</text>')
    lines.append('<text x="195" y="386" font-size="13" text-anchor="middle">probability said</text>')
    lines.append(
        '<text x="14" y="195" font-size="13" text-anchor="middle" transform="rotate(-90 14 195)">'
        "share drawn as opacity</text></svg>"
    )
    file.write_text("\n".join(lines) + "\n")
