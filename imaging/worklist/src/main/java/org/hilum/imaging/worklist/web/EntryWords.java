package org.hilum.imaging.worklist.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hilum.imaging.worklist.CaseState;
import org.hilum.imaging.worklist.ReadingSummary;
import org.hilum.imaging.worklist.ReportMark;
import org.hilum.imaging.worklist.SiteNames;
import org.hilum.imaging.worklist.Urgency;
import org.hilum.imaging.worklist.WorklistEntry;
import org.hilum.imaging.worklist.web.EntryAnswer.ProgressAnswer;
import org.hilum.imaging.worklist.web.EntryAnswer.ReportAnswer;
import org.hilum.imaging.worklist.web.EntryAnswer.SummaryAnswer;
import org.hilum.imaging.worklist.web.EntryAnswer.UrgencyAnswer;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.Jobs;
import org.jspecify.annotations.Nullable;

/** Tells an entry of the list as an answer, with the progress of its work. */
public final class EntryWords {

  private final Jobs jobs;
  private final SiteNames sites;
  private final InstantSource clock;

  public EntryWords(Jobs jobs, SiteNames sites, InstantSource clock) {
    this.jobs = jobs;
    this.sites = sites;
    this.clock = clock;
  }

  /**
   * As an answer.
   *
   * @param withResults whether it is for somebody who may see what was measured
   */
  EntryAnswer of(WorklistEntry entry, boolean withResults) {
    return new EntryAnswer(
        entry.key().institution(),
        sites.nameOf(entry.key().institution()),
        entry.key().studyInstanceUid().value(),
        entry.patientId(),
        entry.patientName(),
        entry.studyDate(),
        entry.studyTime(),
        entry.accessionNumber(),
        entry.description(),
        entry.modalities(),
        entry.instanceCount(),
        entry.state(),
        entry.stateSince(),
        urgency(entry, withResults),
        entry.arrivedAt(),
        entry.lastImageAt(),
        Math.max(0, Duration.between(entry.lastImageAt(), clock.instant()).toSeconds()),
        entry.version(),
        entry.reasons(),
        entry.assignedTo().orElse(null),
        entry.readAt().orElse(null),
        progress(entry).orElse(null),
        withResults ? entry.summary().map(EntryWords::summary).orElse(null) : null,
        entry.comparison().isPresent(),
        withResults ? entry.comparison().orElse(null) : null,
        report(entry));
  }

  /** What was found is told to those who may see results; the flag itself to all. */
  private static UrgencyAnswer urgency(WorklistEntry entry, boolean withResults) {
    var urgency = entry.urgency();
    boolean isMeasured =
        urgency.by().equals(Urgency.PROGRAM) && entry.state() == CaseState.READ && !withResults;
    return new UrgencyAnswer(
        urgency.level(),
        isMeasured ? "by what was found" : urgency.reason(),
        urgency.reason().isEmpty() ? "" : urgency.by());
  }

  private static ReportAnswer report(WorklistEntry entry) {
    var mark = entry.report();
    boolean isBegun = mark.state() != ReportMark.State.NONE;
    return new ReportAnswer(
        mark.state(),
        isBegun ? mark.by() : null,
        isBegun ? mark.at() : null,
        mark.isCritical(),
        mark.isOutdated(entry.version(), entry.lastImageAt()));
  }

  private Optional<ProgressAnswer> progress(WorklistEntry entry) {
    boolean isUnderWay = entry.state() == CaseState.READING || entry.state() == CaseState.WAITING;
    var job =
        isUnderWay && entry.jobId().isPresent()
            ? jobs.job(entry.jobId().getAsLong())
            : Optional.<Job>empty();
    return job.map(now -> new ProgressAnswer(now.step(), now.progress(), now.attempts()));
  }

  private static SummaryAnswer summary(ReadingSummary summary) {
    return new SummaryAnswer(
        orNull(summary.opacityPercent()),
        summary.opacityPercentLow().isPresent() || summary.opacityPercentHigh().isPresent()
            ? interval(summary)
            : null,
        summary.lesionCount().isPresent() ? summary.lesionCount().getAsInt() : null,
        summary.category().orElse(null),
        summary.isWithinValidated());
  }

  private static List<@Nullable Double> interval(ReadingSummary summary) {
    return Arrays.asList(orNull(summary.opacityPercentLow()), orNull(summary.opacityPercentHigh()));
  }

  private static @Nullable Double orNull(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }
}
