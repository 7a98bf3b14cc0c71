package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hilum.fixtures.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DCMTK's findscu, movescu and getscu against our listener. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QueryRetrieveIT {

  private static final CallSettings NOBODY =
      CallSettings.to(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 1), "HILUM", "NOBODY");

  @TempDir Path folder;

  private final BlockingQueue<AssociationEnd> ends = new LinkedBlockingQueue<>();
  private final BlockingQueue<QueryRequest> requests = new LinkedBlockingQueue<>();
  private final List<SendableObject> objects = new ArrayList<>();
  private final MemorySink elsewhere = new MemorySink();
  private Optional<CallSettings> destination = Optional.empty();
  private volatile int matches = 100;
  private DicomListener listener;
  private DicomListener receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver =
        DicomListener.start(DicomListenerTest.settings(), StoragePolicy.OPEN, elsewhere, end -> {});
    listener = listen(new TransportSecurity.Plain());
  }

  private DicomListener listen(TransportSecurity security) throws IOException {
    var services =
        new DicomServices(new MemorySink(), Optional.of(this::find), Optional.of(new Retrievals()));
    return DicomListener.start(
        DicomListenerTest.settings().with(security), StoragePolicy.OPEN, services, ends::add);
  }

  @AfterEach
  void close() throws IOException {
    listener.close();
    receiver.close();
  }

  private void find(QueryRequest request, QueryAnswers answers) throws IOException {
    requests.add(request);
    if (request.level().equals("IMAGE")) {
      throw new QueryRefusedException(new DimseStatus(0xA900, "no images are looked for"));
    }
    if (request.level().equals("SERIES")) {
      throw new IllegalStateException("a fault");
    }
    boolean wanted = true;
    for (int n = 1; n <= matches && wanted; n++) {
      wanted =
          answers.answer(
              request.identifier().toBuilder()
                  .text(Tag.STUDY_INSTANCE_UID, Vr.UI, "2.25.9." + n)
                  .build());
    }
  }

  private class Retrievals implements RetrieveService {
    @Override
    public List<SendableObject> retrieve(QueryRequest request) {
      requests.add(request);
      return objects;
    }

    @Override
    public Optional<CallSettings> destination(String moveDestination, QueryRequest request) {
      return destination;
    }
  }

  private Peer.Answer run(String tool, String... more) {
    var arguments = new ArrayList<>(List.of("-d", "-aet", "ASKS", "-aec", "HILUM"));
    arguments.addAll(Arrays.asList(more));
    arguments.addAll(List.of("127.0.0.1", Integer.toString(listener.port())));
    return Peer.require(tool, "dcmtk").run(arguments);
  }

  private Peer.Answer move(String... more) {
    var arguments =
        new ArrayList<>(
            List.of("-S", "-aem", "THERE", "-k", "0008,0052=STUDY", "-k", "0020,000d=2.25.1"));
    arguments.addAll(Arrays.asList(more));
    return run("movescu", arguments.toArray(String[]::new));
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static CallSettings there(int port) {
    return CallSettings.to(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), "HILUM", "THERE");
  }

  private AssociationEnd.How end() throws InterruptedException {
    var end = ends.poll(10, TimeUnit.SECONDS);
    assertThat(end).isNotNull();
    return end.how();
  }

  private static byte[] dataSet(byte[] file) throws IOException {
    var copy = Files.write(Files.createTempFile("hilum", ".dcm"), file);
    try {
      int at = (int) SendableObject.of(copy).orElseThrow().dataSetAt();
      return Arrays.copyOfRange(file, at, file.length);
    } finally {
      Files.delete(copy);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-x=", "-xi", "-xe"})
  void every_match_is_found_in_either_encoding(String syntax) throws Exception {
    var answer =
        run(
            "findscu",
            "-S",
            syntax,
            "-k",
            "0008,0005=ISO_IR 192",
            "-k",
            "0008,0052=STUDY",
            "-k",
            "0010,0010=*王*",
            "-k",
            "0020,000d");

    assertThat(answer.output().split("Received Find Response", -1)).hasSize(101);
    assertThat(answer.output()).contains("2.25.9.100", "0x0000: Success");
    var request = requests.take();
    assertThat(request.identifier().text(Tag.PATIENT_NAME)).contains("*王*");
    assertThat(request.level()).isEqualTo("STUDY");
    assertThat(request.informationModel()).isEqualTo(InformationModel.STUDY_ROOT_FIND.uid());
    assertThat(end()).isEqualTo(AssociationEnd.How.RELEASED);
  }

  @Test
  void a_query_is_cancelled_in_the_middle() throws Exception {
    matches = 1_000_000;
    var answer = run("findscu", "-S", "--cancel", "3", "-k", "0008,0052=STUDY", "-k", "0020,000d");

    assertThat(answer.output()).containsAnyOf("0xfe00", "Cancel: Matching terminated");
    assertThat(answer.output()).doesNotContain("2.25.9.1000000");
    assertThat(end()).isEqualTo(AssociationEnd.How.RELEASED);
  }

  @Test
  void a_query_is_cancelled_in_the_middle_by_TLS() throws Exception {
    matches = 1_000_000;
    var keys = TestKeys.in(folder);
    listener.close();
    listener = listen(new TransportSecurity.Tls(keys.context("server", "client"), false));

    var answer =
        run(
            "findscu",
            "+tla",
            "+cf",
            keys.certificate("server").toString(),
            "-S",
            "--cancel",
            "3",
            "-k",
            "0008,0052=STUDY");

    assertThat(answer.output()).contains("0xfe00");
    assertThat(end()).isEqualTo(AssociationEnd.How.RELEASED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"findscu", "movescu"})
  void a_peer_that_vanishes_ends_its_association_and_no_other(String tool) throws Exception {
    matches = 1_000_000;
    slices(1, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    objects.addAll(Collections.nCopies(5000, objects.getFirst()));
    destination = Optional.of(there(receiver.port()));
    var command = new ArrayList<>(List.of(Peer.require(tool, "dcmtk").program().toString()));
    command.addAll(List.of("-S", "-k", "0008,0052=STUDY"));
    command.addAll(tool.equals("movescu") ? List.of("-aem", "THERE") : List.of());
    command.addAll(List.of("127.0.0.1", Integer.toString(listener.port())));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(requests.poll(10, TimeUnit.SECONDS)).isNotNull();

    process.destroyForcibly();

    assertThat(end()).isIn(AssociationEnd.How.LOST, AssociationEnd.How.TIMED_OUT);
    matches = 1;
    assertThat(run("findscu", "-S", "-k", "0008,0052=STUDY").output()).contains("0x0000: Success");
  }

  @Test
  void what_the_service_refuses_or_fails_at_is_answered() throws Exception {
    var refused = run("findscu", "-S", "-k", "0008,0052=IMAGE");
    var failed = run("findscu", "-P", "-k", "0008,0052=SERIES");

    assertThat(refused.output()).containsIgnoringCase("0xa900");
    assertThat(failed.output()).containsIgnoringCase("0xc001");
    assertThat(end()).isEqualTo(AssociationEnd.How.RELEASED);
  }

  @Test
  void objects_move_to_another_listener_with_their_originator() throws Exception {
    slices(3, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    destination = Optional.of(there(receiver.port()));

    var answer = move();

    assertThat(answer.exitCode()).as(answer.output()).isZero();
    assertThat(elsewhere.files).hasSize(3);
    assertThat(dataSet(elsewhere.files.getOrDefault("2.25.77.2", new byte[0])))
        .isEqualTo(dataSet(Files.readAllBytes(objects.get(1).file())));
    assertThat(answer.output()).contains("Completed Suboperations       : 3");
  }

  @Test
  void objects_move_to_storescp_and_to_movescu_itself() throws Exception {
    slices(3, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    int port = freePort();
    destination = Optional.of(there(port));
    var kept = Files.createDirectory(folder.resolve("kept"));

    var answer = move("--port", Integer.toString(port), "-od", kept.toString());

    assertThat(answer.exitCode()).as(answer.output()).isZero();
    assertThat(kept.toFile().list()).hasSize(3);
    assertThat(answer.output()).contains("Move Originator AE Title      : ASKS");
  }

  @Test
  void an_unknown_destination_is_said() {
    var answer = move();

    assertThat(answer.exitCode()).isNotZero();
    assertThat(answer.output()).containsIgnoringCase("0xa801");
  }

  @Test
  void a_destination_that_is_down_fails_every_object_by_name() throws Exception {
    slices(2, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    destination = Optional.of(NOBODY);

    var answer = move();

    assertThat(answer.output())
        .containsIgnoringCase("0xa702")
        .contains("Failed Suboperations          : 2", "2.25.77.1\\2.25.77.2");
  }

  @Test
  void a_file_that_is_gone_fails_alone() throws Exception {
    slices(3, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    objects.set(
        1,
        SendableObject.kept(
            folder.resolve("gone.dcm"),
            new Uid(SentFile.CT),
            SentFile.instance(2),
            new Uid(TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid())));
    destination = Optional.of(there(receiver.port()));

    var answer = move();

    assertThat(answer.output()).containsIgnoringCase("0xb000").contains("2.25.77.2");
    assertThat(elsewhere.files).containsOnlyKeys("2.25.77.1", "2.25.77.3");
  }

  @Test
  void a_move_is_cancelled_in_the_middle() throws Exception {
    slices(1, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    objects.addAll(Collections.nCopies(999, objects.getFirst()));
    destination = Optional.of(there(receiver.port()));

    var answer = move("--cancel", "2");

    assertThat(answer.output()).containsIgnoringCase("0xfe00");
    assertThat(elsewhere.begun.get()).isBetween(1, 999);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+x=", "+xi", "+xe"})
  void objects_come_back_to_getscu(String syntax) throws Exception {
    slices(2, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    objects.add(SentFile.slice(folder, 3, TransferSyntax.IMPLICIT_LITTLE_ENDIAN));
    var kept = Files.createDirectory(folder.resolve("kept"));

    var answer =
        run(
            "getscu",
            "-S",
            syntax,
            "-od",
            kept.toString(),
            "-k",
            "0008,0052=STUDY",
            "-k",
            "0020,000d=2.25.1");

    assertThat(answer.exitCode()).as(answer.output()).isZero();
    try (var files = Files.list(kept)) {
      assertThat(files.map(QueryRetrieveIT::pixels).distinct()).hasSize(1);
    }
    assertThat(kept.toFile().list()).hasSize(3);
    assertThat(end()).isEqualTo(AssociationEnd.How.RELEASED);
  }

  private static int pixels(Path file) {
    try {
      var parsed = (DicomParse.Parsed) DicomReader.read(file, DicomReader.Depth.WHOLE);
      return Arrays.hashCode(
          parsed.object().dataSet().element(Tag.PIXEL_DATA).orElseThrow().bytes());
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private void slices(int count, TransferSyntax syntax) throws IOException {
    for (int n = 1; n <= count; n++) {
      objects.add(SentFile.slice(folder, n, syntax));
    }
  }
}
