package org.hilum.imaging.quantification.score;

import org.hilum.imaging.quantification.SeverityScore;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.Region;

/**
 * How severe the involvement is on the scale of Pan 2020: five lobes, 0 to 5 each, 0 to 25 in all.
 *
 * <p>Source: Pan 2020, doi:10.1148/radiol.2020200370: 0 none; 1 under 5 %; 2 5 to 25 %; 3 26 to 49
 * %; 4 50 to 75 %; 5 over 75 %. <br>
 * Limits: the rule was made for readers who say whole percents. Between 25 and 26 % and between 49
 * and 50 % it says nothing; here both gaps belong to grade 3.
 */
public final class CtSeverityScore implements Score {

  @Override
  public SeverityScore of(ScoreInputs inputs) {
    var sum = GradeSum.over(Region.Level.LOBE, inputs, CtSeverityScore::grade);
    return new SeverityScore(
        Code.CT_SEVERITY_SCORE.concept().meaning(),
        sum.value(),
        0,
        25,
        sum.inputs(),
        "doi:10.1148/radiol.2020200370");
  }

  /** Grade of a lobe by the percent of it that is involved. */
  static int grade(double percent) {
    if (percent <= 0) {
      return 0;
    }
    if (percent < 5) {
      return 1;
    }
    if (percent <= 25) {
      return 2;
    }
    if (percent < 50) {
      return 3;
    }
    return percent <= 75 ? 4 : 5;
  }
}
