package org.hilum.imaging.archive.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hilum.fixtures.Peer;
import org.hilum.fixtures.ScratchDatabase;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.ArchiveDimse;
import org.hilum.imaging.archive.KeptStudies;
import org.hilum.imaging.archive.NewInstance;
import org.hilum.imaging.dicom.CallSettings;
import org.hilum.imaging.dicom.DicomListener;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.ListenerSettings;
import org.hilum.imaging.dicom.StoragePolicy;
import org.hilum.imaging.dicom.StoredObjectSink;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.storage.ContentStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DCMTK's tools ask a listener that has a real archive behind it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArchiveDimseIT {

  private static final String HERE = "dimse-a";
  private static final Uid CT = new Uid("1.2.840.10008.5.1.4.1.1.2");
  private static final String EXPLICIT = "1.2.840.10008.1.2.1";

  private static final List<AuditEntry> TRAIL = new CopyOnWriteArrayList<>();
  private static KeptStudies kept;
  private static KeptStudies foreign;
  private static DicomListener listener;
  private static volatile int thereAt;

  @TempDir Path folder;

  @BeforeAll
  static void keep_studies_and_listen(@TempDir Path files) throws IOException {
    var store = ContentStore.open(files);
    var archive = Archive.in(ScratchDatabase.with(Archive.TABLES), store);
    kept = new KeptStudies(archive, HERE);
    kept.series(
        kept.study("P1", "Wang^XiaoDong=王^小东", "s1", "20200120", "1015"), "s1-ct", "CT", 1, 2);
    kept.series(
        kept.study("P2", "Yamada^Tarou=山田^太郎", "s2", "20200220", "0930"), "s2-ct", "CT", 1, 2);
    foreign = new KeptStudies(archive, "dimse-b");
    foreign.series(foreign.study("P9", "Wang^Other", "s9", "20200401", "08"), "s9-ct", "CT", 1, 1);
    for (int n = 1; n <= 3; n++) {
      keepFile(archive, store, n);
    }
    var dimse =
        new ArchiveDimse(
            archive,
            (title, peer) -> title.equals("STRANGER") ? Optional.empty() : Optional.of(HERE),
            TRAIL::add);
    var services =
        dimse.services(
            object -> StoredObjectSink.refusing(DimseStatus.SUCCESS), ArchiveDimseIT::destination);
    listener =
        DicomListener.start(
            ListenerSettings.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
            StoragePolicy.OPEN,
            services,
            end -> {});
  }

  @AfterAll
  static void close() throws IOException {
    listener.close();
  }

  private static Optional<CallSettings> destination(String title, String calling) {
    return title.equals("THERE")
        ? Optional.of(
            CallSettings.to(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), thereAt), "HILUM", "THERE"))
        : Optional.empty();
  }

  private static void keepFile(Archive archive, ContentStore store, int n) throws IOException {
    var instance = kept.uid("s3", Integer.toString(n));
    var header =
        kept.study("P3", "Real^File", "s3", "20200301", "12")
            .uid(Tag.SERIES_INSTANCE_UID, kept.uid("s3-ct"))
            .uid(Tag.SOP_CLASS_UID, CT)
            .uid(Tag.SOP_INSTANCE_UID, instance)
            .text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192")
            .text(Tag.MODALITY, Vr.CS, "CT")
            .integerString(Tag.INSTANCE_NUMBER, n)
            .build();
    var file = new ByteArrayOutputStream();
    DicomWriter.write(header, file);
    try (var writing = store.begin()) {
      writing.write(file.toByteArray(), 0, file.size());
      archive.store(
          new NewInstance(
              HERE,
              kept.uid("s3"),
              kept.uid("s3-ct"),
              instance,
              CT,
              header,
              EXPLICIT,
              writing.keep().hash(),
              file.size(),
              "dimse:CT1",
              Instant.parse("2020-03-01T12:00:00Z")));
    }
  }

  private static Peer.Answer run(String tool, String... more) {
    return runAs("ASKS", tool, more);
  }

  private static Peer.Answer runAs(String calling, String tool, String... more) {
    var arguments = new ArrayList<>(List.of("-d", "-aet", calling, "-aec", "HILUM"));
    arguments.addAll(Arrays.asList(more));
    arguments.addAll(List.of("127.0.0.1", Integer.toString(listener.port())));
    return Peer.require(tool, "dcmtk").run(arguments);
  }

  private static long matches(Peer.Answer answer) {
    return answer.output().lines().filter(line -> line.contains("Received Find Response")).count();
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource({
    "-S, STUDY, '', 3",
    "-S, STUDY, 0010;0010=*王*, 1",
    "-S, STUDY, 0010;0010=wang*, 1",
    "-S, STUDY, 0010;0010=山田^太郎, 1",
    "-S, STUDY, 0008;0020=20200101-20200225, 2",
    "-S, STUDY, 0010;0020=P?, 3",
    "-S, SERIES, 0008;0060=CT, 3",
    "-S, IMAGE, 0010;0020=P3, 3",
    "-P, PATIENT, '', 3",
    "-P, STUDY, 0010;0020=P2, 1",
    "-P, STUDY, 0010;0020=P9, 0"
  })
  void what_matches_is_found(String root, String level, String key, int count) {
    var keys = new ArrayList<>(List.of(root, "-k", "0008,0052=" + level));
    keys.addAll(List.of("-k", "0008,0005=ISO_IR 192", "-k", "0010,0010", "-k", "0020,000d"));
    if (!key.isEmpty()) {
      keys.addAll(List.of("-k", key.replace(';', ',')));
    }

    var answer = run("findscu", keys.toArray(String[]::new));

    assertThat(matches(answer)).as(answer.output()).isEqualTo(count);
    assertThat(answer.output()).contains("0x0000: Success");
  }

  @Test
  void an_answer_has_what_was_asked_for_and_no_more() {
    var answer =
        run(
            "findscu",
            "-S",
            "-k",
            "0008,0052=STUDY",
            "-k",
            "0010,0020=P1",
            "-k",
            "0010,0010",
            "-k",
            "0010,2160",
            "-k",
            "0008,0056");

    assertThat(answer.output())
        .contains("王^小东", kept.uid("s1").value(), "[HILUM ]", "[ISO_IR 192]", "[ONLINE]")
        .contains("0xff01")
        .containsPattern("\\(0010,2160\\) SH \\(no value available\\)")
        .doesNotContain("Thorax");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0008,0052=PATIENT", "0008,0052=GALAXY", "0010,0020=P1"})
  void a_level_that_is_not_of_the_study_root_is_refused(String key) {
    var answer = run("findscu", "-S", "-k", key, "-k", "0020,000d");

    assertThat(answer.output()).contains("0xa900");
  }

  @Test
  void a_value_that_can_be_none_is_refused() {
    var answer = run("findscu", "-S", "-k", "0008,0052=STUDY", "-k", "0008,0020=yesterday");

    assertThat(answer.output()).contains("0xa900", "(0008,0020)");
  }

  @Test
  void who_belongs_to_no_institution_is_turned_away() {
    var answer = runAs("STRANGER", "findscu", "-S", "-k", "0008,0052=STUDY");

    assertThat(answer.output()).contains("0x0124");
    assertThat(TRAIL).anyMatch(entry -> entry.actor().equals("STRANGER") && !entry.allowed());
  }

  @Test
  void a_study_comes_back_to_getscu_as_it_was_kept() throws Exception {
    var answer =
        run(
            "getscu",
            "-S",
            "-od",
            folder.toString(),
            "-k",
            "0008,0052=STUDY",
            "-k",
            "0020,000d=" + kept.uid("s3"));

    assertThat(answer.exitCode()).as(answer.output()).isZero();
    assertThat(folder.toFile().list()).hasSize(3);
    assertThat(TRAIL)
        .anyMatch(
            entry ->
                entry.action() == AuditEntry.Action.EXPORT
                    && entry.objects().contains(kept.uid("s3").value()));
  }

  @Test
  void a_patient_moves_to_storescp() throws Exception {
    var scp = Peer.require("storescp", "dcmtk");
    thereAt = freePort();
    var process =
        new ProcessBuilder(
                scp.program().toString(), "-od", folder.toString(), Integer.toString(thereAt))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      awaitListening(thereAt);
      var answer =
          run("movescu", "-P", "-aem", "THERE", "-k", "0008,0052=PATIENT", "-k", "0010,0020=P3");

      assertThat(answer.exitCode()).as(answer.output()).isZero();
      assertThat(folder.toFile().list()).hasSize(3);
      assertThat(TRAIL)
          .anyMatch(entry -> entry.words().endsWith("3 objects to THERE at localhost:" + thereAt));
    } finally {
      process.destroy();
      process.onExit().join();
    }
  }

  @Test
  void a_destination_that_is_not_known_is_refused_and_recorded() {
    var study = kept.uid("s3").value();
    var answer =
        run("movescu", "-S", "-aem", "ELSE", "-k", "0008,0052=STUDY", "-k", "0020,000d=" + study);

    assertThat(answer.output()).containsIgnoringCase("0xa801");
    assertThat(TRAIL)
        .filteredOn(entry -> entry.words().contains("destination ELSE not known"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo(AuditEntry.Action.EXPORT);
              assertThat(entry.allowed()).isFalse();
              assertThat(entry.actor()).isEqualTo("ASKS");
              assertThat(entry.institution()).isEqualTo(HERE);
              assertThat(entry.from()).isEqualTo("127.0.0.1");
              assertThat(entry.objects()).containsExactly(study);
            });
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static void awaitListening(int port) throws Exception {
    for (int n = 0; ; n++) {
      try (var socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
        assertThat(socket.isConnected()).isTrue();
        return;
      } catch (java.net.ConnectException notYet) {
        if (n == 100) {
          throw notYet;
        }
        Thread.sleep(50);
      }
    }
  }

  @Test
  void files_that_are_gone_are_counted_as_failed() {
    var answer =
        run(
            "getscu",
            "-S",
            "-od",
            folder.toString(),
            "-k",
            "0008,0052=SERIES",
            "-k",
            "0020,000e=" + kept.uid("s1-ct"));

    assertThat(answer.output()).contains("0xa702", "Failed Suboperations          : 2");
  }

  @Test
  void nothing_of_another_institution_comes_and_nothing_without_a_key() {
    var other =
        run(
            "getscu",
            "-S",
            "-od",
            folder.toString(),
            "-k",
            "0008,0052=STUDY",
            "-k",
            "0020,000d=" + foreign.uid("s9"));
    var everyPatient =
        run(
            "getscu",
            "-P",
            "-od",
            folder.toString(),
            "-k",
            "0008,0052=PATIENT",
            "-k",
            "0010,0020=*");
    var keyless = run("getscu", "-S", "-od", folder.toString(), "-k", "0008,0052=STUDY");

    assertThat(other.output()).contains("0x0000");
    assertThat(everyPatient.output()).contains("0xa900");
    assertThat(keyless.output()).contains("0xa900");
    assertThat(folder.toFile().list()).isEmpty();
  }
}
