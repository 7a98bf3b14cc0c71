package org.hilum.imaging.correction.training;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hilum.imaging.correction.CaseReadings;
import org.hilum.imaging.correction.CorrectionRefusal;
import org.hilum.imaging.correction.place.ResultFolder;
import org.hilum.imaging.correction.sql.CorrectionRow;
import org.hilum.imaging.correction.sql.CorrectionTable;
import org.hilum.imaging.correction.sql.CorrectionTable.Applied;
import org.hilum.imaging.correction.sql.CorrectionTable.Trainable;
import org.hilum.imaging.intake.StudyIntake;
import org.hilum.imaging.reading.StudyVolume;
import org.hilum.imaging.reporting.MaskName;
import org.hilum.imaging.reporting.ReadingJson;
import org.hilum.imaging.volume.NiftiWriter;
import org.hilum.imaging.volume.VolumeResult.VolumeBuilt;
import org.hilum.imaging.worklist.CaseKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out corrected cases for training, as a zip archive that is written while it is sent.
 *
 * <p>Out: for each case a folder with {@code ct.nii.gz}, {@code network.nii.gz}, {@code
 * corrected.nii.gz} and {@code provenance.json}. Cases are numbered within the archive: no name,
 * number, UID, date, account or institution is in it. <br>
 * Refuses: cases without consent, and such as were never put in force. <br>
 * Limits: what a scan itself shows, such as jewellery or an implant, stays in it.
 */
public final class TrainingCases {

  private static final Logger LOG = LoggerFactory.getLogger(TrainingCases.class);
  private static final int AT_ONCE = 100;

  /** Writes the corrected mask of a case. */
  @FunctionalInterface
  public interface Masks {
    void write(CaseKey key, CorrectionRow correction, Applied applied, Path file)
        throws CorrectionRefusal, IOException;
  }

  private final CorrectionTable table;
  private final CaseReadings readings;
  private final Masks masks;
  private final Path workFolder;

  public TrainingCases(CorrectionTable table, CaseReadings readings, Masks masks, Path workFolder) {
    this.table = table;
    this.readings = readings;
    this.masks = masks;
    this.workFolder = workFolder;
  }

  /** Whether there is any of some institutions. */
  public boolean has(Predicate<String> institutions) {
    return after(OptionalLong.empty()).stream()
        .anyMatch(each -> institutions.test(each.key().institution()));
  }

  /**
   * Writes all of some institutions; one that cannot be written is left out, with a line in the
   * log.
   *
   * @param handedOut told each case before it is sent
   */
  public void write(Predicate<String> institutions, OutputStream out, Consumer<CaseKey> handedOut)
      throws IOException {
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      // What is put in is compressed already.
      zip.setLevel(java.util.zip.Deflater.NO_COMPRESSION);
      int number = 0;
      var after = OptionalLong.empty();
      for (var some = after(after); !some.isEmpty(); some = after(after)) {
        for (var each : some) {
          after = OptionalLong.of(each.correction().id());
          if (institutions.test(each.key().institution()) && table.mayTrain(each.key())) {
            number += write(each, number + 1, zip, handedOut) ? 1 : 0;
          }
        }
      }
    }
  }

  private List<Trainable> after(OptionalLong correction) {
    return table.trainable(correction, AT_ONCE);
  }

  private boolean write(
      Trainable trainable, int number, ZipOutputStream zip, Consumer<CaseKey> handedOut)
      throws IOException {
    try (var folder = ResultFolder.make(workFolder)) {
      if (!isWritten(trainable, folder.path())) {
        LOG.warn("correction {}: not handed out, its files are gone", trainable.correction().id());
        return false;
      }
      handedOut.accept(trainable.key());
      for (var name : TrainingFile.NAMES) {
        zip.putNextEntry(new ZipEntry("case-%04d/%s".formatted(number, name)));
        Files.copy(folder.path().resolve(name), zip);
        zip.closeEntry();
      }
      return true;
    }
  }

  private boolean isWritten(Trainable trainable, Path folder) throws IOException {
    var network = readings.result(trainable.key(), trainable.correction().result());
    var mask = network.flatMap(result -> result.file(MaskName.OPACITY.path()));
    var json = network.flatMap(result -> result.file(ReadingJson.FILE_NAME));
    if (mask.isEmpty() || json.isEmpty() || !isCtWritten(trainable, folder)) {
      return false;
    }
    Files.copy(mask.get(), folder.resolve(TrainingFile.NETWORK));
    try {
      masks.write(
          trainable.key(),
          trainable.correction(),
          trainable.applied(),
          folder.resolve(TrainingFile.CORRECTED));
    } catch (CorrectionRefusal gone) {
      return false;
    }
    Files.writeString(
        folder.resolve(TrainingFile.PROVENANCE),
        Provenance.of(
            json.get(),
            table.entries(trainable.correction().id()),
            trainable.applied().revision()));
    return true;
  }

  private boolean isCtWritten(Trainable trainable, Path folder) throws IOException {
    var study = trainable.key().studyInstanceUid();
    try (var inventory = StudyIntake.take(readings.images(trainable.key()), _ -> {})) {
      for (var arrived : inventory.studies()) {
        if (arrived.studyInstanceUid().equals(study)
            && StudyVolume.of(arrived, _ -> {}) instanceof VolumeBuilt built) {
          NiftiWriter.write(built.volume(), folder.resolve(TrainingFile.CT));
          return true;
        }
      }
      return false;
    }
  }
}
