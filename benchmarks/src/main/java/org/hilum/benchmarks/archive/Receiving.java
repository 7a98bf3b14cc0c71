package org.hilum.benchmarks.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.intake.ArrivalObserver;
import org.hilum.imaging.intake.Channel;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.Receipt;
import org.hilum.imaging.intake.Sender;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.Database;
import org.hilum.platform.storage.DatabasePlace;

/**
 * How many slices a second are taken in: judged, on disk and in the index, each before the next of
 * its sender; by one sender, by four of one study, and by four of four studies.
 *
 * <p>Arguments: a folder to work in, on the disk to be measured; how many rounds. The first round
 * warms the virtual machine up.
 */
public final class Receiving {

  private static final int SLICES = 300;

  /** A slice of 512 x 512 of two bytes is 0.5 MB. */
  private static final int SIDE = 512;

  private static final long MOST_BYTES = 100_000_000;

  private Receiving() {}

  private record Way(String words, int senders, int studies) {}

  private static final List<Way> WAYS =
      List.of(
          new Way("one sender", 1, 1),
          new Way("four senders of one study", 4, 1),
          new Way("four senders of four studies", 4, 4));

  /** See the class. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    var work = Path.of(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    try (var database = Database.open(new DatabasePlace.Embedded(work.resolve("database")))) {
      database.migrate(List.of(Archive.TABLES));
      for (int round = 1; round <= rounds; round++) {
        for (var way : WAYS) {
          measure(database, work.resolve("objects"), round, way);
        }
      }
    }
    clear(work);
  }

  private static void measure(Database database, Path objects, int round, Way way)
      throws IOException, InterruptedException, ExecutionException {
    var store = ContentStore.open(objects);
    var receiver =
        new InstanceReceiver(
            store,
            Archive.in(database.source(), store),
            InstantSource.system(),
            ArrivalObserver.NOBODY,
            MOST_BYTES);
    var senders = new ArrayList<Callable<Integer>>();
    for (int n = 0; n < way.senders(); n++) {
      var study = Uid.derived("receiving", way.words(), "" + round, "" + n % way.studies());
      var files = slices(study, n, SLICES / way.senders());
      var sender = new Sender("main", "CT" + n, Channel.DIMSE, "transfer " + n);
      senders.add(() -> send(receiver, sender, files));
    }
    long began = System.nanoTime();
    int sent = 0;
    try (var hands = Executors.newFixedThreadPool(way.senders())) {
      for (var done : hands.invokeAll(senders)) {
        sent += done.get();
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "round %d, %s: %d slices in %.3f s, %.0f slices/s%n",
        round,
        way.words(),
        sent,
        seconds,
        sent / seconds);
    clear(objects);
  }

  private static int send(InstanceReceiver receiver, Sender sender, List<byte[]> files)
      throws IOException {
    for (var file : files) {
      if (!(receiver.receive(sender, new ByteArrayInputStream(file)) instanceof Receipt.Accepted)) {
        throw new IllegalStateException("a slice was turned away");
      }
    }
    return files.size();
  }

  private static List<byte[]> slices(Uid study, int sender, int count) throws IOException {
    var files = new ArrayList<byte[]>();
    for (int n = 1; n <= count; n++) {
      files.add(slice(study, sender, n));
    }
    return files;
  }

  private static byte[] slice(Uid study, int sender, int number) throws IOException {
    var pixels = new byte[SIDE * SIDE * 2];
    var uid = Uid.derived(study.value(), "image", sender + "." + number);
    new Random(uid.hashCode()).nextBytes(pixels);
    var out = new ByteArrayOutputStream(pixels.length + 2048);
    DicomWriter.write(
        DataSet.builder()
            .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL\\PRIMARY\\AXIAL")
            .uid(Tag.SOP_CLASS_UID, new Uid("1.2.840.10008.5.1.4.1.1.2"))
            .uid(Tag.SOP_INSTANCE_UID, uid)
            .text(Tag.STUDY_DATE, Vr.DA, "20200220")
            .text(Tag.STUDY_TIME, Vr.TM, "101500")
            .text(Tag.ACCESSION_NUMBER, Vr.SH, "A1")
            .text(Tag.MODALITY, Vr.CS, "CT")
            .text(Tag.MANUFACTURER, Vr.LO, "Drawn")
            .text(Tag.STUDY_DESCRIPTION, Vr.LO, "Thorax")
            .text(Tag.SERIES_DESCRIPTION, Vr.LO, "Thorax 1.0")
            .text(Tag.PATIENT_NAME, Vr.PN, "Wang^XiaoDong=王^小东")
            .text(Tag.PATIENT_ID, Vr.LO, "P-" + study.value().hashCode())
            .text(Tag.PATIENT_BIRTH_DATE, Vr.DA, "19700101")
            .text(Tag.PATIENT_SEX, Vr.CS, "F")
            .uid(Tag.STUDY_INSTANCE_UID, study)
            .uid(Tag.SERIES_INSTANCE_UID, Uid.derived(study.value(), "series", "" + sender))
            .integerString(Tag.SERIES_NUMBER, sender + 1)
            .integerString(Tag.INSTANCE_NUMBER, number)
            .decimal(Tag.IMAGE_POSITION_PATIENT, -180, -180, number)
            .decimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
            .uid(Tag.FRAME_OF_REFERENCE_UID, Uid.derived(study.value(), "space"))
            .unsignedShort(Tag.SAMPLES_PER_PIXEL, 1)
            .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
            .unsignedShort(Tag.ROWS, SIDE)
            .unsignedShort(Tag.COLUMNS, SIDE)
            .decimal(Tag.PIXEL_SPACING, 0.7, 0.7)
            .unsignedShort(Tag.BITS_ALLOCATED, 16)
            .unsignedShort(Tag.BITS_STORED, 16)
            .unsignedShort(Tag.HIGH_BIT, 15)
            .unsignedShort(Tag.PIXEL_REPRESENTATION, 0)
            .bytes(Tag.PIXEL_DATA, Vr.OW, pixels)
            .build(),
        out);
    return out.toByteArray();
  }

  private static void clear(Path work) throws IOException {
    try (var files = Files.walk(work)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
