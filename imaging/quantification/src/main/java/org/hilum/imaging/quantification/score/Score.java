package org.hilum.imaging.quantification.score;

import java.util.List;
import org.hilum.imaging.quantification.SeverityScore;

/** One published severity score. */
public interface Score {

  /** The score of a chest, or why it cannot be given. */
  SeverityScore of(ScoreInputs inputs);

  /** All scores, in the order in which they are reported. */
  static List<Score> all() {
    return List.of(
        new CtSeverityScore(),
        new TotalSeverityScore(),
        new SixZoneScore(),
        PercentageScore.ofOpacity(),
        PercentageScore.ofHighOpacity());
  }
}
