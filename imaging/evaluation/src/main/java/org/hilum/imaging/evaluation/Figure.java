package org.hilum.imaging.evaluation;

/**
 * What is measured of a case: the catalogue of an evaluation's numbers.
 *
 * <p>Each is over the slices that the reader labelled. What a case cannot give, because a mask or
 * the spacing is not known, is absent and counts nowhere.
 */
public enum Figure {
  LUNG_DICE("lungDice", "lung Dice", "", 3),
  LEFT_LUNG_DICE("leftLungDice", "left lung Dice", "", 3),
  RIGHT_LUNG_DICE("rightLungDice", "right lung Dice", "", 3),
  LUNG_SURFACE_DICE("lungSurfaceDice3mm", "lung surface Dice at 3 mm", "", 3),
  LUNG_BIAS_ML("lungBiasMl", "lung volume, found minus drawn", "mL", 0),
  LUNG_BIAS_PERCENT("lungBiasPercent", "lung volume, found minus drawn", "%", 1),
  OPACITY_DICE("opacityDice", "opacity Dice", "", 3),
  OPACITY_SURFACE_DICE("opacitySurfaceDice3mm", "opacity surface Dice at 3 mm", "", 3),
  OPACITY_BIAS_ML("opacityBiasMl", "opacity volume, found minus drawn", "mL", 1),
  OPACITY_BIAS_PERCENT("opacityBiasPercent", "opacity volume, found minus drawn", "%", 1),
  INVOLVEMENT_DRAWN("involvementDrawnPercent", "involvement drawn", "%", 2),
  INVOLVEMENT_FOUND("involvementFoundPercent", "involvement found", "%", 2),
  INVOLVEMENT_ERROR("involvementErrorPoints", "absolute error of involvement", "points", 2),
  LESION_SENSITIVITY("lesionSensitivity", "lesions detected", "", 3),
  SMALL_LESION_SENSITIVITY("lesionSensitivityUnder1Ml", "lesions detected, 0.1 to 1 mL", "", 3),
  MEDIUM_LESION_SENSITIVITY("lesionSensitivity1To10Ml", "lesions detected, 1 to 10 mL", "", 3),
  LARGE_LESION_SENSITIVITY("lesionSensitivityFrom10Ml", "lesions detected, from 10 mL", "", 3),
  FALSE_LESIONS("falseLesions", "false lesions a case", "", 1),
  FALSE_OPACITY_ML("falseOpacityMl", "false opacity in lesion-free lungs", "mL", 1),
  FALSE_OPACITY_PERCENT(
      "falseOpacityPercent", "false opacity in lesion-free lungs", "% of lung", 2),
  CALIBRATION_ERROR("calibrationError", "expected calibration error", "", 3),
  RAW_CALIBRATION_ERROR(
      "rawCalibrationError", "expected calibration error without the card's temperature", "", 3),
  SECONDS("seconds", "seconds of segmentation", "s", 1);

  private final String key;
  private final String words;
  private final String unit;
  private final int decimals;

  Figure(String key, String words, String unit, int decimals) {
    this.key = key;
    this.words = words;
    this.unit = unit;
    this.decimals = decimals;
  }

  /** Name in {@code cases.csv} and {@code summary.json}. */
  public String key() {
    return key;
  }

  /** What a reader of the table is told. */
  public String words() {
    return words;
  }

  /** Unit; empty for a share or a count. */
  public String unit() {
    return unit;
  }

  /** How many decimals mean anything. */
  public int decimals() {
    return decimals;
  }

  /** Whether it is a share of countable things, which are pooled before they are divided. */
  public boolean isPooled() {
    return switch (this) {
      case LESION_SENSITIVITY,
          SMALL_LESION_SENSITIVITY,
          MEDIUM_LESION_SENSITIVITY,
          LARGE_LESION_SENSITIVITY ->
          true;
      default -> false;
    };
  }
}
