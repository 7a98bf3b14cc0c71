package org.hilum.benchmarks.alignment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.intake.StudyIntake;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.ChestSegmenter;
import org.hilum.imaging.segmentation.SegmentationResult.Segmented;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.LabelResult.LabelsRead;
import org.hilum.imaging.volume.NiftiLabelReader;
import org.hilum.imaging.volume.NiftiReader;
import org.hilum.imaging.volume.VolumeBuilder;
import org.hilum.imaging.volume.VolumeResult;
import org.hilum.imaging.volume.VolumeResult.VolumeBuilt;

/** One chest of the data folder: DICOM, or NIfTI with or without lungs that a person drew. */
final class RealChest {

  /** Label of a slice on which nobody drew. */
  private static final byte UNLABELLED = (byte) 255;

  private RealChest() {}

  static CtVolume volume(Path folder) throws IOException {
    var nifti = folder.resolve("ct.nii.gz");
    if (Files.exists(nifti)) {
      return built(NiftiReader.read(nifti));
    }
    try (var inventory = StudyIntake.take(folder, done -> {})) {
      var instances = inventory.studies().getFirst().readableCt().getFirst().instances();
      return built(VolumeBuilder.build(instances, done -> {}));
    }
  }

  private static CtVolume built(VolumeResult result) {
    if (result instanceof VolumeBuilt built) {
      return built.volume();
    }
    throw new IllegalStateException("not a chest: " + result);
  }

  /** Lungs that a person drew on every slice, and opacities where drawn too. */
  static Optional<ChestSegmentation> drawn(Path folder) throws IOException {
    var lungs = labels(folder.resolve("lung.nii.gz"));
    if (lungs.isEmpty() || lungs.get().count(UNLABELLED) > 0) {
      return Optional.empty();
    }
    var lesions = labels(folder.resolve("lesion.nii.gz"));
    return Optional.of(
        new ChestSegmentation(
            lungs.get(),
            lesions.orElseGet(() -> LabelRaster.empty(lungs.get().geometry())),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of()));
  }

  private static Optional<LabelRaster> labels(Path file) throws IOException {
    return Files.exists(file) && NiftiLabelReader.read(file) instanceof LabelsRead(var labels)
        ? Optional.of(labels)
        : Optional.empty();
  }

  static ChestSegmentation found(ChestSegmenter segmenter, CtVolume volume) {
    if (segmenter.segment(volume, done -> {}) instanceof Segmented(var segmentation)) {
      return segmentation;
    }
    throw new IllegalStateException("no lungs were found");
  }
}
