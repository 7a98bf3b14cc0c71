package org.hilum.imaging.comparison;

import java.time.LocalDate;
import java.util.Optional;
import org.hilum.imaging.quantification.ChestMeasurements;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.volume.CtVolume;

/**
 * One reading of the patient, as the comparison needs it.
 *
 * @param key stable name of the reading: the study's UID, or the file's name; never a patient's
 *     name
 * @param patient who it is, as far as the images say
 * @param date of the study; empty where the source gives none (NIfTI)
 * @param acquisition how the images were made
 * @param volume the CT
 * @param segmentation lungs and opacities on the same voxels
 * @param measurements what was measured on them
 */
public record DatedReading(
    String key,
    PatientIdentity patient,
    Optional<LocalDate> date,
    Acquisition acquisition,
    CtVolume volume,
    ChestSegmentation segmentation,
    ChestMeasurements measurements) {

  public DatedReading {
    if (!volume.geometry().equals(segmentation.lungs().geometry())) {
      throw new IllegalArgumentException("masks lie on the voxels of the volume");
    }
  }
}
