package org.hilum.imaging.intake;

import java.time.Duration;

/**
 * How long a series must have been quiet to be complete.
 *
 * @param afterTransfer when all its transfers have ended and no instance number is missing
 * @param otherwise when a transfer is still open but idle, or a number is missing
 */
public record CompletionSettings(Duration afterTransfer, Duration otherwise) {

  /** Within two seconds of the last image. */
  public static final CompletionSettings USUAL =
      new CompletionSettings(Duration.ofMillis(500), Duration.ofMillis(1500));
}
