package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hilum.fixtures.Peer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DCMTK's tools against our listener, and our caller against DCMTK's receiver. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DimsePeersIT {

  @TempDir Path folder;

  private final MemorySink sink = new MemorySink();
  private final BlockingQueue<AssociationEnd> ends = new LinkedBlockingQueue<>();

  private DicomListener listen(TransportSecurity security, AssociationPolicy policy)
      throws IOException {
    return DicomListener.start(
        DicomListenerTest.settings().with(security), policy, sink, ends::add);
  }

  private DicomListener listen() throws IOException {
    return listen(new TransportSecurity.Plain(), StoragePolicy.OPEN);
  }

  private static Peer dcmtk(String tool) {
    return Peer.require(tool, "dcmtk");
  }

  private static Peer.Answer run(Peer tool, DicomListener listener, List<String> more) {
    var arguments = new ArrayList<>(List.of("-aet", "SENDER", "-aec", "HILUM"));
    var options = more.stream().takeWhile(each -> !each.endsWith(".dcm")).toList();
    arguments.addAll(options);
    arguments.addAll(List.of("127.0.0.1", Integer.toString(listener.port())));
    arguments.addAll(more.subList(options.size(), more.size()));
    return tool.run(arguments);
  }

  private AssociationEnd end() throws InterruptedException {
    var end = ends.poll(10, TimeUnit.SECONDS);
    assertThat(end).isNotNull();
    return end;
  }

  private static byte[] pixels(byte[] file) {
    var parsed = (DicomParse.Parsed) DicomReader.read(file, DicomReader.Depth.WHOLE);
    return parsed.object().dataSet().element(Tag.PIXEL_DATA).orElseThrow().bytes();
  }

  @Nested
  class Our_listener {

    @Test
    void answers_echoscu() throws Exception {
      var echoscu = dcmtk("echoscu");
      try (var listener = listen()) {
        var answer = run(echoscu, listener, List.of());

        assertThat(answer.exitCode()).as(answer.output()).isZero();
        assertThat(end().how()).isEqualTo(AssociationEnd.How.RELEASED);
      }
    }

    @Test
    void turns_echoscu_away_that_calls_another_title() throws Exception {
      var echoscu = dcmtk("echoscu");
      var policy = new StoragePolicy(Set.of("ELSEWHERE"), Set.of());
      try (var listener = listen(new TransportSecurity.Plain(), policy)) {
        var answer = run(echoscu, listener, List.of());

        assertThat(answer.exitCode()).isNotZero();
        assertThat(answer.output()).contains("Called AE Title Not Recognized");
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x=", "-xi", "-xb", "+C"})
    void keeps_what_storescu_sends(String proposal) throws Exception {
      var storescu = dcmtk("storescu");
      var object = SentFile.slice(folder, 1, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
      try (var listener = listen()) {
        var answer = run(storescu, listener, List.of(proposal, object.file().toString()));

        assertThat(answer.exitCode()).as(answer.output()).isZero();
        assertThat(end().storedObjects()).isEqualTo(1);
      }
      assertThat(pixels(stored(1))).isEqualTo(pixels(Files.readAllBytes(object.file())));
    }

    private byte[] stored(int number) {
      var uid = SentFile.instance(number).value();
      assertThat(sink.files).containsOnlyKeys(uid);
      return sink.files.getOrDefault(uid, new byte[0]);
    }

    @Test
    void keeps_a_compressed_slice_compressed() throws Exception {
      var storescu = dcmtk("storescu");
      var plain = SentFile.slice(folder, 1, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
      var compressed = folder.resolve("compressed.dcm");
      var made =
          Peer.require("dcmcrle", "dcmtk")
              .run(List.of("+un", plain.file().toString(), compressed.toString()));
      assertThat(made.exitCode()).as(made.output()).isZero();
      try (var listener = listen()) {
        var answer = run(storescu, listener, List.of("-xr", compressed.toString()));

        assertThat(answer.exitCode()).as(answer.output()).isZero();
      }
      var parsed = (DicomParse.Parsed) DicomReader.read(stored(1), DicomReader.Depth.WHOLE);
      assertThat(parsed.object().transferSyntaxUid()).isEqualTo(TransferSyntax.RLE_LOSSLESS.uid());
    }

    @Test
    void serves_storescu_by_mutual_TLS_and_not_without() throws Exception {
      var storescu = dcmtk("storescu");
      var keys = TestKeys.in(folder);
      var object = SentFile.slice(folder, 1, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
      var tls = new TransportSecurity.Tls(keys.context("server", "client"), true);
      try (var listener = listen(tls, StoragePolicy.OPEN)) {
        var known =
            run(
                storescu,
                listener,
                List.of(
                    "+tls",
                    keys.key("client").toString(),
                    keys.certificate("client").toString(),
                    "+cf",
                    keys.certificate("server").toString(),
                    object.file().toString()));
        var nameless =
            run(
                storescu,
                listener,
                List.of(
                    "+tla",
                    "+cf",
                    keys.certificate("server").toString(),
                    object.file().toString()));
        var plain = run(storescu, listener, List.of(object.file().toString()));

        assertThat(known.exitCode()).as(known.output()).isZero();
        assertThat(nameless.exitCode()).isNotZero();
        assertThat(plain.exitCode()).isNotZero();
      }
      assertThat(sink.files).hasSize(1);
    }
  }

  @Nested
  class Our_caller {

    @Test
    void is_answered_by_storescp_and_sends_every_byte_as_it_is() throws Exception {
      var kept = Files.createDirectory(folder.resolve("kept"));
      var slices = new ArrayList<SendableObject>();
      for (int n = 1; n <= 3; n++) {
        slices.add(SentFile.slice(folder, n, TransferSyntax.EXPLICIT_LITTLE_ENDIAN));
      }
      try (var scp = storescp(kept, List.of());
          var caller = connected(scp.settings(), slices)) {
        assertThat(caller.echo()).isEqualTo(new SendOutcome.Answered(DimseStatus.SUCCESS));
        for (var slice : slices) {
          assertThat(caller.store(slice)).isEqualTo(new SendOutcome.Answered(DimseStatus.SUCCESS));
        }
        caller.release();
      }
      for (var slice : slices) {
        assertThat(dataSet(kept.resolve("CT." + slice.sopInstance())))
            .isEqualTo(dataSet(slice.file()));
      }
    }

    @ParameterizedTest
    @EnumSource(
        value = TransferSyntax.class,
        names = {"IMPLICIT_LITTLE_ENDIAN", "EXPLICIT_BIG_ENDIAN"})
    void sends_to_storescp_in_the_syntax_of_the_file(TransferSyntax syntax) throws Exception {
      var kept = Files.createDirectory(folder.resolve("kept"));
      var slice = SentFile.slice(folder, 1, syntax);
      try (var scp = storescp(kept, List.of());
          var caller = connected(scp.settings(), List.of(slice))) {
        assertThat(caller.store(slice)).isEqualTo(new SendOutcome.Answered(DimseStatus.SUCCESS));
        caller.release();
      }
      assertThat(dataSet(kept.resolve("CT." + slice.sopInstance())))
          .isEqualTo(dataSet(slice.file()));
    }

    @Test
    void sends_to_storescp_by_mutual_TLS() throws Exception {
      var kept = Files.createDirectory(folder.resolve("kept"));
      var keys = TestKeys.in(folder);
      var slice = SentFile.slice(folder, 1, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
      var options =
          List.of(
              "+tls",
              keys.key("server").toString(),
              keys.certificate("server").toString(),
              "+cf",
              keys.certificate("client").toString());
      var tls = new TransportSecurity.Tls(keys.context("client", "server"), false);
      try (var scp = storescp(kept, options);
          var caller = connected(scp.settings().with(tls), List.of(slice))) {
        assertThat(caller.store(slice)).isEqualTo(new SendOutcome.Answered(DimseStatus.SUCCESS));
        caller.release();
      }
      assertThat(dataSet(kept.resolve("CT." + slice.sopInstance())))
          .isEqualTo(dataSet(slice.file()));
    }

    private static byte[] dataSet(Path file) throws IOException {
      var bytes = Files.readAllBytes(file);
      int at = (int) SendableObject.of(file).orElseThrow().dataSetAt();
      return java.util.Arrays.copyOfRange(bytes, at, bytes.length);
    }

    private static DicomCaller connected(CallSettings settings, List<SendableObject> objects)
        throws Exception {
      var contexts = new ArrayList<>(objects.stream().map(ProposedContext::of).toList());
      contexts.add(ProposedContext.verification());
      for (int n = 0; ; n++) {
        try {
          return ((CallOutcome.Connected) DicomCaller.call(settings, contexts)).caller();
        } catch (java.net.ConnectException notYet) {
          if (n == 100) {
            throw notYet;
          }
          Thread.sleep(50);
        }
      }
    }
  }

  /** DCMTK's receiver, running until closed. */
  private record Receiver(Process process, int port) implements AutoCloseable {

    CallSettings settings() {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      return CallSettings.to(address, "HILUM", "STORESCP");
    }

    @Override
    public void close() {
      process.destroy();
      process.onExit().join();
    }
  }

  private static Receiver storescp(Path kept, List<String> options) throws IOException {
    var command = new ArrayList<>(List.of(dcmtk("storescp").program().toString()));
    command.addAll(List.of("+xa", "+B", "-od", kept.toString()));
    command.addAll(options);
    int port = freePort();
    command.add(Integer.toString(port));
    var log = kept.resolveSibling("storescp.log").toFile();
    var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    return new Receiver(process, port);
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
