package org.hilum.imaging.worklist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.hilum.fixtures.ScratchDatabase;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.intake.Channel;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.Receipt;
import org.hilum.imaging.intake.Sender;
import org.hilum.imaging.intake.SeriesCompleted;
import org.hilum.imaging.intake.SeriesCompleted.Why;
import org.hilum.imaging.phantom.PhantomCourse;
import org.hilum.imaging.phantom.PhantomDicom;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.ScanIdentity;
import org.hilum.imaging.phantom.ScanProtocol;
import org.hilum.imaging.reading.ReadingTools;
import org.hilum.imaging.reporting.SoftwareIdentity;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.platform.storage.ContentStore;

/** A worklist over a real database, archive and files, for an institution of its own. */
public final class WorklistRoom {

  private static final ScanProtocol PROTOCOL = ScanProtocol.standard(4);

  public final String institution = "w-" + UUID.randomUUID();
  public final DataSource tables = ScratchDatabase.with(Archive.TABLES, Worklist.TABLES);
  public final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T08:00:00Z"));
  public final InstantSource clock = now::get;
  public final PlainJobs jobs = new PlainJobs();
  public final CaseChanges changes = new CaseChanges();
  public final Map<String, List<String>> readers = new HashMap<>();
  public final Path folder;
  public final ContentStore results;
  public final WatchedArchive archive;
  public final CaseFlow flow;
  public final InstanceReceiver receiver;
  public final Worklist worklist;

  public WorklistRoom(Path folder) throws IOException {
    this.folder = folder;
    var files = ContentStore.open(folder.resolve("store"));
    results = ContentStore.open(folder.resolve("results"));
    archive = new WatchedArchive(Archive.in(tables, files));
    flow =
        new CaseFlow(
            archive, tables, jobs, code -> readers.getOrDefault(code, List.of()), clock, changes);
    jobs.observe(flow);
    receiver = new InstanceReceiver(files, archive, clock, flow, 100_000_000);
    worklist = Worklist.in(tables, results, archive, flow, jobs, changes);
  }

  /** Lets the queue have the real workers. */
  public WorklistRoom working(ReadingTools tools) throws IOException {
    CaseWork.workers(ground(tools), WorklistSettings.usual(folder.resolve("work")))
        .forEach(jobs::with);
    return this;
  }

  /** What workers stand on. */
  public CaseWork.Ground ground(ReadingTools tools) {
    return new CaseWork.Ground(tables, results, archive, receiver, jobs, tools, changes, clock);
  }

  /** Studies that are refused before any network is asked for. */
  public WorklistRoom workingWithoutNetwork() throws IOException {
    return working(
        new ReadingTools(
            () -> {
              throw new IllegalStateException("no network here");
            },
            Clock.systemUTC(),
            new SoftwareIdentity("Hilum", "0.0.0-test")));
  }

  /** A scan of this room's own. */
  public ScanIdentity scan(String patient, LocalDate day) {
    return new ScanIdentity(
        "Phantom^" + patient + "=幻^影", patient + " of " + institution, day, 2, "chest CT");
  }

  /** Three slices, which nobody can read. */
  public List<Path> three(ScanIdentity identity) throws IOException {
    return drawn(identity, ScanGrid.axial(32, 32, 3, 12, 40), 0);
  }

  /** A coarse whole chest. */
  public List<Path> chest(ScanIdentity identity, int moment) throws IOException {
    var grid = ScanGrid.axial(160, 160, 79, 2.4, 4).about(new PatientPoint(0, 8, -44));
    return drawn(identity, grid, moment);
  }

  private List<Path> drawn(ScanIdentity identity, ScanGrid grid, int moment) throws IOException {
    var place = folder.resolve("drawn-" + UUID.randomUUID());
    return PhantomDicom.write(
        PhantomCourse.demo().chestAt(moment).draw(grid, PROTOCOL), identity, place);
  }

  public static Path changed(Path file, UnaryOperator<DataSetBuilder> change) throws IOException {
    if (DicomReader.read(file, DicomReader.Depth.WHOLE) instanceof DicomParse.Parsed parsed) {
      DicomWriter.write(change.apply(parsed.object().dataSet().toBuilder()).build(), file);
      return file;
    }
    throw new IllegalStateException("not DICOM: " + file);
  }

  public void send(String to, List<Path> files) throws IOException {
    for (var file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        var receipt = receiver.receive(new Sender(to, "CT1", Channel.DIMSE, "a"), in);
        if (receipt instanceof Receipt.TurnedAway away) {
          throw new IllegalStateException("turned away: " + away.reasons());
        }
      }
    }
  }

  /** Sends a study, says that it is complete; gives its key. */
  public CaseKey arrive(String to, ScanIdentity identity, List<Path> files) throws IOException {
    send(to, files);
    var key = new CaseKey(to, identity.studyInstanceUid());
    complete(key, false);
    return key;
  }

  public CaseKey arrive(ScanIdentity identity, List<Path> files) throws IOException {
    return arrive(institution, identity, files);
  }

  /** Says that every series of a study is complete. */
  public void complete(CaseKey key, boolean isLate) {
    var series = archive.study(key.institution(), key.studyInstanceUid()).orElseThrow().series();
    var told = new ArrayList<SeriesCompleted>();
    for (int n = 0; n < series.size(); n++) {
      var each = series.get(n);
      told.add(
          completed(
              key, each.seriesInstanceUid(), each.modality(), isLate, n == series.size() - 1));
    }
    told.forEach(flow::completed);
  }

  public SeriesCompleted completed(
      CaseKey key, Uid series, String modality, boolean isLate, boolean isLast) {
    return new SeriesCompleted(
        key.institution(),
        key.studyInstanceUid(),
        series,
        modality,
        1,
        isLate,
        isLast,
        Why.TRANSFER_ENDED,
        clock.instant());
  }

  public WorklistEntry entry(CaseKey key) {
    return worklist.entry(key, Optional.empty()).orElseThrow();
  }
}
