package org.hilum.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hilum.fixtures.ScratchDatabase;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.RetentionPolicy;
import org.hilum.imaging.archive.Upkeep;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.intake.Channel;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.Receipt;
import org.hilum.imaging.intake.Sender;
import org.hilum.imaging.intake.SeriesCompleted;
import org.hilum.imaging.worklist.CaseChanges;
import org.hilum.imaging.worklist.CaseFlow;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.CaseState;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.RecordedEntry;
import org.hilum.platform.jobs.JobQueue;
import org.hilum.platform.jobs.JobsSettings;
import org.hilum.platform.storage.ContentStore;
import org.hilum.server.TableScripts;
import org.hilum.server.hospital.Housekeeping.Pace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HousekeepingTest {

  private static final Uid CT = new Uid("1.2.840.10008.5.1.4.1.1.2");
  private static final Clock LATER =
      Clock.fixed(Instant.now().plus(Duration.ofDays(31)), ZoneOffset.UTC);

  private static final Pace QUICK =
      new Pace(Duration.ofMillis(20), Duration.ofMillis(1), Duration.ofDays(1));

  @TempDir private Path folder;
  private final String site = "r-" + UUID.randomUUID();
  private JobQueue jobs;
  private CaseFlow flow;
  private InstanceReceiver receiver;
  private Archive archive;
  private Worklist worklist;
  private AuditTrail.Reader trail;
  private Retirement retirement;
  private Housekeeping housekeeping;
  private ContentStore files;
  private ContentStore results;

  @BeforeEach
  void open() throws IOException {
    var tables = ScratchDatabase.with(TableScripts.FOLDERS.toArray(String[]::new));
    files = ContentStore.open(folder.resolve("objects"));
    var changes = new CaseChanges();
    jobs = new JobQueue(tables, JobsSettings.usual("test", 1), Clock.systemUTC());
    archive = Archive.in(tables, files);
    flow = new CaseFlow(archive, tables, jobs, code -> List.of(), Clock.systemUTC(), changes);
    jobs.observe(flow);
    receiver = new InstanceReceiver(files, archive, Clock.systemUTC(), flow, 1_000_000);
    results = ContentStore.open(folder.resolve("results"));
    worklist = Worklist.in(tables, results, archive, flow, jobs, changes);
    trail = AuditTrail.in(tables, Clock.systemUTC());
    var policy = new RetentionPolicy(Map.of(site, 30), RetentionPolicy.FOR_EVER);
    var upkeep = Upkeep.of(tables, files, policy, LATER);
    retirement = new Retirement(upkeep, archive, worklist, jobs, trail, Clock.systemUTC());
    housekeeping =
        new Housekeeping(
            flow,
            () -> {},
            retirement,
            upkeep,
            worklist,
            Institutions.in(tables),
            Clock.systemUTC(),
            QUICK);
  }

  @AfterEach
  void close() {
    housekeeping.close();
    jobs.close();
  }

  private CaseKey arrived() throws IOException {
    var study = Uid.derived(site, "study");
    var image =
        DataSet.builder()
            .uid(Tag.SOP_CLASS_UID, CT)
            .uid(Tag.SOP_INSTANCE_UID, Uid.derived(site, "image"))
            .uid(Tag.STUDY_INSTANCE_UID, study)
            .uid(Tag.SERIES_INSTANCE_UID, Uid.derived(site, "series"))
            .text(Tag.PATIENT_ID, Vr.LO, "P1")
            .text(Tag.MODALITY, Vr.CS, "CT")
            .build();
    var file = new ByteArrayOutputStream();
    DicomWriter.write(image, file);
    var sender = new Sender(site, "CT1", Channel.DIMSE, "dimse:1");
    assertThat(receiver.receive(sender, new ByteArrayInputStream(file.toByteArray())))
        .isInstanceOf(Receipt.Accepted.class);
    return new CaseKey(site, study);
  }

  private CaseState complete(CaseKey key, boolean isLastOfStudy) {
    flow.completed(
        new SeriesCompleted(
            site,
            key.studyInstanceUid(),
            Uid.derived(site, "series"),
            "CT",
            1,
            false,
            isLastOfStudy,
            SeriesCompleted.Why.QUIET,
            Instant.now()));
    return state(key);
  }

  private void retire() {
    boolean isRound;
    do {
      isRound = retirement.step();
    } while (!isRound);
  }

  private List<RecordedEntry> deletions() {
    return trail
        .entries(
            Optional.of(site), Optional.empty(), Instant.EPOCH, LATER.instant(), Long.MAX_VALUE, 9)
        .stream()
        .filter(each -> each.entry().action() == Action.DELETE)
        .toList();
  }

  @Test
  void a_study_in_work_stays_and_goes_when_the_work_is_over() throws IOException {
    var key = arrived();
    retire();
    assertThat(complete(key, true)).isEqualTo(CaseState.WAITING);
    retire();
    assertThat(archive.study(site, key.studyInstanceUid())).isPresent();
    worklist.cancel(key, "not wanted");
    retire();
    assertThat(archive.study(site, key.studyInstanceUid())).isEmpty();
    assertThat(worklist.entry(key, Optional.empty())).isEmpty();
    assertThat(deletions())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.entry().actor()).isEqualTo("hilum");
              assertThat(each.entry().patient()).isEqualTo("P1");
              assertThat(each.entry().objects()).containsExactly(key.studyInstanceUid().value());
              assertThat(each.entry().words()).contains("kept for 30 days", "1 images");
            });
  }

  @Test
  void what_a_stop_cut_off_is_done_at_the_next_start() throws IOException {
    var key = arrived();
    archive.delete(site, key.studyInstanceUid(), Upkeep.RETENTION, "kept for 30 days");
    retirement.finish(site);
    retirement.finish(site);
    assertThat(worklist.entry(key, Optional.empty())).isEmpty();
    assertThat(deletions()).hasSize(1);
  }

  private CaseState state(CaseKey key) {
    return worklist.entry(key, Optional.empty()).orElseThrow().state();
  }

  @Test
  void what_was_left_lying_is_taken_up_by_the_clock() throws Exception {
    var key = arrived();
    assertThat(complete(key, false)).as("nobody asked for a reading").isEqualTo(CaseState.ARRIVING);
    housekeeping.start();
    RunningServer.await("asked for", () -> state(key) == CaseState.WAITING);
  }

  @Test
  void files_that_nothing_refers_to_are_swept_up_by_the_clock() throws Exception {
    var left = left(files);
    var leftOfResults = left(results);
    Files.setLastModifiedTime(leftOfResults, FileTime.from(Instant.EPOCH));
    var key = arrived();
    housekeeping.start();
    RunningServer.await("swept up", () -> !Files.exists(left) && !Files.exists(leftOfResults));
    assertThat(archive.study(site, key.studyInstanceUid())).isPresent();
  }

  private static Path left(ContentStore store) throws IOException {
    try (var writing = store.begin()) {
      writing.write(new byte[] {1}, 0, 1);
      return writing.keep().file();
    }
  }
}
