package org.hilum.platform.jobs;

import java.time.Duration;
import java.util.List;

/**
 * How the queue works.
 *
 * @param node name of this process, the same after a restart; no two that run at once share one
 * @param workers how many jobs are done at once
 * @param pollEvery how often it looks for work that others put in; its own is begun at once
 * @param heartBeat how often this process says that it lives
 * @param missedBeats after how many missed ones others take its work over, at least 4
 * @param retryAfter how long to wait after the first failed attempt, the second, …; the last counts
 *     for all that follow
 * @param mostDeaths how many attempts may end with the whole process before a job is set aside
 * @param grace how long an interrupted attempt gets to yield before its thread is left behind
 * @param graceToStop how long running attempts may go on when the program is stopped
 * @param keepEnded how long ended jobs are kept
 */
public record JobsSettings(
    String node,
    int workers,
    Duration pollEvery,
    Duration heartBeat,
    int missedBeats,
    List<Duration> retryAfter,
    int mostDeaths,
    Duration grace,
    Duration graceToStop,
    Duration keepEnded) {

  private static final int LEAST_MISSED_BEATS = 4;

  public JobsSettings {
    retryAfter = List.copyOf(retryAfter);
    if (node.isBlank() || workers < 1 || mostDeaths < 1 || retryAfter.isEmpty()) {
      throw new IllegalArgumentException("a node, a worker, a death and a delay are needed");
    }
    if (missedBeats < LEAST_MISSED_BEATS) {
      throw new IllegalArgumentException("fewer than 4 missed beats are no sign of death");
    }
  }

  /** The usual ones. */
  public static JobsSettings usual(String node, int workers) {
    return new JobsSettings(
        node,
        workers,
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        6,
        List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10)),
        3,
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        Duration.ofDays(90));
  }

  /** How long to wait after that many failures. */
  public Duration retryAfter(int failures) {
    return retryAfter.get(Math.clamp(failures - 1L, 0, retryAfter.size() - 1));
  }
}
