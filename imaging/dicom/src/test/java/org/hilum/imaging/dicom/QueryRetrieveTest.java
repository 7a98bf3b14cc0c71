package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our caller asks our listener. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QueryRetrieveTest {

  private static final String CT = SentFile.CT;
  private static final String EXPLICIT = TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();

  /** The worked example of ITU-T T.87 annex H.3. */
  private static final byte[] JPEG_LS =
      HexFormat.of()
          .parseHex(
              "FFD8FFF7000B080004000401011100FFDA0008010100000000C000006C80208E01C000005740"
                  + "00006EE6000001BC18000005D800009160FFD9");

  private static final DataSet STUDY =
      DataSet.builder()
          .text(Tag.QUERY_RETRIEVE_LEVEL, Vr.CS, "STUDY")
          .text(Tag.STUDY_INSTANCE_UID, Vr.UI, "2.25.1")
          .build();

  @TempDir Path folder;
  private final List<SendableObject> objects = new ArrayList<>();
  private final MemorySink taken = new MemorySink();
  private final List<AutoCloseable> open = new ArrayList<>();
  private Optional<CallSettings> destination = Optional.empty();
  private int matches = 5;

  @AfterEach
  void close() throws Exception {
    for (var each : open.reversed()) {
      each.close();
    }
  }

  private DicomListener listen(StoredObjectSink sink) throws IOException {
    var services = new DicomServices(sink, Optional.of(this::find), Optional.of(new Retrievals()));
    var listener =
        DicomListener.start(DicomListenerTest.settings(), StoragePolicy.OPEN, services, end -> {});
    open.add(listener);
    return listener;
  }

  private void find(QueryRequest request, QueryAnswers answers) throws IOException {
    boolean wanted = true;
    for (int n = 1; n <= matches && wanted; n++) {
      wanted =
          answers.answer(
              request.identifier().toBuilder()
                  .text(Tag.STUDY_INSTANCE_UID, Vr.UI, "2.25.9." + n)
                  .build());
    }
  }

  private final class Retrievals implements RetrieveService {
    @Override
    public List<SendableObject> retrieve(QueryRequest request) {
      return objects;
    }

    @Override
    public Optional<CallSettings> destination(String moveDestination, QueryRequest request) {
      return destination;
    }
  }

  private static CallSettings to(DicomListener listener, String title) {
    return CallSettings.to(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.port()), "ASKS", title);
  }

  private DicomCaller call(DicomListener listener, Set<String> taken, ProposedContext... contexts)
      throws IOException {
    var outcome = DicomCaller.call(to(listener, "PACS"), List.of(contexts), taken);
    assertThat(outcome).isInstanceOf(CallOutcome.Connected.class);
    var caller = ((CallOutcome.Connected) outcome).caller();
    open.add(caller);
    return caller;
  }

  private DicomCaller asks(InformationModel model) throws IOException {
    return call(listen(new MemorySink()), Set.of(), ProposedContext.of(model));
  }

  private DicomCaller gets() throws IOException {
    return call(
        listen(new MemorySink()),
        Set.of(CT),
        ProposedContext.of(InformationModel.STUDY_ROOT_GET),
        new ProposedContext(CT, List.of(EXPLICIT)));
  }

  private RetrieveOutcome.Ended get(DicomCaller caller) throws IOException {
    var outcome = caller.get(InformationModel.STUDY_ROOT_GET, STUDY, taken, counts -> true);
    assertThat(outcome).isInstanceOf(RetrieveOutcome.Ended.class);
    return (RetrieveOutcome.Ended) outcome;
  }

  private void slices(int count) throws IOException {
    for (int n = 1; n <= count; n++) {
      objects.add(SentFile.slice(folder, n, TransferSyntax.EXPLICIT_LITTLE_ENDIAN));
    }
  }

  @Test
  void finds_every_match_and_asks_again_on_the_same_association() throws IOException {
    var caller = asks(InformationModel.STUDY_ROOT_FIND);
    for (int round = 0; round < 2; round++) {
      var found = new ArrayList<String>();
      var outcome =
          caller.find(
              InformationModel.STUDY_ROOT_FIND,
              STUDY,
              match -> found.add(match.text(Tag.STUDY_INSTANCE_UID).orElse("")));
      assertThat(outcome).isEqualTo(new SendOutcome.Answered(DimseStatus.SUCCESS));
      assertThat(found).hasSize(5).contains("2.25.9.5");
    }
    caller.release();
  }

  @Test
  void stops_a_query_with_a_million_matches_when_it_has_enough() throws IOException {
    matches = 1_000_000;
    var caller = asks(InformationModel.STUDY_ROOT_FIND);
    var found = new ArrayList<DataSet>();
    var outcome =
        caller.find(
            InformationModel.STUDY_ROOT_FIND,
            STUDY,
            match -> {
              found.add(match);
              return found.size() < 3;
            });
    assertThat(outcome)
        .isInstanceOfSatisfying(
            SendOutcome.Answered.class,
            answered -> assertThat(answered.status().code()).isEqualTo(0xFE00));
    assertThat(found).hasSize(3);
    caller.release();
  }

  @Test
  void has_objects_moved_and_is_told_how_many() throws IOException {
    slices(3);
    destination = Optional.of(to(listen(taken), "STORE"));
    var caller = asks(InformationModel.STUDY_ROOT_MOVE);
    var outcome = caller.move(InformationModel.STUDY_ROOT_MOVE, STUDY, "STORE", counts -> true);
    assertThat(outcome)
        .isEqualTo(
            new RetrieveOutcome.Ended(
                DimseStatus.SUCCESS, new RetrieveOutcome.Counts(0, 3, 0, 0), List.of()));
    assertThat(taken.files).hasSize(3);
    caller.release();
  }

  @Test
  void a_move_is_called_off_at_once_though_its_destination_has_stopped_answering()
      throws IOException {
    slices(2);
    var never = new CountDownLatch(1);
    StoredObjectSink stuck =
        object -> {
          if (object.sopInstance().equals(SentFile.instance(2))) {
            await(never);
          }
          return taken.begin(object);
        };
    destination = Optional.of(to(listen(stuck), "STORE"));
    var caller = asks(InformationModel.STUDY_ROOT_MOVE);
    var began = Instant.now();
    var outcome = caller.move(InformationModel.STUDY_ROOT_MOVE, STUDY, "STORE", counts -> false);
    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(3));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            RetrieveOutcome.Ended.class,
            ended -> {
              assertThat(ended.status().code()).isEqualTo(0xFE00);
              assertThat(ended.counts()).isEqualTo(new RetrieveOutcome.Counts(1, 1, 0, 0));
            });
    never.countDown();
    caller.release();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IOException(interrupted);
    }
  }

  @Test
  void fetches_objects_over_the_same_association() throws IOException {
    slices(3);
    var caller = gets();
    var ended = get(caller);
    assertThat(ended.status()).isEqualTo(DimseStatus.SUCCESS);
    assertThat(ended.counts()).isEqualTo(new RetrieveOutcome.Counts(0, 3, 0, 0));
    var sent = objects.get(1);
    var dataSet = Files.readAllBytes(sent.file());
    dataSet = Arrays.copyOfRange(dataSet, (int) sent.dataSetAt(), dataSet.length);
    var come = taken.files.getOrDefault("2.25.77.2", new byte[0]);
    assertThat(
            Arrays.equals(
                come, come.length - dataSet.length, come.length, dataSet, 0, dataSet.length))
        .isTrue();
    assertThat(taken.objects.values()).allMatch(object -> object.callingTitle().equals("PACS"));
    caller.release();
  }

  @Test
  void what_is_not_agreed_on_is_not_asked() throws IOException {
    var caller = asks(InformationModel.STUDY_ROOT_FIND);
    assertThat(caller.move(InformationModel.STUDY_ROOT_MOVE, STUDY, "X", counts -> true))
        .isInstanceOf(RetrieveOutcome.NotAgreed.class);
    assertThatThrownBy(() -> caller.find(InformationModel.STUDY_ROOT_MOVE, STUDY, match -> true))
        .isInstanceOf(IllegalArgumentException.class);
    caller.release();
  }

  private SendableObject compressed(int number, byte[] codestream) throws IOException {
    var dataSet =
        DicomReaderTest.slice()
            .uid(Tag.SOP_INSTANCE_UID, SentFile.instance(number))
            .unsignedShort(Tag.SAMPLES_PER_PIXEL, 1)
            .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
            .unsignedShort(Tag.ROWS, 4)
            .unsignedShort(Tag.COLUMNS, 4)
            .unsignedShort(Tag.BITS_ALLOCATED, 8)
            .unsignedShort(Tag.BITS_STORED, 8)
            .unsignedShort(Tag.HIGH_BIT, 7)
            .unsignedShort(Tag.PIXEL_REPRESENTATION, 0)
            .put(
                new Element(
                    Tag.PIXEL_DATA, Vr.OB, new Element.Fragments(new int[0], List.of(codestream))))
            .build();
    return SentFile.of(
        folder,
        number,
        TransferSyntax.JPEG_LS_LOSSLESS.uid(),
        new EncodedFile(true, false, false).dataSet(dataSet).bytes());
  }

  @Test
  void a_peer_that_takes_no_compression_gets_pixels_without_it() throws IOException {
    objects.add(compressed(1, JPEG_LS));
    objects.add(compressed(2, new byte[] {1, 2, 3, 4}));
    var caller = gets();
    var ended = get(caller);
    assertThat(ended.counts()).isEqualTo(new RetrieveOutcome.Counts(0, 1, 1, 0));
    assertThat(ended.failedInstances()).containsExactly("2.25.77.2");
    assertThat(taken.objects.values())
        .extracting(object -> object.transferSyntax().value())
        .containsExactly(EXPLICIT);
    var file = Files.write(folder.resolve("come.dcm"), taken.files.get("2.25.77.1"));
    var come = (DicomParse.Parsed) DicomReader.read(file, DicomReader.Depth.WHOLE);
    var kept =
        (DicomParse.Parsed) DicomReader.read(objects.getFirst().file(), DicomReader.Depth.WHOLE);
    assertThat(((FrameDecode.Decoded) FrameDecoder.decode(come.object(), 0)).frame().samples())
        .isEqualTo(((FrameDecode.Decoded) FrameDecoder.decode(kept.object(), 0)).frame().samples());
    caller.release();
  }

  @Test
  void why_an_only_object_could_not_be_sent_is_said() throws IOException {
    objects.add(compressed(2, new byte[] {1, 2, 3, 4}));
    var caller = gets();
    var ended = get(caller);
    assertThat(ended.status().code()).isEqualTo(0xA702);
    assertThat(ended.status().comment()).startsWith("DIC-");
    caller.release();
  }

  @Test
  void a_list_of_failures_stays_within_what_one_element_holds() throws IOException {
    var gone =
        SendableObject.kept(
            folder.resolve("gone.dcm"),
            new Uid(CT),
            new Uid("2.25." + "1".repeat(50)),
            new Uid(EXPLICIT));
    objects.addAll(Collections.nCopies(2000, gone));
    var caller = gets();
    var ended = get(caller);
    assertThat(ended.counts().failed()).isEqualTo(2000);
    assertThat(ended.failedInstances()).hasSizeBetween(1000, 1190);
    caller.release();
  }
}
