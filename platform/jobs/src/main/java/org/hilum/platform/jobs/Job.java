package org.hilum.platform.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * A piece of work as it stands.
 *
 * @param attempts how often it was begun
 * @param progress 0 to 1 of the running attempt
 * @param step what the running attempt is doing, in the worker's words; empty when it does not run
 * @param words why the last attempt failed, or why it was set aside or cancelled; empty otherwise
 * @param notBefore when the next attempt may begin, while it waits
 */
public record Job(
    long id,
    JobRequest request,
    JobState state,
    int attempts,
    double progress,
    String step,
    String words,
    Instant createdAt,
    Instant notBefore,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt) {}
