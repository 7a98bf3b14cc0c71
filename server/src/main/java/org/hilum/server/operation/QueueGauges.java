package org.hilum.server.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.hilum.platform.jobs.JobState;
import org.hilum.platform.jobs.Jobs;
import org.hilum.platform.jobs.JobsTally;
import org.jspecify.annotations.Nullable;

/** How long the queue is, asked of the database once for all gauges of one look. */
public final class QueueGauges {

  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final double MILLISECONDS = 1_000;

  private final Jobs jobs;
  private final InstantSource clock;
  private @Nullable JobsTally tally;
  private Instant asked = Instant.EPOCH;

  public QueueGauges(Jobs jobs, InstantSource clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  void register(MeterRegistry registry) {
    for (var state : List.of(JobState.WAITING, JobState.RUNNING, JobState.SET_ASIDE)) {
      Gauge.builder("hilum.jobs.open", () -> tally().open().getOrDefault(state, 0L))
          .description("Jobs that wait, run, or were set aside for a person")
          .tag("state", state.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    Gauge.builder("hilum.jobs.longest.waiting", this::secondsWaited)
        .description("How long the job waits that has waited longest")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("hilum.jobs.abandoned.threads", () -> tally().abandoned())
        .description("Threads busy with attempts that were given up")
        .register(registry);
  }

  private double secondsWaited() {
    return tally()
        .longestWaiting()
        .map(since -> Duration.between(since, clock.instant()).toMillis() / MILLISECONDS)
        .orElse(0.0);
  }

  private synchronized JobsTally tally() {
    var known = tally;
    var now = clock.instant();
    if (known == null || Duration.between(asked, now).compareTo(FRESH) > 0) {
      known = jobs.tally();
      tally = known;
      asked = now;
    }
    return known;
  }
}
