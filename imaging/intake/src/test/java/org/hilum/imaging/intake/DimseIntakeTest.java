package org.hilum.imaging.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.ReceivedObject;
import org.hilum.imaging.dicom.Uid;
import org.hilum.platform.storage.StorageLimits;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DimseIntakeTest {

  private static final Uid CT = new Uid("1.2.840.10008.5.1.4.1.1.2");
  private static final Uid EXPLICIT = new Uid("1.2.840.10008.1.2.1");

  @TempDir private Path folder;

  private static DimseStatus store(IntakeRoom room, int number, byte[] file) throws IOException {
    var intake = new DimseIntake(room.receiver, object -> Optional.of(room.institution));
    var object =
        new ReceivedObject(
            CT,
            new Uid("1.2.3.1." + number),
            EXPLICIT,
            "CT1",
            "HILUM",
            number,
            1,
            InetSocketAddress.createUnresolved("scanner", 104));
    var reception = intake.begin(object);
    reception.write(file, 0, file.length);
    return reception.finish();
  }

  private static DimseStatus store(IntakeRoom room, int number) throws IOException {
    return store(room, number, room.slice(number).bytes());
  }

  @Test
  void what_no_room_is_left_for_is_refused_in_words_until_there_is() throws IOException {
    var room = new IntakeRoom(folder, new StorageLimits(1, 0));
    assertThat(store(room, 1)).isEqualTo(DimseStatus.SUCCESS);
    var refused = store(room, 2);
    assertThat(refused.code()).isEqualTo(0xA700);
    assertThat(refused.comment()).contains("INT-043", "disk", "full", "again later");
    assertThat(room.kept()).containsExactly("1.2.3.1.1");
    room.deleteAll();
    assertThat(store(room, 2)).isEqualTo(DimseStatus.SUCCESS);
  }

  @Test
  void a_disk_without_its_reserve_takes_nothing() throws IOException {
    var room = new IntakeRoom(folder, new StorageLimits(Long.MAX_VALUE, Long.MAX_VALUE / 2));
    assertThat(store(room, 1).code()).isEqualTo(0xA700);
    assertThat(folder.resolve("store/incoming")).isEmptyDirectory();
  }

  @Test
  void an_object_larger_than_is_taken_is_out_of_resources() throws IOException {
    var refused = store(new IntakeRoom(folder), 1, new byte[1_500_000]);
    assertThat(refused.code()).isEqualTo(0xA700);
    assertThat(refused.comment()).startsWith("INT-024");
  }
}
