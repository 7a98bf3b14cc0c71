package org.hilum.imaging.reporting;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hilum.imaging.quantification.ChestMeasurements;
import org.hilum.imaging.segmentation.ChestSegmentation;
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
 * @param correction what a person changed; empty where the outlines are the networks' own
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
    SoftwareIdentity software,
    Optional<HandCorrection> correction) {

  /** What every object and page says. */
  public static final String NOT_A_MEDICAL_DEVICE = "Research and education. Not a medical device.";

  /** Findings as the networks made them. */
  public ReadingFindings(
      String studyName,
      CtVolume volume,
      Optional<SourceSeries> source,
      ChestSegmentation segmentation,
      ChestMeasurements measurements,
      List<Reason> deviations,
      Map<String, Reason> notChosen,
      ZonedDateTime readAt,
      SoftwareIdentity software) {
    this(
        studyName,
        volume,
        source,
        segmentation,
        measurements,
        deviations,
        notChosen,
        readAt,
        software,
        Optional.empty());
  }

  public ReadingFindings {
    deviations = List.copyOf(deviations);
    notChosen = Map.copyOf(notChosen);
  }

  /** The same outlines and numbers, taken up once more by a program at a time. */
  public ReadingFindings takenUp(ZonedDateTime at, SoftwareIdentity by) {
    return new ReadingFindings(
        studyName,
        volume,
        source,
        segmentation,
        measurements,
        deviations,
        notChosen,
        at,
        by,
        correction);
  }

  /** Why the input lies outside what the networks were validated for; empty when it does not. */
  public List<Reason> outsideScope() {
    return limits().stream().filter(reason -> reason.code().limitsScope()).toList();
  }

  /**
   * What limits this reading: the remarks about the masks, and of what was odd in the input that
   * which the networks were not validated for. A remark that holds for every reading is among them,
   * but is no word against this input.
   */
  public List<Reason> limits() {
    return Stream.concat(
            segmentation.remarks().stream(),
            deviations.stream().filter(reason -> reason.code().limitsScope()))
        .toList();
  }

  /** What was odd in the input and is not among the limits, and whether a person took part. */
  public List<Reason> oddities() {
    return Stream.concat(
            correction.map(HandCorrection::remark).stream(),
            deviations.stream().filter(reason -> !reason.code().limitsScope()))
        .toList();
  }

  /** Whether the input lies within what the networks were validated for, as far as was checked. */
  public boolean isWithinValidated() {
    return outsideScope().isEmpty();
  }
}
