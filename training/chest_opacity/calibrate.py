"""From logits of held-out patients to probabilities, their error, and an interval for the percentage.

In: per held-out volume, counts of opacity logits by truth inside the lung (measure.py, LogitCounts).
Source: one temperature for all logits after Guo 2017, arXiv 1706.04599; expected calibration error
over ten bins of equal width, the same paper.
The interval is so wide that every held-out patient's drawn percentage lies inside. If the next
patient is as these n are, he lies inside with a probability of at least (n - 1) / (n + 1): the
conformal bound (Vovk 2005), here for the lowest and the highest of n ratios together.
"""

import numpy as np
from scipy import optimize

BINS = 10
BIN_EDGES = np.linspace(-12.0, 12.0, 121)
CENTRES = (BIN_EDGES[1:] + BIN_EDGES[:-1]) / 2
LOWER_PROBABILITY, UPPER_PROBABILITY = 0.25, 0.75
FLOOR_PERCENT = 0.2
"""Added to the upper end: a scan without any find may still hold this much faint haze."""


def counts(logits: np.ndarray, truth: np.ndarray) -> list:
    """Numbers of voxels per bin of logit: [not true, true]; the last bins are open."""
    inside = np.clip(logits, BIN_EDGES[0], BIN_EDGES[-1])
    return [np.histogram(inside[truth == t], BIN_EDGES)[0].astype(int).tolist() for t in (0, 1)]


def sigmoid(logits, temperature: float = 1.0):
    return 1 / (1 + np.exp(-logits / temperature))


def balanced(patients: list) -> np.ndarray:
    """Counts of several patients added up, every patient weighing the same."""
    shares = [np.array(p, np.float64) / max(1, np.sum(p)) for p in patients]
    return np.sum(shares, 0) / len(shares)


def fitted_temperature(patients: list) -> float:
    """The temperature of least cross-entropy over patients' counts."""
    no, yes = balanced(patients)

    def cross_entropy(log_temperature):
        p = np.clip(sigmoid(CENTRES, np.exp(log_temperature)), 1e-7, 1 - 1e-7)
        return -(yes * np.log(p) + no * np.log(1 - p)).sum()

    best = optimize.minimize_scalar(cross_entropy, bounds=(-1.5, 2.0), method="bounded")
    return float(np.exp(best.x))


def reliability(patients: list, temperatures: list) -> list:
    """Per bin of probability: its share of voxels, mean probability, and share that is true.

    Every patient has a temperature of his own, and weighs the same.
    """
    weight, said, true = np.zeros(BINS), np.zeros(BINS), np.zeros(BINS)
    for counted, temperature in zip(patients, temperatures):
        no, yes = balanced([counted])
        p = sigmoid(CENTRES, temperature)
        place = np.minimum((p * BINS).astype(int), BINS - 1)
        np.add.at(weight, place, no + yes)
        np.add.at(said, place, (no + yes) * p)
        np.add.at(true, place, yes)
    return [
        [float(w / weight.sum()), float(m / w), float(t / w)]
        for w, m, t in zip(weight, said, true)
        if w > 0
    ]


def calibration_error(patients: list, temperatures: list) -> float:
    """Expected calibration error, 0..1."""
    rows = reliability(patients, temperatures)
    return float(sum(w * abs(said - true) for w, said, true in rows))


def percent_above(found: list, temperature: float, probability: float) -> float:
    """Percent of the found lung whose probability is above a limit."""
    every = np.sum(found)
    return float(100 * np.sum(np.array(found)[sigmoid(CENTRES, temperature) > probability]) / every)


def interval(volumes: list, temperature: float) -> dict:
    """Factors that put every held-out patient's drawn percentage inside; see card.json."""
    lowest, highest = [], []
    for v in volumes:
        sure = percent_above(v["foundLungLogits"], temperature, UPPER_PROBABILITY)
        likely = percent_above(v["foundLungLogits"], temperature, LOWER_PROBABILITY)
        lowest.append(v["truthPercent"] / max(sure, FLOOR_PERCENT))
        highest.append((v["truthPercent"] - FLOOR_PERCENT) / max(likely, FLOOR_PERCENT))
    count = len(volumes)
    return {
        "level": round((count - 1) / (count + 1), 2),
        "patients": count,
        "opacity": {
            "lowerProbability": LOWER_PROBABILITY,
            "upperProbability": UPPER_PROBABILITY,
            "lowerFactor": round(min(1.0, *lowest), 3),
            "upperFactor": round(max(1.0, *highest), 3),
            "upperFloorPercent": FLOOR_PERCENT,
        },
    }


def summary(folds: dict) -> dict:
    """Temperature of all; its error where each fold is read with the temperature of the others.

    In: fold number -> held-out volumes with drawn opacity.
    """
    every, crossed = [], []
    for fold, volumes in folds.items():
        others = [v["opacityLogits"] for f, vs in folds.items() if f != fold for v in vs]
        own = [v["opacityLogits"] for v in volumes]
        every += own
        crossed += [fitted_temperature(others or own)] * len(own)
    plain = [1.0] * len(every)
    temperature = fitted_temperature(every)
    alone = [calibration_error([c], [t]) for c, t in zip(every, crossed)]
    return {
        "temperature": round(temperature, 3),
        "expectedCalibrationError": round(calibration_error(every, crossed), 4),
        "expectedCalibrationErrorRaw": round(calibration_error(every, plain), 4),
        "meanOverPatientsAlone": round(float(np.mean(alone)), 4),
        "reliability": [[round(x, 5) for x in row] for row in reliability(every, crossed)],
        "patients": len(every),
        "interval": interval([v for vs in folds.values() for v in vs], temperature),
    }
