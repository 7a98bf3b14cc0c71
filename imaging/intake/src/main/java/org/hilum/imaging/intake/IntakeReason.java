package org.hilum.imaging.intake;

import org.hilum.imaging.vocabulary.ReasonCode;

/** Why something that arrived was left alone, dropped or refused. */
public enum IntakeReason implements ReasonCode {
  NOT_DICOM("INT-001", "The file is not DICOM. Nothing to do: other files on a disc are normal."),
  UNREADABLE(
      "INT-002", "The file cannot be read from the disc. Check permissions and copy it again."),
  NOT_CT(
      "INT-003",
      "The object is of another kind than CT images (a segmentation, a report, another modality)."
          + " It is left alone."),
  IDENTIFIERS_MISSING(
      "INT-004",
      "Study, Series or SOP Instance UID or the SOP Class is missing or malformed, so the object"
          + " belongs nowhere. Send it again from the scanner or PACS."),
  DUPLICATE_DROPPED(
      "INT-005", "The same instance arrived more than once with the same content; one was kept."),
  DUPLICATE_DIFFERS(
      "INT-006",
      "The same SOP Instance UID arrived with different content. Find out which is right and send"
          + " only that."),
  TWO_PATIENTS(
      "INT-007",
      "One series or study names more than one Patient ID. Correct the identity in the PACS and"
          + " send it again."),
  TWO_STUDIES(
      "INT-008",
      "One series names more than one Study Instance UID. Correct it in the PACS and send it"
          + " again."),
  TWO_FRAMES_OF_REFERENCE(
      "INT-009",
      "One series names more than one Frame of Reference UID, so its slices do not share one"
          + " space. Send each acquisition as a series of its own."),
  ARCHIVE_INSIDE("INT-010", "An archive inside what arrived is not opened. Unpack it first."),
  ARCHIVE_TOO_LARGE(
      "INT-011",
      "The archive would unpack to more than is plausible for CT. Unpack it by hand and pass the"
          + " folder if it can be trusted."),
  ARCHIVE_BROKEN("INT-012", "The archive cannot be opened or an entry of it is damaged."),
  DISC_INDEX("INT-013", "A DICOMDIR is the index of a disc, not an image."),
  REFERENCED_FILE_MISSING(
      "INT-014", "The DICOMDIR names a file that is not there. Copy the disc again."),
  NOTHING_THERE("INT-015", "There is no such file or folder, or nothing in it is DICOM."),
  NO_CT("INT-016", "There are DICOM objects, but no CT images among them."),
  LINK_LOOP("INT-017", "A link leads back to a folder above it and was not followed."),
  NIFTI_INSIDE("INT-018", "A NIfTI file is read only when it is named itself."),
  SAME_INSTANCE_IN_TWO_SERIES(
      "INT-019",
      "One SOP Instance UID is used in more than one series. Results that refer to it may be shown"
          + " on the wrong series."),
  MODALITY_DISAGREES(
      "INT-020",
      "The SOP Class says CT but the modality says otherwise; the SOP Class is believed."),
  INDEX_UNREADABLE("INT-021", "The DICOMDIR cannot be read. Pass the folder of the disc instead."),
  META_MISSING(
      "INT-022",
      "The file does not begin with complete file meta information, so it cannot be passed on as it"
          + " is. Export it again as a DICOM file (PS3.10)."),
  INSTANCE_DISAGREES(
      "INT-023",
      "The SOP Instance UID that was announced is not the one in the object. Send it again; if it"
          + " happens again, report it to the maker of the sender."),
  OBJECT_TOO_LARGE(
      "INT-024",
      "The object is larger than this server takes. Ask its administrator to raise the limit, or"
          + " send the series in smaller objects.");

  private final String code;
  private final String meaning;

  IntakeReason(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
