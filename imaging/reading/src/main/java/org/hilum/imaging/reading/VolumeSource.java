package org.hilum.imaging.reading;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.intake.ArrivedStudy;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.VolumeResult;

/** Where the volume of one study comes from. */
interface VolumeSource {

  /** Folder name of the study. */
  String studyName();

  /** The NIfTI file whose grid the masks must have; empty for DICOM. */
  default Optional<Path> niftiFile() {
    return Optional.empty();
  }

  /** Builds the volume to read. */
  SourceVolume volume(DoubleConsumer progress);

  /**
   * The volume that was built, or why none.
   *
   * @param header attributes of one image, if there is any
   * @param notChosen series of the study that were not read, and why
   */
  record SourceVolume(
      VolumeResult result, Optional<DataSet> header, Map<String, Reason> notChosen) {}

  static VolumeSource dicom(ArrivedStudy study) {
    return new DicomStudySource(study);
  }

  static VolumeSource nifti(Path file) {
    return new NiftiSource(file);
  }
}
