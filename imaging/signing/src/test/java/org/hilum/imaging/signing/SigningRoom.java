package org.hilum.imaging.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.hilum.fixtures.ScratchDatabase;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.intake.Channel;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.Receipt;
import org.hilum.imaging.intake.Sender;
import org.hilum.imaging.phantom.PhantomCourse;
import org.hilum.imaging.phantom.PhantomDicom;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.ScanIdentity;
import org.hilum.imaging.phantom.ScanProtocol;
import org.hilum.imaging.worklist.CaseChanges;
import org.hilum.imaging.worklist.CaseFlow;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.ReportDesk;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.imaging.worklist.WorklistEntry;
import org.hilum.platform.access.Accounts;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.Role;
import org.hilum.platform.jobs.JobQueue;
import org.hilum.platform.jobs.JobsSettings;
import org.hilum.platform.storage.ContentStore;

/** A case with a reading, over a real database and archive, for an institution of its own. */
public final class SigningRoom {

  public static final String PASSWORD = "a long pass phrase of mine";

  /** What reporting writes for a drawn example. */
  private static final Path GOLDEN = Path.of("../reporting/src/test/resources/golden");

  public final String institution = "s-" + UUID.randomUUID().toString().substring(0, 8);
  public final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T08:00:00Z"));
  public final InstantSource clock = () -> Objects.requireNonNull(now.get());
  public final DataSource tables =
      ScratchDatabase.with(
          Institutions.TABLES,
          Archive.TABLES,
          Worklist.TABLES,
          Reports.TABLES,
          "org/hilum/platform/jobs/sql");
  public final Path folder;
  public final Archive archive;
  public final Worklist worklist;
  public final ReportDesk desk;
  public final Accounts accounts = Accounts.in(tables, clock);
  public final CaseKey key;
  private final ContentStore results;
  private final InstanceReceiver receiver;

  public SigningRoom(Path folder) throws Exception {
    this.folder = folder;
    var files = ContentStore.open(folder.resolve("store"));
    results = ContentStore.open(folder.resolve("results"));
    archive = Archive.in(tables, files);
    var changes = new CaseChanges();
    var jobs = new JobQueue(tables, JobsSettings.usual("signing-test", 1), clock);
    var flow = new CaseFlow(archive, tables, jobs, code -> List.of(), clock, changes);
    receiver = new InstanceReceiver(files, archive, clock, flow, 100_000_000);
    worklist = Worklist.in(tables, results, archive, flow, jobs, changes);
    desk = ReportDesk.in(tables, results, receiver, changes, clock);
    Institutions.in(tables).put(institution, "House " + institution);
    var scan =
        new ScanIdentity(
            "Phantom^Zoë=幻^影", "P of " + institution, LocalDate.of(2020, 2, 20), 2, "chest CT");
    var grid = ScanGrid.axial(32, 32, 3, 12, 40);
    var slices =
        PhantomDicom.write(
            PhantomCourse.demo().chestAt(0).draw(grid, ScanProtocol.standard(4)),
            scan,
            folder.resolve("drawn"));
    for (var slice : slices) {
      send(slice);
    }
    key = new CaseKey(institution, scan.studyInstanceUid());
    sendResultObject(slices.getFirst());
  }

  private void send(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var receipt = receiver.receive(new Sender(institution, "CT1", Channel.DIMSE, "a"), in);
      if (receipt instanceof Receipt.TurnedAway away) {
        throw new IllegalStateException("turned away: " + away.reasons());
      }
    }
  }

  /** Stands for the reading's measurement report. */
  private void sendResultObject(Path slice) throws IOException {
    if (DicomReader.read(slice, DicomReader.Depth.WHOLE) instanceof DicomParse.Parsed parsed) {
      var object =
          parsed.object().dataSet().toBuilder()
              .uid(Tag.SOP_CLASS_UID, new Uid("1.2.840.10008.5.1.4.1.1.88.34"))
              .uid(Tag.SOP_INSTANCE_UID, Uid.derived(institution, "sr"))
              .uid(Tag.SERIES_INSTANCE_UID, readingSeries())
              .text(Tag.MODALITY, Vr.CS, "SR")
              .remove(Tag.PIXEL_DATA)
              .build();
      var file = folder.resolve("sr.dcm");
      DicomWriter.write(object, file);
      send(file);
    }
  }

  public Uid readingSeries() {
    return Uid.derived(institution, "series of the reading");
  }

  public WorklistEntry entry() {
    return worklist.entry(key, Optional.empty()).orElseThrow();
  }

  /** Lets a reading stand as a result of the case, as the line writes it. */
  public long reading(int version) throws Exception {
    return reading(version, Files.readAllBytes(GOLDEN.resolve("reading.json")));
  }

  public long reading(int version, byte[] json) throws Exception {
    long id = result("READING", version, readingSeries().value());
    file(id, "reading.json", "application/json", json);
    file(id, "overlay/axial-k010.png", "image/png", Pictures.chest());
    sql(
        "UPDATE worklist_case SET state = 'READ', version = ? WHERE institution = ?",
        version,
        institution);
    return id;
  }

  /** Lets a comparison stand as a result of the case. */
  public long comparison(String golden) throws Exception {
    long id = result("COMPARISON", 1, "1.2.3");
    file(id, "comparison.json", "application/json", Files.readAllBytes(GOLDEN.resolve(golden)));
    return id;
  }

  private long result(String kind, int version, String series) throws Exception {
    sql(
        "UPDATE worklist_result SET is_current = false WHERE institution = ? AND kind = ?",
        institution,
        kind);
    try (var connection = tables.getConnection();
        var insert =
            connection.prepareStatement(
                """
                INSERT INTO worklist_result (institution, study_uid, kind, job_id, version,
                  is_whole, is_current, made_at, objects)
                VALUES (?, ?, ?, ?, ?, true, true, ?, ?) RETURNING id
                """)) {
      insert.setString(1, institution);
      insert.setString(2, key.studyInstanceUid().value());
      insert.setString(3, kind);
      insert.setLong(4, version);
      insert.setInt(5, version);
      insert.setTimestamp(6, Timestamp.from(clock.instant()));
      insert.setArray(7, connection.createArrayOf("text", new String[] {series}));
      try (var row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private void file(long result, String path, String type, byte[] bytes) throws Exception {
    try (var writing = results.begin()) {
      writing.write(bytes, 0, bytes.length);
      var kept = writing.keep();
      sql(
          "INSERT INTO worklist_result_file (result_id, path, media_type, content, bytes)"
              + " VALUES (?, ?, ?, ?, ?)",
          result,
          path,
          type,
          HexFormat.of().parseHex(kept.hash().hex()),
          kept.bytes());
    }
  }

  public void sql(String sql, Object... values) throws Exception {
    try (var connection = tables.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int n = 0; n < values.length; n++) {
        statement.setObject(n + 1, values[n]);
      }
      statement.executeUpdate();
    }
  }

  /** An account whose password is {@link #PASSWORD}. */
  public String account(String name, Role... roles) throws Exception {
    var login = name + "@" + institution;
    var made = accounts.make(institution, login, name + " " + name, Set.of(roles));
    accounts.changePassword(login, made.password(), PASSWORD);
    return login;
  }
}
