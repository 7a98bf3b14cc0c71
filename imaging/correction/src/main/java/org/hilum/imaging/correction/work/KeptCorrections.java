package org.hilum.imaging.correction.work;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hilum.imaging.correction.CaseReadings;
import org.hilum.imaging.correction.CorrectionReason;
import org.hilum.imaging.correction.CorrectionRefusal;
import org.hilum.imaging.correction.CorrectionState;
import org.hilum.imaging.correction.Corrections;
import org.hilum.imaging.correction.StepRequest;
import org.hilum.imaging.correction.place.ResultFolder;
import org.hilum.imaging.correction.sql.CorrectionRow;
import org.hilum.imaging.correction.sql.CorrectionTable;
import org.hilum.imaging.correction.sql.CorrectionTable.Applied;
import org.hilum.imaging.correction.sql.CorrectionTable.Kept;
import org.hilum.imaging.correction.sql.EntryRow;
import org.hilum.imaging.correction.training.TrainingCases;
import org.hilum.imaging.reading.KeptReading;
import org.hilum.imaging.reporting.HandCorrection;
import org.hilum.imaging.reporting.ReadingJson;
import org.hilum.imaging.worklist.CaseKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Corrections in a database, those being worked on also in memory. */
public final class KeptCorrections implements Corrections {

  private static final Logger LOG = LoggerFactory.getLogger(KeptCorrections.class);
  private static final int LOCKS = 64;
  private static final Duration LOOK_FOR_IDLE = Duration.ofMinutes(1);

  private final CorrectionTable table;
  private final CaseReadings readings;
  private final Settings settings;
  private final Clock clock;
  private final OpenCorrections open;
  private final Subjects subjects;
  private final Opening opening;
  private final Steps steps;
  private final ReentrantLock[] locks;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("corrections").daemon().unstarted(task));

  public KeptCorrections(DataSource tables, CaseReadings readings, Settings settings, Clock clock)
      throws IOException {
    this.table = new CorrectionTable(tables);
    this.readings = readings;
    this.settings = settings;
    this.clock = clock;
    this.open = new OpenCorrections(settings.limits());
    this.subjects = new Subjects(table, readings);
    this.opening = new Opening(table, readings, open);
    this.steps = new Steps(table, settings.limits());
    this.locks =
        IntStream.range(0, LOCKS).mapToObj(_ -> new ReentrantLock()).toArray(ReentrantLock[]::new);
    ResultFolder.removeLeftovers(settings.workFolder());
    timer.scheduleWithFixedDelay(
        () -> open.dropIdle(now()),
        LOOK_FOR_IDLE.toSeconds(),
        LOOK_FOR_IDLE.toSeconds(),
        TimeUnit.SECONDS);
  }

  /** As precise as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private ReentrantLock lock(CaseKey key) {
    return locks[Math.floorMod(key.hashCode(), LOCKS)];
  }

  @Override
  public CorrectionState state(CaseKey key) throws CorrectionRefusal {
    return subjects.state(subjects.of(key));
  }

  @Override
  public void prepare(CaseKey key) {
    timer.execute(
        () -> {
          var lock = lock(key);
          lock.lock();
          try {
            opening.opened(subjects.of(key), now());
          } catch (CorrectionRefusal refused) {
            LOG.info("case {}: not opened for correction, {}", key.subject(), refused.words());
          } catch (RuntimeException failed) {
            LOG.warn("case {}: not opened for correction", key.subject(), failed);
          } finally {
            lock.unlock();
          }
        });
  }

  /** What is done at a revision, once the correction is in memory. */
  private interface Doing {
    Steps.Done on(Subject subject, OpenCorrection correction) throws CorrectionRefusal;
  }

  private CorrectionState change(CaseKey key, int revision, String by, Doing doing)
      throws CorrectionRefusal {
    var lock = lock(key);
    lock.lock();
    try {
      var subject = begun(subjects.of(key), revision);
      var correction = opening.opened(subject, now());
      boolean isInStep = false;
      try {
        var state = kept(subject, correction, by, doing.on(subject, correction));
        isInStep = true;
        return state;
      } catch (CorrectionRefusal refused) {
        isInStep = correction.revision() == subject.history().revision();
        throw refused;
      } finally {
        // What was done in memory and is not kept must not be seen.
        if (!isInStep) {
          open.drop(subject.which());
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private Subject begun(Subject subject, int revision) throws CorrectionRefusal {
    requireRevision(subject, revision);
    if (subject.history().revision() >= settings.limits().mostSteps()) {
      throw new CorrectionRefusal(
          CorrectionReason.TOO_LARGE,
          "the correction has " + settings.limits().mostSteps() + " entries, as many as may be");
    }
    var row =
        subject
            .row()
            .orElseGet(
                () ->
                    table.begin(
                        subject.key(), subject.network().id(), subject.network().version(), now()));
    return new Subject(
        subject.key(), subject.network(), Optional.of(row), subject.history(), subject.applied());
  }

  private static void requireRevision(Subject subject, int revision) throws CorrectionRefusal {
    int now = subject.history().revision();
    if (revision == now) {
      return;
    }
    if (now == 0) {
      throw new CorrectionRefusal(
          CorrectionReason.READING_REPLACED,
          "the study was read once more; nothing is corrected in version "
              + subject.network().version()
              + " yet");
    }
    throw changed(subject.history().last().orElseThrow());
  }

  private static CorrectionRefusal changed(EntryRow last) {
    return new CorrectionRefusal(
        CorrectionReason.CHANGED_MEANWHILE,
        "%s changed the correction at %s (%s, revision %d)"
            .formatted(last.by(), last.at(), last.kind(), last.revision()));
  }

  private CorrectionState kept(
      Subject subject, OpenCorrection correction, String by, Steps.Done done)
      throws CorrectionRefusal {
    var entry = new EntryRow(correction.revision(), done.kind(), done.of(), by, now(), done.note());
    var history = withLast(done.history(), entry);
    var numbers = ReadingJson.measured(correction.findings(interim(subject, correction, history)));
    var kept = new Kept(done.change(), KeptText.of(correction.lesions()), KeptText.of(numbers));
    long id = subject.row().orElseThrow().id();
    if (!table.add(id, entry, kept)) {
      throw changed(table.entries(id).getLast());
    }
    return subjects.state(subject, numbers, history);
  }

  private static History withLast(History history, EntryRow entry) {
    boolean isStep = entry.of() == 0 && !entry.kind().equals(EntryRow.DISCARD);
    return isStep
        ? new History(
            Stream.concat(history.done().stream(), Stream.of(entry)).toList(),
            List.of(),
            Optional.of(entry))
        : new History(history.done(), history.undone(), Optional.of(entry));
  }

  /** Gives the lesions of a state that is not in force the UIDs by which they are followed. */
  private Optional<HandCorrection> interim(
      Subject subject, OpenCorrection correction, History history) {
    var by = history.last().map(EntryRow::by).orElse("");
    return history.done().isEmpty()
        ? Optional.empty()
        : Optional.of(correction(subject, correction, history, by, ""));
  }

  /**
   * What was corrected, as somebody's word.
   *
   * @param work tells one putting in force from another; empty while it is not in force
   */
  private HandCorrection correction(
      Subject subject, OpenCorrection correction, History history, String by, String work) {
    var row = subject.row().orElseThrow();
    return new HandCorrection(
        by,
        ZonedDateTime.now(clock),
        history.done().size(),
        subject.network().version(),
        "%d begun %s revision %d%s".formatted(row.id(), row.begunAt(), history.revision(), work),
        correction.lesions().uids(),
        correction.parts());
  }

  @Override
  public CorrectionState step(CaseKey key, StepRequest request, String by)
      throws CorrectionRefusal {
    return change(
        key, request.revision(), by, (subject, open) -> steps.step(subject, open, request));
  }

  @Override
  public CorrectionState undo(CaseKey key, int revision, String by) throws CorrectionRefusal {
    return change(key, revision, by, steps::undo);
  }

  @Override
  public CorrectionState redo(CaseKey key, int revision, String by) throws CorrectionRefusal {
    return change(key, revision, by, steps::redo);
  }

  @Override
  public CorrectionState discard(CaseKey key, int revision, String by) throws CorrectionRefusal {
    return change(key, revision, by, steps::discard);
  }

  @Override
  public CorrectionState apply(CaseKey key, int revision, String by)
      throws CorrectionRefusal, IOException {
    var lock = lock(key);
    lock.lock();
    try {
      var subject = subjects.of(key);
      requireRevision(subject, revision);
      if (subject.history().done().isEmpty()) {
        throw new CorrectionRefusal(CorrectionReason.NOTHING_CORRECTED, "no step is in force");
      }
      if (!subject.isApplied()) {
        write(subject, opening.opened(subject, now()), by);
      }
      return state(key);
    } finally {
      lock.unlock();
    }
  }

  private void write(Subject subject, OpenCorrection open, String by)
      throws CorrectionRefusal, IOException {
    CorrectionRow row = subject.row().orElseThrow();
    long work = table.beginApplying(row.id(), subject.history().revision(), by, now());
    var findings =
        open.findingsNow(
            settings.software(), correction(subject, open, subject.history(), by, " work " + work));
    try (var folder = ResultFolder.make(settings.workFolder())) {
      KeptReading.write(findings, settings.language(), folder.path());
      var result =
          readings.keep(subject.key(), work, folder.path()).orElseThrow(KeptCorrections::replaced);
      table.applied(work, result);
    }
  }

  private static CorrectionRefusal replaced() {
    return new CorrectionRefusal(
        CorrectionReason.READING_REPLACED,
        "the case is being read once more: wait for the new reading");
  }

  @Override
  public CorrectionState withdraw(CaseKey key, int revision, String by)
      throws CorrectionRefusal, IOException {
    var lock = lock(key);
    lock.lock();
    try {
      var subject = subjects.of(key);
      requireRevision(subject, revision);
      if (subject.applied().isEmpty()) {
        throw new CorrectionRefusal(
            CorrectionReason.NOT_IN_FORCE, "the network's own reading counts already");
      }
      bringBack(subject, by);
      return state(key);
    } finally {
      lock.unlock();
    }
  }

  private void bringBack(Subject subject, String by) throws CorrectionRefusal, IOException {
    var network = opening.network(subject);
    try (var folder = ResultFolder.make(settings.workFolder())) {
      KeptReading.write(network, settings.language(), folder.path());
      // Said first: once it is out of force, what is put in force next is another result.
      table.withdrawn(subject.row().orElseThrow().id(), by, now());
      if (!readings.bringBack(subject.key(), subject.network().id(), folder.path())) {
        throw replaced();
      }
    }
  }

  @Override
  public void writeMask(CaseKey key, OptionalInt revision, Path file)
      throws CorrectionRefusal, IOException {
    var subject = subjects.of(key);
    int wanted = revision.orElse(subject.history().revision());
    if (wanted < 0 || wanted > subject.history().revision()) {
      throw new CorrectionRefusal(
          CorrectionReason.STEP_UNCLEAR, "there is no revision " + wanted + " yet");
    }
    new RevisionMask(table).write(subject.network(), subject.row(), wanted, file);
  }

  @Override
  public void setMayTrain(CaseKey key, boolean mayTrain, String by) {
    table.setMayTrain(key, mayTrain, by, now());
  }

  @Override
  public TrainingCases training() {
    return new TrainingCases(table, readings, this::writeRevision, settings.workFolder());
  }

  private void writeRevision(CaseKey key, CorrectionRow row, Applied applied, Path file)
      throws CorrectionRefusal, IOException {
    var network =
        readings
            .result(key, row.result())
            .orElseThrow(
                () -> new CorrectionRefusal(CorrectionReason.NO_READING, "the reading is gone"));
    new RevisionMask(table).write(network, Optional.of(row), applied.revision(), file);
  }

  @Override
  public void forget(CaseKey key) {
    table.forget(key);
    open.drop(key);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
