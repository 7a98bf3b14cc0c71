package org.hilum.platform.jobs;

import java.time.Duration;
import java.util.List;

/**
 * How the queue works.
 *
 * @param node name of this process, the same after a restart; no two that run at once share one
 * @param workers how many jobs are done at once
 * @param pollEvery how often it looks for work that others put in; its own is begun at once
 * @param retryAfter how long to wait after the first failed attempt, the second, …; the last counts
 *     for all that follow
 * @param mostDeaths how many attempts may end with the whole process before a job is set aside
 * @param grace how long an interrupted attempt gets to yield
 */
public record JobsSettings(
    String node,
    int workers,
    Duration pollEvery,
    List<Duration> retryAfter,
    int mostDeaths,
    Duration grace) {

  public JobsSettings {
    retryAfter = List.copyOf(retryAfter);
    if (workers < 1 || retryAfter.isEmpty()) {
      throw new IllegalArgumentException("at least one worker and one delay are needed");
    }
  }

  /** The usual ones. */
  public static JobsSettings usual(String node, int workers) {
    return new JobsSettings(
        node,
        workers,
        Duration.ofSeconds(1),
        List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2)),
        3,
        Duration.ofSeconds(10));
  }

  /** How long to wait after so many attempts. */
  public Duration retryAfter(int attempts) {
    return retryAfter.get(Math.min(Math.max(attempts, 1), retryAfter.size()) - 1);
  }
}
