package org.hilum.imaging.worklist;

import java.nio.file.Path;
import java.time.Duration;
import org.hilum.imaging.reporting.Language;

/**
 * How cases are read.
 *
 * @param language of the reports
 * @param urgentPercent opacity of the lungs from which a case is flagged urgent, 0 to 100
 * @param timeOut for one reading or comparison
 * @param mostAttempts before a case is set aside
 * @param workFolder for what is under way
 */
public record WorklistSettings(
    Language language, double urgentPercent, Duration timeOut, int mostAttempts, Path workFolder) {

  private static final double QUARTER_OF_THE_LUNGS = 25;

  /** The usual ones. */
  public static WorklistSettings usual(Path workFolder) {
    return new WorklistSettings(
        Language.ENGLISH, QUARTER_OF_THE_LUNGS, Duration.ofMinutes(5), 3, workFolder);
  }
}
