package org.hilum.platform.jobs.web;

import java.time.Instant;
import java.util.List;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobAttempt;
import org.hilum.platform.jobs.JobAttempt.Outcome;
import org.hilum.platform.jobs.JobState;
import org.jspecify.annotations.Nullable;

/** A job as it is told over HTTP. */
public record JobAnswer(
    long id,
    String kind,
    String subject,
    String institution,
    int urgency,
    JobState state,
    int attempts,
    double progress,
    String step,
    String words,
    Instant createdAt,
    Instant notBefore,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  /** A job with each time it was begun. */
  public record WithAttempts(JobAnswer job, List<AttemptAnswer> attempts) {}

  /** One time it was begun. */
  public record AttemptAnswer(
      int number,
      String node,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Outcome outcome,
      String words) {

    static AttemptAnswer of(JobAttempt attempt) {
      return new AttemptAnswer(
          attempt.number(),
          attempt.node(),
          attempt.startedAt(),
          attempt.endedAt().orElse(null),
          attempt.outcome().orElse(null),
          attempt.words());
    }
  }

  static JobAnswer of(Job job) {
    var request = job.request();
    return new JobAnswer(
        job.id(),
        request.kind(),
        request.subject(),
        request.institution(),
        request.urgency(),
        job.state(),
        job.attempts(),
        job.progress(),
        job.step(),
        job.words(),
        job.createdAt(),
        job.notBefore(),
        job.startedAt().orElse(null),
        job.endedAt().orElse(null));
  }
}
