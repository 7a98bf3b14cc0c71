package org.hilum.imaging.comparison.course;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.hilum.imaging.comparison.ComparisonReason;
import org.hilum.imaging.comparison.Estimate;
import org.hilum.imaging.comparison.Estimate.Estimated;
import org.hilum.imaging.comparison.Estimate.NotEstimated;
import org.hilum.imaging.comparison.Stage;
import org.hilum.imaging.vocabulary.Reason;

/**
 * The stage at the last date, by days since the first symptoms.
 *
 * <p>Source: Pan 2020, doi:10.1148/radiol.2020200370: early 0 to 4 days, progressive 5 to 8, peak 9
 * to 13, absorption from 14 on. <br>
 * Limits: set on 21 patients who recovered from mild disease; the stage says what is usual on that
 * day, not what the images show.
 */
public final class Stages {
  private static final int PROGRESSIVE_FROM_DAY = 5;
  private static final int PEAK_FROM_DAY = 9;
  private static final int ABSORPTION_FROM_DAY = 14;

  private Stages() {}

  /** The stage, where both dates are known. */
  public static Estimate<Stage> of(Optional<LocalDate> onset, Optional<LocalDate> last) {
    if (onset.isEmpty()) {
      return because(ComparisonReason.ONSET_UNKNOWN);
    }
    if (last.isEmpty()) {
      return because(ComparisonReason.DATE_UNKNOWN);
    }
    long days = ChronoUnit.DAYS.between(onset.get(), last.get());
    return days < 0
        ? because(ComparisonReason.ONSET_LATER)
        : new Estimated<>(
            ofDay(days),
            "day "
                + days
                + " since the first symptoms: early 0-4, progressive 5-8, peak 9-13,"
                + " absorption 14 and later",
            "doi:10.1148/radiol.2020200370");
  }

  /** Days from the first symptoms to the last date, where both are known and in this order. */
  static OptionalLong day(Optional<LocalDate> onset, Optional<LocalDate> last) {
    if (onset.isEmpty() || last.isEmpty() || last.get().isBefore(onset.get())) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(ChronoUnit.DAYS.between(onset.get(), last.get()));
  }

  private static Stage ofDay(long day) {
    if (day < PROGRESSIVE_FROM_DAY) {
      return Stage.EARLY;
    }
    if (day < PEAK_FROM_DAY) {
      return Stage.PROGRESSIVE;
    }
    return day < ABSORPTION_FROM_DAY ? Stage.PEAK : Stage.ABSORPTION;
  }

  private static <T> Estimate<T> because(ComparisonReason reason) {
    return new NotEstimated<>(Reason.of(reason, reason.meaning()));
  }
}
