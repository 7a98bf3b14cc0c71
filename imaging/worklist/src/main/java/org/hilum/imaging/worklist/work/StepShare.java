package org.hilum.imaging.worklist.work;

import org.hilum.imaging.reading.ReadingStep;

/** How much of a reading is done, about, by the seconds each step takes of a usual chest. */
final class StepShare {

  private StepShare() {}

  /** Where a step begins, 0 to 1. */
  private static double begins(ReadingStep step) {
    return switch (step) {
      case INTAKE -> 0;
      case VOLUME -> 0.05;
      case SEGMENTATION -> 0.25;
      case LOBES -> 0.55;
      case QUANTIFICATION -> 0.70;
      case COMPARISON, REPORTING -> 0.75;
    };
  }

  private static double ends(ReadingStep step) {
    return switch (step) {
      case INTAKE -> begins(ReadingStep.VOLUME);
      case VOLUME -> begins(ReadingStep.SEGMENTATION);
      case SEGMENTATION -> begins(ReadingStep.LOBES);
      case LOBES -> begins(ReadingStep.QUANTIFICATION);
      case QUANTIFICATION -> begins(ReadingStep.REPORTING);
      case COMPARISON, REPORTING -> 1;
    };
  }

  /** All that is done when so much of a step is, 0 to 1. */
  static double done(ReadingStep step, double fraction) {
    return begins(step) + (ends(step) - begins(step)) * fraction;
  }
}
