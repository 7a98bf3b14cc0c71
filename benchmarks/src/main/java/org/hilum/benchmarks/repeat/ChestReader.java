package org.hilum.benchmarks.repeat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.comparison.Acquisition;
import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.comparison.PatientIdentity;
import org.hilum.imaging.intake.StudyIntake;
import org.hilum.imaging.quantification.Quantifier;
import org.hilum.imaging.reading.StudyVolume;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.ChestSegmenter;
import org.hilum.imaging.segmentation.Network;
import org.hilum.imaging.segmentation.NetworkChestSegmenter;
import org.hilum.imaging.segmentation.SegmentationResult.Segmented;
import org.hilum.imaging.segmentation.SegmentationSettings;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.NiftiReader;
import org.hilum.imaging.volume.VolumeResult;
import org.hilum.imaging.volume.VolumeResult.VolumeBuilt;

/** Reads real chests, as they are and changed, with the network that is shipped. */
final class ChestReader implements AutoCloseable {

  /**
   * Real chests with pneumonia. In those of NIfTI the spacing is a guess of the set, so millilitres
   * are of a chest of that size, not of the patient.
   */
  static final List<String> CHESTS =
      List.of(
          "covid-P001",
          "covid-02",
          "covid-04",
          "covid-05",
          "covid-06",
          "covid-07",
          "covid-09",
          "covid-10");

  /** Real chests with room for three places of healthy lung. */
  static final List<String> COURSE_CHESTS =
      List.of(
          "covid-02",
          "covid-04",
          "covid-05",
          "covid-06",
          "covid-07",
          "covid-09",
          "lctsc-00",
          "lctsc-01");

  private final Path data;
  private final KeptMasks kept;
  private final ChestSegmenter segmenter;

  ChestReader(Path data, Path work) {
    this.data = data;
    var networks = Path.of(System.getProperty("hilum.home", "."), "networks");
    var network = Network.open(networks.resolve("chest-opacity-2d"));
    kept = new KeptMasks(work, network.card());
    segmenter = NetworkChestSegmenter.open(network, SegmentationSettings.standard());
  }

  /** The CT of a real chest. */
  CtVolume volume(String chest) {
    try {
      var nifti = data.resolve("ct/training").resolve(chest).resolve("ct.nii.gz");
      var result = Files.exists(nifti) ? NiftiReader.read(nifti) : dicom(chest);
      if (result instanceof VolumeBuilt built) {
        return built.volume();
      }
      throw new IllegalStateException(chest + " is no volume: " + result);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private VolumeResult dicom(String chest) throws IOException {
    try (var inventory = StudyIntake.take(data.resolve("ct/dicom").resolve(chest), done -> {})) {
      return StudyVolume.of(inventory.studies().getFirst(), done -> {});
    }
  }

  /** The masks of a chest, read now or kept from before. */
  ChestSegmentation masks(String name, CtVolume volume) {
    try {
      if (!kept.has(name)) {
        if (segmenter.segment(volume, done -> {}) instanceof Segmented(var masks)) {
          kept.keep(name, masks);
        } else {
          throw new IllegalStateException("no lungs in " + name);
        }
      }
      return kept.of(name, volume.geometry());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A reading of a chest. */
  DatedReading reading(String name, CtVolume volume) {
    var masks = masks(name, volume);
    return new DatedReading(
        name,
        PatientIdentity.UNKNOWN,
        Optional.empty(),
        Acquisition.UNKNOWN,
        volume,
        masks,
        new Quantifier().measure(volume, masks));
  }

  @Override
  public void close() {
    segmenter.close();
  }
}
