package org.hilum.imaging.segmentation;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.segmentation.NetworkCard.Calibration;
import org.hilum.imaging.segmentation.NetworkCard.FeatureDistance;
import org.hilum.imaging.segmentation.NetworkCard.Interval;
import org.hilum.imaging.segmentation.NetworkCard.Uncertainty;

/** Reads what a card says of the network's uncertainty; each part may be absent as a whole. */
final class UncertaintyReader {

  private UncertaintyReader() {}

  static Uncertainty read(CardFields fields) {
    return new Uncertainty(
        fields.has("/calibration") ? Optional.of(calibration(fields)) : Optional.empty(),
        fields.has("/interval") ? Optional.of(interval(fields)) : Optional.empty(),
        fields.has("/featureDistance") ? Optional.of(distance(fields)) : Optional.empty());
  }

  private static Calibration calibration(CardFields fields) {
    return new Calibration(
        positive(fields, "/calibration/temperature/0"),
        positive(fields, "/calibration/temperature/1"),
        fields.has("/calibration/expectedCalibrationError")
            ? fields.numbers("/calibration/expectedCalibrationError")
            : List.of(),
        patients(fields, "/calibration/patients"));
  }

  /** An interval rests on probabilities, so that there is none without a calibration. */
  private static Interval interval(CardFields fields) {
    fields.requireTrue(fields.has("/calibration"), "/interval needs /calibration");
    double lower = within(fields, "/interval/opacity/lowerProbability", 1);
    double upper = within(fields, "/interval/opacity/upperProbability", 1);
    fields.requireTrue(
        lower <= upper, "/interval/opacity: lowerProbability is above upperProbability");
    var own = "/interval/patients";
    return new Interval(
        within(fields, "/interval/level", 1),
        patients(fields, fields.has(own) ? own : "/calibration/patients"),
        lower,
        upper,
        notNegative(fields, "/interval/opacity/lowerFactor"),
        notNegative(fields, "/interval/opacity/upperFactor"),
        notNegative(fields, "/interval/opacity/upperFloorPercent"),
        within(fields, "/interval/lung/relativePercent", 100));
  }

  private static int patients(CardFields fields, String pointer) {
    int patients = fields.whole(pointer);
    fields.requireTrue(patients > 0, pointer + " must be above 0");
    return patients;
  }

  private static FeatureDistance distance(CardFields fields) {
    return new FeatureDistance(
        fields.text("/featureDistance/file"),
        fields.text("/featureDistance/sha256"),
        positive(fields, "/featureDistance/limit"));
  }

  private static double positive(CardFields fields, String pointer) {
    double number = fields.number(pointer);
    fields.requireTrue(number > 0, pointer + " must be above 0");
    return number;
  }

  private static double notNegative(CardFields fields, String pointer) {
    double number = fields.number(pointer);
    fields.requireTrue(number >= 0, pointer + " must not be below 0");
    return number;
  }

  private static double within(CardFields fields, String pointer, double most) {
    double number = notNegative(fields, pointer);
    fields.requireTrue(number <= most, pointer + " must not be above " + most);
    return number;
  }
}
