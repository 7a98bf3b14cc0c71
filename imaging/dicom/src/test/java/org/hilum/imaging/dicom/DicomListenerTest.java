package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.hilum.imaging.dicom.AssociationEnd.How;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DicomListenerTest {

  private static final String EXPLICIT = TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();
  private static final SendOutcome SUCCESS = new SendOutcome.Answered(DimseStatus.SUCCESS);

  private final MemorySink sink = new MemorySink();
  private final BlockingQueue<AssociationEnd> ends = new LinkedBlockingQueue<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  static ListenerSettings settings() {
    return ListenerSettings.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private static AssociationLimits hasty(long millis) {
    var time = Duration.ofMillis(millis);
    return new AssociationLimits(128 * 1024, time, time, time);
  }

  private DicomListener listen(ListenerSettings settings) throws IOException {
    return listen(settings, StoragePolicy.OPEN, sink);
  }

  private DicomListener listen(
      ListenerSettings settings, AssociationPolicy policy, StoredObjectSink to) throws IOException {
    var listener = DicomListener.start(settings, policy, to, ends::add);
    open.add(listener);
    return listener;
  }

  private static CallSettings to(DicomListener listener) {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.port());
    return CallSettings.to(address, "SENDER", "HILUM");
  }

  private DicomCaller call(DicomListener listener, ProposedContext... contexts) throws IOException {
    return call(to(listener), contexts);
  }

  private DicomCaller call(CallSettings settings, ProposedContext... contexts) throws IOException {
    var outcome = DicomCaller.call(settings, List.of(contexts));
    assertThat(outcome).isInstanceOf(CallOutcome.Connected.class);
    var caller = ((CallOutcome.Connected) outcome).caller();
    open.add(caller);
    return caller;
  }

  private AssociationEnd end() throws InterruptedException {
    var end = ends.poll(10, TimeUnit.SECONDS);
    assertThat(end).as("the association has not ended").isNotNull();
    return end;
  }

  @AfterEach
  void close() throws Exception {
    for (var each : open.reversed()) {
      each.close();
    }
  }

  @Nested
  class Answers {

    @Test
    void an_echo() throws Exception {
      try (var caller = call(listen(settings()), ProposedContext.verification())) {
        assertThat(caller.echo()).isEqualTo(SUCCESS);
        caller.release();
      }
      assertThat(end().how()).isEqualTo(How.RELEASED);
    }

    @ParameterizedTest
    @EnumSource(
        value = TransferSyntax.class,
        names = {"IMPLICIT_LITTLE_ENDIAN", "EXPLICIT_LITTLE_ENDIAN", "EXPLICIT_BIG_ENDIAN"})
    void a_slice_kept_byte_for_byte(TransferSyntax syntax, @TempDir Path folder) throws Exception {
      var object = SentFile.slice(folder, 1, syntax);
      try (var caller = call(listen(settings()), ProposedContext.of(object))) {
        assertThat(caller.store(object)).isEqualTo(SUCCESS);
        caller.release();
      }
      assertThat(sink.files.get("2.25.77.1")).isEqualTo(Files.readAllBytes(object.file()));
      assertThat(sink.objects.values()).extracting(ReceivedObject::messageId).containsExactly(1);
      assertThat(end().storedObjects()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "1.2.840.10008.1.2.1.99",
          "1.2.840.10008.1.2.4.70",
          "1.2.840.10008.1.2.4.201",
          "1.2.840.10008.1.2.4.107",
          "1.3.46.670589.33.1.4.1"
        })
    void a_compressed_object_without_looking_into_it(String syntax, @TempDir Path folder)
        throws Exception {
      var object = SentFile.of(folder, 1, syntax, SentFile.noise(300_001));
      try (var caller = call(listen(settings()), ProposedContext.of(object))) {
        assertThat(caller.store(object)).isEqualTo(SUCCESS);
        caller.release();
      }
      assertThat(sink.files.get("2.25.77.1")).isEqualTo(Files.readAllBytes(object.file()));
    }

    @ParameterizedTest
    @CsvSource({"4096, 4096", "0, 0", "4096, 0", "0, 4096", "1024, 70000"})
    void in_units_as_large_as_the_other_side_takes(int ours, int theirs, @TempDir Path folder)
        throws Exception {
      var object = SentFile.slice(folder, 1, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
      var listener = listen(settings().with(AssociationLimits.USUAL.withMostPduBytes(ours)));
      var limits = AssociationLimits.USUAL.withMostPduBytes(theirs);
      try (var caller = call(to(listener).with(limits), ProposedContext.of(object))) {
        assertThat(caller.store(object)).isEqualTo(SUCCESS);
        caller.release();
      }
      assertThat(sink.files.get("2.25.77.1")).isEqualTo(Files.readAllBytes(object.file()));
    }

    @Test
    void objects_that_tell_by_which_association_they_came(@TempDir Path folder) throws Exception {
      var listener = listen(settings());
      var ended = new ArrayList<Long>();
      for (int n = 1; n <= 2; n++) {
        var object = SentFile.of(folder, n, EXPLICIT, SentFile.noise(10));
        try (var caller = call(listener, ProposedContext.of(object))) {
          caller.store(object);
          caller.release();
        }
        ended.add(end().association());
      }

      assertThat(ended).doesNotHaveDuplicates();
      assertThat(sink.objects.values())
          .extracting(ReceivedObject::association)
          .containsExactlyInAnyOrderElementsOf(ended);
      assertThat(sink.objects.values())
          .extracting(each -> ((InetSocketAddress) each.peer()).getAddress())
          .containsOnly(InetAddress.getLoopbackAddress());
    }

    @Test
    void several_associations_at_once(@TempDir Path folder) throws Exception {
      var listener = listen(settings());
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var senders = new ArrayList<Future<Integer>>();
        for (int n = 0; n < 8; n++) {
          int first = 10 * n;
          senders.add(threads.submit(() -> sendTen(listener, folder, first)));
        }
        for (var sender : senders) {
          sender.get();
        }
      }
      for (int n = 0; n < 8; n++) {
        assertThat(end().storedObjects()).isEqualTo(10);
      }
      assertThat(sink.files).hasSize(80);
      assertThat(sink.files.get("2.25.77.42"))
          .isEqualTo(Files.readAllBytes(folder.resolve("42.dcm")));
    }

    private int sendTen(DicomListener listener, Path folder, int first) throws IOException {
      var context = new ProposedContext(SentFile.CT, List.of(EXPLICIT));
      var outcome = DicomCaller.call(to(listener), List.of(context));
      try (var caller = ((CallOutcome.Connected) outcome).caller()) {
        for (int n = first; n < first + 10; n++) {
          caller.store(SentFile.of(folder, n, EXPLICIT, SentFile.noise(100_000 + n)));
        }
        caller.release();
      }
      return first;
    }

    @Test
    void with_what_the_sink_says(@TempDir Path folder) throws Exception {
      var full = DimseStatus.outOfResources("the disk is full");
      var listener =
          listen(settings(), StoragePolicy.OPEN, object -> StoredObjectSink.refusing(full));
      var object = SentFile.of(folder, 1, EXPLICIT, SentFile.noise(1000));
      try (var caller = call(listener, ProposedContext.of(object))) {
        assertThat(caller.store(object)).isEqualTo(new SendOutcome.Answered(full));
        caller.release();
      }
      assertThat(end().storedObjects()).isZero();
    }

    @Test
    void out_of_resources_for_a_sink_that_fails_and_goes_on(@TempDir Path folder) throws Exception {
      StoredObjectSink failing =
          object -> {
            if (object.messageId() == 1) {
              throw new IOException("no room");
            }
            return sink.begin(object);
          };
      var object = SentFile.of(folder, 1, EXPLICIT, SentFile.noise(1000));
      var listener = listen(settings(), StoragePolicy.OPEN, failing);
      try (var caller = call(listener, ProposedContext.of(object))) {
        assertThat(((SendOutcome.Answered) caller.store(object)).status().code()).isEqualTo(0xA700);
        assertThat(caller.store(object)).isEqualTo(SUCCESS);
        caller.release();
      }
    }
  }

  @Nested
  class Turns_away {

    @Test
    void the_association_after_the_last_that_may_be_open() throws Exception {
      var listener = listen(settings());
      for (int n = 0; n < 64; n++) {
        call(listener, ProposedContext.verification());
      }

      var refused = DicomCaller.call(to(listener), List.of(ProposedContext.verification()));

      assertThat(refused)
          .isEqualTo(
              new CallOutcome.Refused(true, "as many associations as there may be are open"));
      assertThat(end().how()).isEqualTo(How.REJECTED);
      ((DicomCaller) open.getLast()).release();
      assertThat(end().how()).isEqualTo(How.RELEASED);
      assertThat(call(listener, ProposedContext.verification()).echo()).isEqualTo(SUCCESS);
    }

    @ParameterizedTest
    @CsvSource({
      "OTHER, SENDER, the called AE title is not known",
      "HILUM, OTHER, the calling AE title is not known"
    })
    void who_does_not_go_by_a_known_title(String called, String calling, String words)
        throws Exception {
      var policy = new StoragePolicy(Set.of(called), Set.of(calling));
      var listener = listen(settings(), policy, sink);

      var refused = DicomCaller.call(to(listener), List.of(ProposedContext.verification()));

      assertThat(refused).isEqualTo(new CallOutcome.Refused(false, words));
    }

    @Test
    void for_now_whom_the_policy_cannot_judge_at_this_moment() throws Exception {
      var away =
          only(
              peer -> {
                throw new PolicyAwayException(new IOException("no database"));
              });
      var listener = listen(settings(), away, sink);

      var refused = DicomCaller.call(to(listener), List.of(ProposedContext.verification()));

      assertThat(refused).isEqualTo(new CallOutcome.Refused(true, "temporary congestion"));
    }

    @Test
    void what_is_no_storage_and_nothing_else() throws Exception {
      var find = new ProposedContext("1.2.840.10008.5.1.4.1.2.2.1", List.of(EXPLICIT));
      var listener = listen(settings());
      try (var caller = call(listener, find)) {
        assertThat(caller.echo()).isInstanceOf(SendOutcome.NotAgreed.class);
        caller.release();
      }
      try (var caller = call(listener, find, ProposedContext.verification())) {
        assertThat(caller.echo()).isEqualTo(SUCCESS);
        caller.release();
      }
    }

    @Test
    void an_object_in_a_transfer_syntax_not_agreed_on(@TempDir Path folder) throws Exception {
      var object = SentFile.of(folder, 1, EXPLICIT, SentFile.noise(10));
      var other = new ProposedContext(SentFile.CT, List.of("1.2.840.10008.1.2"));
      try (var caller = call(listen(settings()), other)) {
        assertThat(caller.store(object)).isInstanceOf(SendOutcome.NotAgreed.class);
        caller.release();
      }
      assertThat(sink.begun).hasValue(0);
    }
  }

  @Nested
  class Bears {

    private Socket stranger(DicomListener listener, byte[] bytes) throws IOException {
      var socket = new Socket(InetAddress.getLoopbackAddress(), listener.port());
      open.add(socket);
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(bytes);
      return socket;
    }

    private void stillServes(DicomListener listener) throws IOException {
      try (var caller = call(listener, ProposedContext.verification())) {
        assertThat(caller.echo()).isEqualTo(SUCCESS);
        caller.release();
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\n\r\n", "\u0016\u0003\u0001\u0002\u0000", "\u0000"})
    void strangers_whom_it_tells_to_go(String bytes) throws Exception {
      var listener = listen(settings());
      var socket = stranger(listener, bytes.getBytes(StandardCharsets.ISO_8859_1));

      assertThat(socket.getInputStream().readAllBytes())
          .containsExactly(7, 0, 0, 0, 0, 4, 0, 0, 2, 1);
      assertThat(end().how()).isEqualTo(How.ABORTED_BY_US);
      stillServes(listener);
    }

    @Test
    void a_request_of_a_length_that_lies() throws Exception {
      var listener = listen(settings());
      var socket = stranger(listener, new byte[] {1, 0, 0x7F, -1, -1, -1, 0, 1});

      assertThat(socket.getInputStream().readAllBytes()).startsWith(7);
      assertThat(end().words()).contains("longer than agreed");
    }

    @Test
    void connections_that_say_nothing() throws Exception {
      var listener = listen(settings().with(hasty(300)));
      var socket = stranger(listener, new byte[0]);

      assertThat(socket.getInputStream().readAllBytes()).startsWith(7);
      assertThat(end().how()).isEqualTo(How.TIMED_OUT);
    }

    @Test
    void a_request_that_trickles_in() throws Exception {
      var listener = listen(settings().with(hasty(500)));
      var socket = stranger(listener, new byte[] {1, 0, 0, 0, 0, 100});
      var out = socket.getOutputStream();

      var end = trickleUntilEnd(out);

      assertThat(end.how()).isEqualTo(How.TIMED_OUT);
      stillServes(listener);
    }

    private AssociationEnd trickleUntilEnd(OutputStream out) throws Exception {
      for (int n = 0; n < 100; n++) {
        try {
          out.write(0);
        } catch (IOException closed) {
          return end();
        }
        var end = ends.poll(100, TimeUnit.MILLISECONDS);
        if (end != null) {
          return end;
        }
      }
      throw new AssertionError("a slow request was waited for without end");
    }

    @Test
    void a_peer_that_opens_an_association_and_falls_silent() throws Exception {
      var listener = listen(settings().with(hasty(300)));
      var caller = call(listener, ProposedContext.verification());

      assertThat(end().how()).isEqualTo(How.TIMED_OUT);
      assertThatThrownBy(caller::echo).isInstanceOf(IOException.class);
    }

    @Test
    void an_abort_in_the_middle_of_an_object_and_drops_it() throws Exception {
      var begun = new CountDownLatch(1);
      var listener = listen(settings(), StoragePolicy.OPEN, signalling(begun));
      var socket = openByHand(listener);
      socket.getOutputStream().write(HandMade.halfAnObject());
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

      socket.getOutputStream().write(new byte[] {7, 0, 0, 0, 0, 4, 0, 0, 0, 0});

      assertThat(end().how()).isEqualTo(How.ABORTED_BY_PEER);
      assertThat(sink.dropped).hasValue(1);
      assertThat(sink.files).isEmpty();
      stillServes(listener);
    }

    @Test
    void a_connection_that_breaks_in_the_middle_of_an_object_and_drops_it() throws Exception {
      var begun = new CountDownLatch(1);
      var listener = listen(settings(), StoragePolicy.OPEN, signalling(begun));
      var socket = openByHand(listener);
      socket.getOutputStream().write(HandMade.halfAnObject());
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

      socket.close();

      assertThat(end().how()).isEqualTo(How.LOST);
      assertThat(sink.dropped).hasValue(1);
    }

    @Test
    void data_where_a_command_is_due() throws Exception {
      var socket = openByHand(listen(settings()));
      socket.getOutputStream().write(new byte[] {4, 0, 0, 0, 0, 7, 0, 0, 0, 3, 1, 2, 0});

      assertThat(end().how()).isEqualTo(How.ABORTED_BY_US);
    }

    private StoredObjectSink signalling(CountDownLatch begun) {
      return object -> {
        var reception = sink.begin(object);
        begun.countDown();
        return reception;
      };
    }

    private Socket openByHand(DicomListener listener) throws IOException {
      var socket = stranger(listener, HandMade.request());
      var head = socket.getInputStream().readNBytes(6);
      assertThat(head).startsWith(2);
      socket.getInputStream().readNBytes((head[4] & 255) << 8 | head[5] & 255);
      return socket;
    }
  }

  @Nested
  class Stops {

    @Test
    void at_once_where_no_message_is_running() throws Exception {
      var listener = listen(settings());
      var caller = call(listener, ProposedContext.verification());

      assertThat(listener.stop(Duration.ofSeconds(5))).isTrue();

      assertThat(end().how()).isEqualTo(How.ABORTED_BY_US);
      assertThatThrownBy(caller::echo).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> call(listener, ProposedContext.verification()))
          .isInstanceOf(IOException.class);
    }

    @Test
    void after_the_running_message_is_answered(@TempDir Path folder) throws Exception {
      var storing = new CountDownLatch(1);
      var mayFinish = new CountDownLatch(1);
      var listener = listen(settings(), StoragePolicy.OPEN, held(storing, mayFinish));
      var object = SentFile.of(folder, 1, EXPLICIT, SentFile.noise(1000));
      var caller = call(listener, ProposedContext.of(object));
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var answer = threads.submit(() -> caller.store(object));
        assertThat(storing.await(10, TimeUnit.SECONDS)).isTrue();
        var stopped = threads.submit(() -> listener.stop(Duration.ofSeconds(10)));
        Thread.sleep(100);
        mayFinish.countDown();

        assertThat(answer.get()).isEqualTo(SUCCESS);
        assertThat(stopped.get()).isTrue();
      }
    }

    @Test
    void also_where_a_message_never_ends_and_drops_it() throws Exception {
      var listener = listen(settings());
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
        socket.getOutputStream().write(HandMade.request());
        socket.getOutputStream().write(HandMade.halfAnObject());
        for (int n = 0; n < 100 && sink.begun.get() == 0; n++) {
          Thread.sleep(20);
        }

        assertThat(listener.stop(Duration.ofMillis(200))).isFalse();
      }
      assertThat(sink.dropped).hasValue(1);
      assertThat(end().how()).isEqualTo(How.ABORTED_BY_US);
    }

    private StoredObjectSink held(CountDownLatch storing, CountDownLatch mayFinish) {
      return object -> {
        storing.countDown();
        try {
          mayFinish.await();
        } catch (InterruptedException interrupted) {
          throw new IOException(interrupted);
        }
        return sink.begin(object);
      };
    }
  }

  @Nested
  class By_TLS {

    @Test
    void stores_from_a_caller_with_a_certificate_and_turns_away_one_without(@TempDir Path folder)
        throws Exception {
      var keys = TestKeys.in(folder);
      var protectedSettings =
          settings().with(new TransportSecurity.Tls(keys.context("server", "client"), true));
      var listener = listen(protectedSettings);
      var object = SentFile.slice(folder, 1, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
      var known = new TransportSecurity.Tls(keys.context("client", "server"), false);
      var unknown = new TransportSecurity.Tls(keys.context("server", "server"), false);

      try (var caller = call(to(listener).with(known), ProposedContext.of(object))) {
        assertThat(caller.store(object)).isEqualTo(SUCCESS);
        caller.release();
      }

      assertThat(sink.files.get("2.25.77.1")).isEqualTo(Files.readAllBytes(object.file()));
      assertThatThrownBy(() -> call(to(listener).with(unknown), ProposedContext.of(object)))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> call(to(listener), ProposedContext.of(object)))
          .isInstanceOf(IOException.class);
    }
  }

  /** Lets in by one title and what is asked of the peer. */
  private static AssociationPolicy only(Predicate<CallingPeer> isWelcome) {
    return new AssociationPolicy() {
      @Override
      public boolean isCalled(String calledTitle) {
        return true;
      }

      @Override
      public boolean mayCall(String callingTitle, String calledTitle) {
        return callingTitle.equals("SENDER");
      }

      @Override
      public boolean mayCall(String callingTitle, String calledTitle, CallingPeer peer) {
        return mayCall(callingTitle, calledTitle) && isWelcome.test(peer);
      }

      @Override
      public boolean serves(String abstractSyntax) {
        return StoragePolicy.OPEN.serves(abstractSyntax);
      }

      @Override
      public java.util.Optional<String> choose(String syntax, List<String> transferSyntaxes) {
        return StoragePolicy.OPEN.choose(syntax, transferSyntaxes);
      }
    };
  }

  private static AssociationPolicy showing(String certificate) {
    return only(peer -> peer.certificate().equals(certificate));
  }

  @Nested
  class A_certificate {

    @Test
    void is_held_against_what_the_policy_asks_of_a_title(@TempDir Path folder) throws Exception {
      var keys = TestKeys.in(folder);
      var client = new TransportSecurity.Tls(keys.context("client", "server"), false);
      for (boolean needed : new boolean[] {true, false}) {
        var byTls =
            settings().with(new TransportSecurity.Tls(keys.context("server", "client"), needed));
        var known = listen(byTls, showing(keys.fingerprint("client")), sink);
        var other = listen(byTls, showing(keys.fingerprint("server")), sink);
        try (var caller = call(to(known).with(client), ProposedContext.verification())) {
          assertThat(caller.echo()).isEqualTo(SUCCESS);
          caller.release();
        }
        assertThat(
                DicomCaller.call(to(other).with(client), List.of(ProposedContext.verification())))
            .isInstanceOf(CallOutcome.Refused.class);
      }
      var inClear = listen(settings(), showing(keys.fingerprint("client")), sink);
      assertThat(DicomCaller.call(to(inClear), List.of(ProposedContext.verification())))
          .isInstanceOf(CallOutcome.Refused.class);
    }

    @Test
    void of_who_is_called_is_held_against_the_one_it_should_show(@TempDir Path folder)
        throws Exception {
      var keys = TestKeys.in(folder);
      var listener =
          listen(
              settings().with(new TransportSecurity.Tls(keys.context("server", "client"), true)));
      var tls = new TransportSecurity.Tls(keys.context("client", "server"), false);
      var right = tls.with(keys.fingerprint("server"));
      try (var caller = call(to(listener).with(right), ProposedContext.verification())) {
        assertThat(caller.echo()).isEqualTo(SUCCESS);
        caller.release();
      }
      var wrong = tls.with(keys.fingerprint("client"));
      assertThatThrownBy(() -> call(to(listener).with(wrong), ProposedContext.verification()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another certificate");
    }
  }

  @Nested
  class The_policy {

    @Test
    void serves_storage_and_nothing_that_only_stands_near_it() {
      var served =
          Map.of(
              SentFile.CT,
              true,
              "1.2.840.10008.1.1",
              true,
              "1.2.840.10008.5.1.4.1.1.201.1",
              true,
              "1.2.840.10008.5.1.4.1.1.201.2",
              false,
              "1.2.840.10008.5.1.4.1.2.1.1",
              false);
      served.forEach(
          (uid, expected) ->
              assertThat(StoragePolicy.OPEN.serves(uid)).as(uid).isEqualTo(expected));
    }
  }
}
