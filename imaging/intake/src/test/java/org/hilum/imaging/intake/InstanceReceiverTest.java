package org.hilum.imaging.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hilum.fixtures.ScratchDatabase;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.ArchiveReason;
import org.hilum.imaging.archive.InstanceSelection;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.platform.storage.ContentStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InstanceReceiverTest {

  private static final Uid CT = new Uid("1.2.840.10008.5.1.4.1.1.2");
  private static final long MOST_BYTES = 100_000;

  private final String site = "site-" + UUID.randomUUID();
  private final Uid study = Uid.derived(site, "study");
  private final Uid series = Uid.derived(site, "series");
  private final Sender sender = new Sender(site, "CT1", Channel.DIMSE, "transfer");

  private Archive archive;
  private InstanceReceiver receiver;

  @TempDir private Path folder;

  @BeforeEach
  void open() throws IOException {
    var store = ContentStore.open(folder);
    archive = Archive.in(ScratchDatabase.with(Archive.TABLES), store);
    receiver =
        new InstanceReceiver(
            store, archive, InstantSource.system(), ArrivalObserver.NOBODY, MOST_BYTES);
  }

  private DataSet image(int number, int pixel) {
    var pixels = new byte[32];
    Arrays.fill(pixels, (byte) pixel);
    return DataSet.builder()
        .uid(Tag.SOP_CLASS_UID, CT)
        .uid(Tag.SOP_INSTANCE_UID, Uid.derived(site, "image", Integer.toString(number)))
        .uid(Tag.STUDY_INSTANCE_UID, study)
        .uid(Tag.SERIES_INSTANCE_UID, series)
        .text(Tag.PATIENT_ID, Vr.LO, "P1")
        .text(Tag.PATIENT_NAME, Vr.PN, "Wang^XiaoDong=王^小东")
        .text(Tag.MODALITY, Vr.CS, "CT")
        .integerString(Tag.INSTANCE_NUMBER, number)
        .unsignedShort(Tag.ROWS, 4)
        .unsignedShort(Tag.COLUMNS, 4)
        .unsignedShort(Tag.BITS_ALLOCATED, 16)
        .bytes(Tag.PIXEL_DATA, Vr.OW, pixels)
        .build();
  }

  private static byte[] file(DataSet object) throws IOException {
    var out = new ByteArrayOutputStream();
    DicomWriter.write(object, out);
    return out.toByteArray();
  }

  private Receipt receive(Sender from, DataSet object) throws IOException {
    return receiver.receive(from, new ByteArrayInputStream(file(object)));
  }

  private int count(String institution) {
    return archive.instances(InstanceSelection.study(study), Visibility.of(institution)).size();
  }

  private static Receipt.Accepted accepted(Receipt receipt) {
    assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
    return (Receipt.Accepted) receipt;
  }

  @Test
  void keeps_an_object_as_it_was_sent_and_finds_it_again() throws IOException {
    var image = image(1, 7);
    accepted(receive(sender, image));
    var kept = archive.instances(InstanceSelection.study(study), Visibility.of(site));
    assertThat(kept).hasSize(1);
    assertThat(Files.readAllBytes(kept.getFirst().file())).isEqualTo(file(image));
    assertThat(archive.study(site, study))
        .hasValueSatisfying(
            found -> {
              assertThat(found.patientName()).isEqualTo("Wang^XiaoDong=王^小东");
              assertThat(found.instanceCount()).isEqualTo(1);
              assertThat(found.modalities()).containsExactly("CT");
            });
  }

  @Test
  void makes_no_second_one_of_the_same_object() throws IOException {
    assertThat(accepted(receive(sender, image(1, 7))).already()).isFalse();
    var again = accepted(receive(new Sender(site, "PACS", Channel.STOW, "x"), image(1, 7)));
    assertThat(again.already()).isTrue();
    assertThat(count(site)).isEqualTo(1);
    assertThat(archive.study(site, study).orElseThrow().series().getFirst().revision())
        .isEqualTo(1);
  }

  @Test
  void puts_other_content_under_one_uid_in_the_place_of_the_first() throws IOException {
    accepted(receive(sender, image(1, 7)));
    var replaced = accepted(receive(sender, image(1, 8)));
    assertThat(replaced.replaced()).isTrue();
    var kept = archive.instances(InstanceSelection.study(study), Visibility.of(site));
    assertThat(kept).hasSize(1);
    assertThat(Files.readAllBytes(kept.getFirst().file())).isEqualTo(file(image(1, 8)));
    var found = archive.study(site, study).orElseThrow();
    assertThat(found.instanceCount()).isEqualTo(1);
    assertThat(found.series().getFirst().revision()).isEqualTo(2);
  }

  @Test
  void turns_away_a_uid_that_lies_in_another_series() throws IOException {
    accepted(receive(sender, image(1, 7)));
    var elsewhere =
        image(1, 7).toBuilder().uid(Tag.SERIES_INSTANCE_UID, Uid.derived(site, "other")).build();
    assertThat(receive(sender, elsewhere))
        .isInstanceOfSatisfying(
            Receipt.TurnedAway.class,
            away ->
                assertThat(away.reasons().getFirst().code())
                    .isEqualTo(ArchiveReason.LIES_ELSEWHERE));
    assertThat(count(site)).isEqualTo(1);
  }

  @Test
  void turns_away_a_study_that_is_another_patients() throws IOException {
    accepted(receive(sender, image(1, 7)));
    var others = image(2, 7).toBuilder().text(Tag.PATIENT_ID, Vr.LO, "P2").build();
    assertThat(receive(sender, others))
        .isInstanceOfSatisfying(
            Receipt.TurnedAway.class,
            away ->
                assertThat(away.reasons().getFirst().code())
                    .isEqualTo(ArchiveReason.STUDY_OF_ANOTHER_PATIENT));
    assertThat(archive.study(site, study).orElseThrow().patientId()).isEqualTo("P1");
  }

  @Test
  void keeps_the_same_study_of_two_institutions_apart() throws IOException {
    var neighbour = site + "-b";
    accepted(receive(sender, image(1, 7)));
    accepted(receive(new Sender(neighbour, "CT9", Channel.DIMSE, "y"), image(2, 7)));
    assertThat(count(site)).isEqualTo(1);
    assertThat(count(neighbour)).isEqualTo(1);
    assertThat(count(site + "-c")).isZero();
    archive.giveToRead(site, study, site + "-c");
    assertThat(count(site + "-c")).isEqualTo(1);
  }

  @Test
  void says_why_it_turns_away_what_it_cannot_keep() throws IOException {
    assertThat(
            receiver.receive(
                sender, new ByteArrayInputStream("a letter".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(Receipt.TurnedAway.class);
    var homeless = image(1, 7).toBuilder().remove(Tag.STUDY_INSTANCE_UID).build();
    assertThat(receive(sender, homeless))
        .isInstanceOfSatisfying(
            Receipt.TurnedAway.class,
            away -> {
              assertThat(away.reasons().getFirst().code())
                  .isEqualTo(IntakeReason.IDENTIFIERS_MISSING);
              assertThat(away.reasons().getFirst().message()).contains("Study Instance UID");
            });
    var large = new byte[(int) MOST_BYTES + 1];
    assertThat(receiver.receive(sender, new ByteArrayInputStream(large)))
        .isInstanceOfSatisfying(
            Receipt.TurnedAway.class,
            away ->
                assertThat(away.reasons().getFirst().code())
                    .isEqualTo(IntakeReason.OBJECT_TOO_LARGE));
    assertThat(archive.study(site, study)).isEmpty();
    try (var leftovers = Files.list(folder.resolve("incoming"))) {
      assertThat(leftovers).isEmpty();
    }
  }

  @Test
  void counts_right_when_many_hands_send_one_study() throws Exception {
    try (var hands = Executors.newFixedThreadPool(8)) {
      var tasks =
          IntStream.range(0, 120)
              .<Callable<Receipt>>mapToObj(n -> () -> receive(sender, image(n % 60, 7)))
              .toList();
      for (var done : hands.invokeAll(tasks)) {
        accepted(done.get());
      }
    }
    var found = archive.study(site, study).orElseThrow();
    assertThat(found.instanceCount()).isEqualTo(60);
    assertThat(found.series().getFirst().instanceCount()).isEqualTo(60);
    assertThat(found.series().getFirst().revision()).isEqualTo(60);
    assertThat(count(site)).isEqualTo(60);
  }

  @Test
  void deletes_a_series_and_with_the_last_one_the_study() throws IOException {
    accepted(receive(sender, image(1, 7)));
    var other = Uid.derived(site, "other");
    accepted(
        receive(
            sender,
            image(2, 7).toBuilder()
                .uid(Tag.SERIES_INSTANCE_UID, other)
                .text(Tag.MODALITY, Vr.CS, "SR")
                .build()));
    var record = archive.deleteSeries(site, study, other, "tester", "no longer needed");
    assertThat(record).hasValueSatisfying(gone -> assertThat(gone.instanceCount()).isEqualTo(1));
    var left = archive.study(site, study).orElseThrow();
    assertThat(left.instanceCount()).isEqualTo(1);
    assertThat(left.seriesCount()).isEqualTo(1);
    assertThat(left.modalities()).containsExactly("CT");
    archive.deleteSeries(site, study, series, "tester", "no longer needed");
    assertThat(archive.study(site, study)).isEmpty();
    assertThat(archive.deleteSeries(site, study, series, "tester", "again")).isEmpty();
  }

  @Test
  void counts_revisions_on_after_a_deletion_so_that_old_work_is_told_from_new() throws IOException {
    for (int n = 1; n <= 3; n++) {
      assertThat(accepted(receive(sender, image(n, 7))).opensSeries()).isEqualTo(n == 1);
    }
    archive.delete(site, study, "tester", "wrong patient");
    assertThat(accepted(receive(sender, image(1, 7))).opensSeries()).isTrue();
    assertThat(revision()).isEqualTo(4);
    archive.deleteSeries(site, study, series, "tester", "again");
    accepted(receive(sender, image(1, 7)));
    assertThat(revision()).isEqualTo(5);
  }

  private long revision() {
    return archive.study(site, study).orElseThrow().series().getFirst().revision();
  }

  @Test
  void takes_a_study_again_that_was_deleted() throws IOException {
    accepted(receive(sender, image(1, 7)));
    assertThat(archive.delete(site, study, "tester", "wrong patient"))
        .hasValueSatisfying(
            gone -> {
              assertThat(gone.patientId()).isEqualTo("P1");
              assertThat(gone.bytes()).isPositive();
            });
    assertThat(count(site)).isZero();
    assertThat(accepted(receive(sender, image(1, 7))).already()).isFalse();
    assertThat(count(site)).isEqualTo(1);
  }
}
