"""Calibration: a temperature put in is found again, and intervals hold every patient."""

import unittest

import numpy as np

from chest_opacity import calibrate


def patient(temperature: float, voxels: int = 10**6) -> list:
    """Counts of a patient whose logits are `temperature` times too large."""
    every = np.full(len(calibrate.CENTRES), voxels / len(calibrate.CENTRES))
    yes = every * calibrate.sigmoid(calibrate.CENTRES, temperature)
    return [(every - yes).tolist(), yes.tolist()]


class TemperatureTest(unittest.TestCase):
    def test_the_temperature_put_in_is_found(self):
        for temperature in (0.7, 1.0, 2.5):
            found = calibrate.fitted_temperature([patient(temperature)])
            self.assertAlmostEqual(found, temperature, delta=0.02)

    def test_the_error_vanishes_at_the_right_temperature_only(self):
        overconfident = [patient(3.0)]
        self.assertLess(calibrate.calibration_error(overconfident, [3.0]), 0.005)
        self.assertGreater(calibrate.calibration_error(overconfident, [1.0]), 0.05)

    def test_every_patient_weighs_the_same(self):
        small, large = patient(1.0, 10**3), patient(3.0, 10**8)
        found = calibrate.fitted_temperature([small, large])
        self.assertTrue(1.2 < found < 2.9, found)

    def test_counts_sort_by_truth_and_keep_every_voxel(self):
        logits = np.array([-50.0, -0.1, 0.1, 50.0])
        no, yes = calibrate.counts(logits, np.array([0, 0, 1, 1]))
        self.assertEqual((sum(no), sum(yes)), (2, 2))
        self.assertEqual((no[0], yes[-1]), (1, 1))


class IntervalTest(unittest.TestCase):
    def volume(self, truth_percent: float) -> dict:
        """A tenth of the found lung at a logit of 3, a tenth at 0.5, the rest at -6."""
        found = np.zeros(len(calibrate.CENTRES))
        for logit, share in ((3.0, 0.1), (0.5, 0.1), (-6.0, 0.8)):
            found[np.argmin(np.abs(calibrate.CENTRES - logit))] += share
        return {"foundLungLogits": found.tolist(), "truthPercent": truth_percent}

    def test_every_patient_it_was_set_on_lies_inside(self):
        volumes = [self.volume(p) for p in (4.0, 15.0, 31.0)]
        said = calibrate.interval(volumes, 1.0)["opacity"]
        for v in volumes:
            low = said["lowerFactor"] * calibrate.percent_above(v["foundLungLogits"], 1.0, 0.75)
            likely = calibrate.percent_above(v["foundLungLogits"], 1.0, 0.25)
            high = said["upperFactor"] * likely + said["upperFloorPercent"]
            self.assertTrue(low - 0.01 <= v["truthPercent"] <= high + 0.01, (low, high))

    def test_the_level_is_what_so_few_patients_support(self):
        self.assertEqual(calibrate.interval([self.volume(10.0)] * 9, 1.0)["level"], 0.8)


if __name__ == "__main__":
    unittest.main()
