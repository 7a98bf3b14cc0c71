package org.hilum.imaging.correction;

import java.time.Duration;

/**
 * How much a correction may be.
 *
 * @param mostSteps entries of one correction, undoing among them
 * @param mostRuns runs of one step
 * @param openBytes memory for corrections that are being worked on; the last one is always kept
 * @param idle after which one is let go from memory, where nothing is lost by it
 * @param growMm how far GROW goes from its mark where nothing is said
 * @param mostGrowMm how far it may be asked to go
 */
public record CorrectionLimits(
    int mostSteps, int mostRuns, long openBytes, Duration idle, double growMm, double mostGrowMm) {

  /** For one server; memory as a share of what the program may use. */
  public static CorrectionLimits usual() {
    return new CorrectionLimits(
        5000, 500_000, Runtime.getRuntime().maxMemory() / 4, Duration.ofMinutes(10), 20, 60);
  }
}
