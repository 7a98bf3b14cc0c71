package org.hilum.imaging.quantification.score;

import org.hilum.imaging.quantification.SeverityScore;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.Region;

/**
 * How severe the involvement is on the scale of Chung 2020: five lobes, 0 to 4 each, 0 to 20 in
 * all.
 *
 * <p>Source: Chung 2020, doi:10.1148/radiol.2020200230; cuts as in Li 2020,
 * doi:10.1007/s00330-020-06817-6: 0 none; 1 1 to 25 %; 2 26 to 50 %; 3 51 to 75 %; 4 76 to 100 %.
 * <br>
 * Limits: the rule was made for readers who say whole percents; here a value between two grades (25
 * to 26 %) belongs to the higher, and one above 0 but under 1 % to grade 1.
 */
public final class TotalSeverityScore implements Score {

  @Override
  public SeverityScore of(ScoreInputs inputs) {
    var sum = GradeSum.over(Region.Level.LOBE, inputs, TotalSeverityScore::grade);
    return new SeverityScore(
        Code.TOTAL_SEVERITY_SCORE.concept().meaning(),
        sum.value(),
        0,
        20,
        sum.inputs(),
        "doi:10.1148/radiol.2020200230");
  }

  /** Grade of a lobe by the percent of it that is involved. */
  static int grade(double percent) {
    if (percent <= 0) {
      return 0;
    }
    if (percent <= 25) {
      return 1;
    }
    if (percent <= 50) {
      return 2;
    }
    return percent <= 75 ? 3 : 4;
  }
}
