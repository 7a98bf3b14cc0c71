package org.hilum.imaging.reading;

import java.util.List;
import org.hilum.imaging.quantification.RepeatedQuantifier;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.vocabulary.Reason;

/** What came of taking up a reading that was kept. */
public sealed interface KeptReadingResult {

  /**
   * It was taken up, with its numbers.
   *
   * @param quantifier has measured it, and measures it again
   */
  record Opened(ReadingFindings findings, RepeatedQuantifier quantifier)
      implements KeptReadingResult {}

  /** It cannot be taken up. */
  record Refused(List<Reason> reasons) implements KeptReadingResult {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
