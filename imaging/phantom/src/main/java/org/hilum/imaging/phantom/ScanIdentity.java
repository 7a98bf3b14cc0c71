package org.hilum.imaging.phantom;

import java.time.LocalDate;
import org.hilum.imaging.dicom.Uid;

/**
 * Whose scan and which series a drawn scan is written as; always plainly synthetic.
 *
 * @param patientName as DICOM writes it: {@code Family^Given}
 * @param patientId id of the patient
 * @param studyDate day of the scan
 * @param seriesNumber number of the series in the study
 * @param seriesDescription what the series is; "Synthetic" is put before it
 */
public record ScanIdentity(
    String patientName,
    String patientId,
    LocalDate studyDate,
    int seriesNumber,
    String seriesDescription) {

  /** The one patient of the demo, chest series. */
  public static ScanIdentity phantom(LocalDate studyDate) {
    return new ScanIdentity("Phantom^Hilum", "HILUM-PHANTOM-1", studyDate, 2, "chest CT");
  }

  /** Another series of the same study. */
  public ScanIdentity series(int number, String description) {
    return new ScanIdentity(patientName, patientId, studyDate, number, description);
  }

  /** The study: the same for the same patient and day. */
  public Uid studyInstanceUid() {
    return Uid.derived("hilum phantom", "study", patientId, studyDate.toString());
  }

  /** What all series of the study are aligned to. */
  public Uid frameOfReferenceUid() {
    return Uid.derived("hilum phantom", "frame of reference", patientId, studyDate.toString());
  }

  /** A series or instance of this study, told apart by words. */
  Uid derived(String kind, String content) {
    return Uid.derived(
        "hilum phantom",
        kind,
        studyInstanceUid().value(),
        Integer.toString(seriesNumber),
        seriesDescription,
        content);
  }
}
