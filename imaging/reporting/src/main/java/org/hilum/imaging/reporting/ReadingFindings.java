package org.hilum.imaging.reporting;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hilum.imaging.quantification.ChestMeasurements;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.SegmentationReason;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.SourceSeries;

/**
 * All that a report of one series says.
 *
 * @param studyName folder name of the outputs
 * @param source the DICOM series; empty for a NIfTI file
 * @param deviations what was odd in the input and how it was handled
 * @param notChosen series of the same study that were not read, by series UID, and why
 * @param readAt when the reading was made
 */
public record ReadingFindings(
    String studyName,
    CtVolume volume,
    Optional<SourceSeries> source,
    ChestSegmentation segmentation,
    ChestMeasurements measurements,
    List<Reason> deviations,
    Map<String, Reason> notChosen,
    ZonedDateTime readAt,
    SoftwareIdentity software) {

  /** What every object and page says. */
  public static final String NOT_A_MEDICAL_DEVICE = "Research and education. Not a medical device.";

  public ReadingFindings {
    deviations = List.copyOf(deviations);
    notChosen = Map.copyOf(notChosen);
  }

  /**
   * Whether the input lies within what the networks were validated for. A remark that holds for
   * every reading is still said, but is no word against this input.
   */
  public boolean isWithinValidated() {
    return segmentation.remarks().stream()
        .allMatch(
            remark -> remark.code() instanceof SegmentationReason reason && reason.holdsAlways());
  }
}
