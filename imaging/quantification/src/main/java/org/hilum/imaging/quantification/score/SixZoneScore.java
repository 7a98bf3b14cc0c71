package org.hilum.imaging.quantification.score;

import org.hilum.imaging.quantification.SeverityScore;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.Region;

/**
 * How severe the involvement is over six zones: 0 to 4 each, 0 to 24 in all.
 *
 * <p>Source: grades as read in bio-protocol.org/bio101/r8701399 and r8704683: 0 none; 1 under 25 %;
 * 2 25 to under 50 %; 3 50 to under 75 %; 4 75 % and more. <br>
 * Limits: there the zones are cut at the carina and the inferior pulmonary veins; here each lung is
 * cut in thirds of its own height. The two are not the same score, and the name says so.
 */
public final class SixZoneScore implements Score {

  @Override
  public SeverityScore of(ScoreInputs inputs) {
    var sum = GradeSum.over(Region.Level.ZONE, inputs, SixZoneScore::grade);
    return new SeverityScore(
        Code.SIX_ZONE_SCORE.concept().meaning(),
        sum.value(),
        0,
        24,
        sum.inputs(),
        "grades: https://bio-protocol.org/bio101/r8701399; zones: thirds of each lung's height"
            + " instead of carina and inferior pulmonary vein");
  }

  /** Grade of a zone by the percent of it that is involved. */
  static int grade(double percent) {
    if (percent <= 0) {
      return 0;
    }
    if (percent < 25) {
      return 1;
    }
    if (percent < 50) {
      return 2;
    }
    return percent < 75 ? 3 : 4;
  }
}
