package org.hilum.imaging.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.intake.completion.GrowingSeries;
import org.hilum.imaging.intake.completion.SeriesKey;
import org.hilum.imaging.intake.sql.CompletionTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when a series is complete: by count, gaps, the end of transfers and quiet time together,
 * within two seconds of its last image.
 *
 * <p>DICOM has no sign for it. What comes later makes the series complete once more, as a late
 * version. What was complete and not yet told at a stop is told at the next start.
 */
public final class SeriesCompletion implements ArrivalObserver, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SeriesCompletion.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /** Longest that telling one series may have lagged behind another before a stop. */
  private static final Duration LOOK_BACK = Duration.ofDays(2);

  private final CompletionSettings settings;
  private final InstantSource clock;
  private final CompletionTable table;
  private final SeriesCompleted.Listener listener;
  private final Map<SeriesKey, GrowingSeries> growing = new HashMap<>();
  private final Map<String, Integer> busy = new HashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("series-completion").daemon().unstarted(task));

  public SeriesCompletion(
      DataSource tables,
      CompletionSettings settings,
      InstantSource clock,
      SeriesCompleted.Listener listener) {
    this.table = new CompletionTable(tables);
    this.settings = settings;
    this.clock = clock;
    this.listener = listener;
  }

  /** Takes up what a stop interrupted, and begins to tell. */
  public void start(Archive archive) {
    var since = table.lastCompletedAt().map(last -> last.minus(LOOK_BACK)).orElse(Instant.EPOCH);
    for (var series : archive.changedSince(since)) {
      var told =
          table.revision(
              series.institution(), series.studyInstanceUid(), series.seriesInstanceUid());
      if (told.filter(revision -> revision >= series.revision()).isEmpty()) {
        resume(series);
      }
    }
    timer.scheduleWithFixedDelay(
        this::lookSafely, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void resume(Archive.ArchivedSeries series) {
    var key =
        new SeriesKey(series.institution(), series.studyInstanceUid(), series.seriesInstanceUid());
    growing
        .computeIfAbsent(key, k -> new GrowingSeries(clock.instant()))
        .resume(series.revision(), series.modality());
  }

  @Override
  public synchronized void begun(Sender sender) {
    busy.merge(sender.transfer(), 1, Integer::sum);
  }

  @Override
  public synchronized void accepted(
      Sender sender, Receipt.Accepted receipt, long revision, DataSet header) {
    free(sender);
    if (!receipt.already()) {
      var key =
          new SeriesKey(
              sender.institution(), receipt.studyInstanceUid(), receipt.seriesInstanceUid());
      var now = clock.instant();
      growing.forEach(
          (other, series) -> {
            if (!other.equals(key)) {
              series.movedOn(sender.transfer());
            }
          });
      growing
          .computeIfAbsent(key, k -> new GrowingSeries(now))
          .add(sender.transfer(), revision, header, now);
    }
  }

  @Override
  public synchronized void turnedAway(Sender sender, Receipt.TurnedAway receipt) {
    free(sender);
  }

  @Override
  public synchronized void dropped(Sender sender) {
    free(sender);
  }

  private void free(Sender sender) {
    busy.computeIfPresent(sender.transfer(), (transfer, n) -> n > 1 ? n - 1 : null);
  }

  @Override
  public synchronized void transferEnded(Sender sender) {
    growing.values().forEach(series -> series.ended(sender.transfer()));
  }

  /** How many series are coming in. */
  public synchronized int growingCount() {
    return growing.size();
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException failed) {
      // The series stays and is told at the next look: the database may be away for a while.
      LOG.warn("series completion could not be told, trying again", failed);
    }
  }

  /** Tells every series that is complete by now. */
  void look() {
    for (var due : due()) {
      var event = event(due);
      listener.completed(event);
      table.remember(event);
      told(due.key(), event.revision());
    }
  }

  private record Due(
      SeriesKey key, String modality, long revision, SeriesCompleted.Why why, Instant at) {}

  private synchronized List<Due> due() {
    var now = clock.instant();
    var transfers = Set.copyOf(busy.keySet());
    var due = new ArrayList<Due>();
    growing.forEach(
        (key, series) ->
            series
                .complete(now, transfers, settings)
                .ifPresent(
                    why -> due.add(new Due(key, series.modality(), series.revision(), why, now))));
    return due;
  }

  private SeriesCompleted event(Due due) {
    var key = due.key();
    var before = table.revision(key.institution(), key.studyInstanceUid(), key.seriesInstanceUid());
    return new SeriesCompleted(
        key.institution(),
        key.studyInstanceUid(),
        key.seriesInstanceUid(),
        due.modality(),
        due.revision(),
        before.isPresent(),
        isLastOfStudy(key),
        due.why(),
        due.at());
  }

  private synchronized boolean isLastOfStudy(SeriesKey key) {
    return growing.keySet().stream().noneMatch(other -> other.isBeside(key));
  }

  /** What came while it was told stays, to be told as a late version. */
  private synchronized void told(SeriesKey key, long revision) {
    growing.computeIfPresent(key, (k, series) -> series.revision() > revision ? series : null);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
