package org.hilum.imaging.reporting;

import org.hilum.imaging.dicom.Uid;

/**
 * Which DICOM objects a reading or a comparison is written as: SOP class, modality, and the fixed
 * series number and file name under which each is found.
 *
 * <p>Source: SOP classes of PS3.4 B.5; modalities of PS3.3 C.7.3.1.1.1. The series numbers are far
 * above those scanners use, so that results sort behind the images.
 */
public enum ResultKind {
  /** Outlines of lungs and opacities. */
  SEGMENTATION("1.2.840.10008.5.1.4.1.1.66.4", "SEG", 9701, "Hilum lungs and opacities", "seg.dcm"),
  /** Measurements, TID 1500. */
  MEASUREMENTS("1.2.840.10008.5.1.4.1.1.88.34", "SR", 9702, "Hilum measurements", "sr.dcm"),
  /** The key page as a picture. */
  KEY_PAGE("1.2.840.10008.5.1.4.1.1.7", "OT", 9703, "Hilum key page", "sc.dcm"),
  /** The report as PDF. */
  REPORT("1.2.840.10008.5.1.4.1.1.104.1", "DOC", 9704, "Hilum report", "report.dcm"),
  /** The affine part of an alignment of two dates. */
  REGISTRATION(
      "1.2.840.10008.5.1.4.1.1.66.1", "REG", 9711, "Hilum alignment, affine", "registration.dcm"),
  /** The earlier date laid on the later, point by point. */
  DEFORMATION(
      "1.2.840.10008.5.1.4.1.1.66.3",
      "REG",
      9712,
      "Hilum alignment, earlier on later",
      "deformation.dcm"),
  /** The later date laid on the earlier, point by point. */
  DEFORMATION_BACK(
      "1.2.840.10008.5.1.4.1.1.66.3",
      "REG",
      9713,
      "Hilum alignment, later on earlier",
      "deformation-back.dcm"),
  /** What changed between dates, TID 1500 with time points. */
  COMPARISON("1.2.840.10008.5.1.4.1.1.88.34", "SR", 9714, "Hilum comparison", "comparison-sr.dcm"),
  /** The comparison as a picture. */
  COMPARISON_KEY_PAGE(
      "1.2.840.10008.5.1.4.1.1.7", "OT", 9715, "Hilum comparison key page", "comparison-sc.dcm"),
  /** The comparison as PDF. */
  COMPARISON_REPORT(
      "1.2.840.10008.5.1.4.1.1.104.1",
      "DOC",
      9716,
      "Hilum comparison report",
      "comparison-report.dcm");

  private final Uid sopClassUid;
  private final String modality;
  private final int seriesNumber;
  private final String seriesDescription;
  private final String fileName;

  ResultKind(
      String sopClassUid,
      String modality,
      int seriesNumber,
      String seriesDescription,
      String fileName) {
    this.sopClassUid = new Uid(sopClassUid);
    this.modality = modality;
    this.seriesNumber = seriesNumber;
    this.seriesDescription = seriesDescription;
    this.fileName = fileName;
  }

  /** SOP Class UID. */
  public Uid sopClassUid() {
    return sopClassUid;
  }

  /** Modality of its series. */
  public String modality() {
    return modality;
  }

  /** Number of its series. */
  public int seriesNumber() {
    return seriesNumber;
  }

  /** Description of its series. */
  public String seriesDescription() {
    return seriesDescription;
  }

  /** Name of its file. */
  public String fileName() {
    return fileName;
  }

  /** Its SOP Instance UID in a reading. */
  public Uid sopInstanceUid(ReadingIdentity identity) {
    return identity.uid("object " + name());
  }

  /** Its Series Instance UID in a reading. */
  public Uid seriesInstanceUid(ReadingIdentity identity) {
    return identity.uid("series " + name());
  }
}
