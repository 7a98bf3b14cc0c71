package org.hilum.imaging.intake.completion;

import java.time.Duration;
import java.time.Instant;

/** When what could not be told is told again: later each time, a minute at most. */
public final class Waiting {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Duration pause = Duration.ZERO;
  private Instant until = Instant.MIN;

  /** It failed once more; gives how long it rests now. */
  public Duration again(Instant now) {
    var longer = pause.isZero() ? FIRST : pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    until = now.plus(pause);
    return pause;
  }

  /** Whether it may be told again. */
  public boolean isOver(Instant now) {
    return !now.isBefore(until);
  }
}
