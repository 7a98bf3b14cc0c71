package org.hilum.imaging.reading;

import java.nio.file.Path;
import java.util.List;
import org.hilum.imaging.reporting.ComparedFindings;
import org.hilum.imaging.reporting.StepTimes;
import org.hilum.imaging.vocabulary.Reason;

/** What became of a comparison. */
public sealed interface ComparisonOutcome {

  /**
   * The dates were compared; everything is in the folder.
   *
   * @param remarks what was not written, or written with less
   */
  record DatesCompared(
      ComparedFindings findings, StepTimes times, List<Reason> remarks, Path folder)
      implements ComparisonOutcome {
    public DatesCompared {
      remarks = List.copyOf(remarks);
    }
  }

  /** They were not; the folder holds a {@code comparison.json} with the reasons. */
  record DatesRefused(List<Reason> reasons, Path folder) implements ComparisonOutcome {
    public DatesRefused {
      reasons = List.copyOf(reasons);
    }
  }
}
