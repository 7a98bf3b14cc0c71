package org.hilum.imaging.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.hilum.imaging.intake.ArrivedSeries;
import org.hilum.imaging.intake.Inventory;
import org.hilum.imaging.intake.StudyIntake;
import org.hilum.imaging.reading.StudyVolume;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.NiftiReader;
import org.hilum.imaging.volume.VolumeResult;
import org.hilum.imaging.volume.VolumeResult.VolumeRefused;

/**
 * The volume of a case: of a NIfTI file, or of the one CT study at a place, as it would be read.
 */
final class CaseVolume {

  private CaseVolume() {}

  static VolumeResult of(Path image, DoubleConsumer progress) throws IOException {
    try (var inventory = StudyIntake.take(image, done -> {})) {
      return inventory.niftiFile().isPresent()
          ? NiftiReader.read(inventory.niftiFile().get())
          : dicom(inventory, progress);
    }
  }

  private static VolumeResult dicom(Inventory inventory, DoubleConsumer progress) {
    if (!inventory.refusals().isEmpty()) {
      return new VolumeRefused(inventory.refusals());
    }
    var studies =
        inventory.studies().stream()
            .filter(study -> study.series().stream().anyMatch(ArrivedSeries::isCt))
            .toList();
    return switch (studies.size()) {
      case 0 ->
          refused(EvaluationReason.NO_STUDY, "there is no CT study: name the folder of the CT");
      case 1 -> StudyVolume.of(studies.getFirst(), progress);
      default ->
          refused(
              EvaluationReason.SEVERAL_STUDIES,
              "there are " + studies.size() + " CT studies: name the folder of one");
    };
  }

  private static VolumeResult refused(EvaluationReason code, String message) {
    return new VolumeRefused(List.of(Reason.of(code, message)));
  }
}
