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
import org.hilum.imaging.intake.completion.Waiting;
import org.hilum.imaging.intake.sql.CompletionTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when a series is complete: by count, gaps, the end of transfers and quiet time together,
 * within two seconds of its last image.
 *
 * <p>DICOM has no sign for it. What comes later makes the series complete once more, as a late
 * version; what comes again after its deletion is no late version. What was complete and not yet
 * told at a stop is told at the next start.
 */
public final class SeriesCompletion implements ArrivalObserver, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SeriesCompletion.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /** Longest that telling one series may have lagged behind another before a stop. */
  private static final Duration LOOK_BACK = Duration.ofDays(2);

  private final CompletionSettings settings;
  private final InstantSource clock;

  /** Goes on evenly whatever is done to the clock; only differences have a meaning. */
  private final InstantSource steady;

  private final CompletionTable table;
  private final SeriesCompleted.Listener listener;
  private final Map<SeriesKey, GrowingSeries> growing = new HashMap<>();
  private final Map<SeriesKey, Waiting> waiting = new HashMap<>();
  private final Map<String, Integer> busy = new HashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("series-completion").daemon().unstarted(task));

  public SeriesCompletion(
      DataSource tables,
      CompletionSettings settings,
      InstantSource clock,
      SeriesCompleted.Listener listener) {
    this(tables, settings, clock, SeriesCompletion::steady, listener);
  }

  /** The same with a steady clock of one's own. */
  SeriesCompletion(
      DataSource tables,
      CompletionSettings settings,
      InstantSource clock,
      InstantSource steady,
      SeriesCompleted.Listener listener) {
    this.steady = steady;
    this.table = new CompletionTable(tables);
    this.settings = settings;
    this.clock = clock;
    this.listener = listener;
  }

  private static Instant steady() {
    return Instant.EPOCH.plusNanos(System.nanoTime());
  }

  /** Takes up what a stop interrupted, and begins to tell. */
  public void start(Archive archive) {
    takeUp(archive);
    timer.scheduleWithFixedDelay(
        this::lookSafely, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Finds what is complete, or was coming in, and was not told. */
  void takeUp(Archive archive) {
    var changed = archive.changedSince(since());
    var told = table.revisions(changed.stream().map(SeriesKey::of).toList());
    changed.stream()
        .filter(series -> told.getOrDefault(SeriesKey.of(series), 0L) < series.revision())
        .forEach(this::resume);
  }

  /** The clock may have been ahead when something was told last. */
  private Instant since() {
    var now = clock.instant();
    return table
        .lastCompletedAt()
        .map(last -> (last.isBefore(now) ? last : now).minus(LOOK_BACK))
        .orElse(Instant.EPOCH);
  }

  private synchronized void resume(Archive.ArchivedSeries series) {
    growing
        .computeIfAbsent(SeriesKey.of(series), key -> new GrowingSeries(steady.instant()))
        .resume(series.revision(), series.modality());
  }

  @Override
  public synchronized void begun(Sender sender) {
    busy.merge(sender.transfer(), 1, Integer::sum);
  }

  @Override
  public void accepted(Sender sender, Receipt.Accepted receipt, long revision, DataSet header) {
    if (receipt.opensSeries()) {
      forget(sender, receipt);
    }
    taken(sender, receipt, revision, header);
  }

  /** What was told of a series that was deleted since does not make the one that comes now late. */
  private void forget(Sender sender, Receipt.Accepted receipt) {
    try {
      table.forget(key(sender, receipt));
    } catch (RuntimeException failed) {
      LOG.warn("series {} may be told as late", receipt.seriesInstanceUid(), failed);
    }
  }

  private static SeriesKey key(Sender sender, Receipt.Accepted receipt) {
    return new SeriesKey(
        sender.institution(), receipt.studyInstanceUid(), receipt.seriesInstanceUid());
  }

  private synchronized void taken(
      Sender sender, Receipt.Accepted receipt, long revision, DataSet header) {
    free(sender);
    if (!receipt.already()) {
      var key = key(sender, receipt);
      var now = steady.instant();
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
      LOG.error("nobody was told which series are complete; trying again", failed);
    }
  }

  /** Tells every series that is complete by now. */
  void look() {
    for (var due : due()) {
      try {
        tell(due);
      } catch (RuntimeException failed) {
        // The series stays, and is told later: the database may be away for a while.
        var pause = later(due.key());
        LOG.warn(
            "series {}: that it is complete could not be told; again in {} s",
            due.key().seriesInstanceUid(),
            pause.toSeconds(),
            failed);
      }
    }
  }

  private void tell(Due due) {
    var event = event(due);
    listener.completed(event);
    table.remember(event);
    told(due.key(), event.revision());
  }

  private synchronized Duration later(SeriesKey key) {
    return waiting.computeIfAbsent(key, k -> new Waiting()).again(steady.instant());
  }

  private record Due(
      SeriesKey key, String modality, long revision, SeriesCompleted.Why why, Instant at) {}

  private synchronized List<Due> due() {
    var now = steady.instant();
    var at = clock.instant();
    var transfers = Set.copyOf(busy.keySet());
    var due = new ArrayList<Due>();
    growing.forEach(
        (key, series) ->
            series
                .complete(now, transfers, settings)
                .filter(why -> isNoLongerWaiting(key, now))
                .ifPresent(
                    why -> due.add(new Due(key, series.modality(), series.revision(), why, at))));
    return due;
  }

  private boolean isNoLongerWaiting(SeriesKey key, Instant now) {
    var pause = waiting.get(key);
    return pause == null || pause.isOver(now);
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
    waiting.remove(key);
    growing.computeIfPresent(key, (k, series) -> series.revision() > revision ? series : null);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
