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
          + " send the series in smaller objects."),
  UPLOAD_UNKNOWN(
      "INT-030", "There is no such upload or file of an upload. Look at the list of uploads."),
  UPLOAD_TOO_LARGE(
      "INT-031",
      "The upload has more files or bytes than this server takes at once. Send it in parts."),
  TOO_MANY_UPLOADS(
      "INT-032",
      "This account has as many unfinished uploads as are allowed. Finish or delete one first."),
  NAME_UNSAFE(
      "INT-033",
      "The name of the file leads out of its folder or cannot be a name. Rename it, or pack the"
          + " folder again."),
  OFFSET_WRONG(
      "INT-034",
      "What was sent does not begin where the bytes that are here end. Go on from the offset that"
          + " is told."),
  SENT_BY_ANOTHER(
      "INT-035", "Another connection goes on sending this file. Nothing to do: let it finish."),
  CHECKSUM_DISAGREES(
      "INT-036",
      "The bytes that arrived are not those that were sent: their SHA-256 differs. The file is"
          + " taken from its beginning again."),
  SIZE_DISAGREES(
      "INT-037",
      "The file has another size than was announced, so it changed while it was sent. Send it"
          + " again in a new upload."),
  FILES_MISSING(
      "INT-038",
      "Some files of the upload have not arrived whole. Send them, or finish without them."),
  UPLOAD_ENDED("INT-039", "The upload has ended and takes no more files. Begin a new one."),
  UPLOAD_EXPIRED(
      "INT-040",
      "Nothing came for the upload for so long that what was not whole was removed. Begin a new"
          + " one; what was taken is kept."),
  UPLOAD_CANCELLED("INT-041", "The upload was deleted by a person; what was taken is kept."),
  NOT_SENT("INT-042", "The upload was finished without this file."),
  STORAGE_FULL(
      "INT-043",
      "The disk of the server is full. Ask its administrator to make room; then go on where it"
          + " stopped."),
  ARCHIVE_ENCRYPTED(
      "INT-044", "The archive is protected by a password. Pack it again without one."),
  REQUEST_MALFORMED(
      "INT-045", "The request is not as the interface asks. Report it to the maker of the sender."),
  LINE_LOST(
      "INT-046",
      "The line was lost while a file was sent. Ask how much of it is here, and go on from there."),
  NOT_MULTIPART(
      "INT-050",
      "What was sent over STOW-RS is not application/dicom, nor multipart/related with parts of"
          + " that type. Send it so."),
  PARTS_BROKEN(
      "INT-051",
      "The parts of a request break off or do not follow each other as they should. What came"
          + " whole before is kept and named; send the rest again."),
  REQUEST_TOO_LARGE(
      "INT-052",
      "The request has more parts or bytes than this server takes at once. What came whole before"
          + " is kept and named; send the rest in smaller requests."),
  OTHER_STUDY(
      "INT-053",
      "The object belongs to another study than the address names. Send it to its own address, or"
          + " to that of all studies."),
  NOT_KEPT("INT-054", "The server could not make the object safe. Send it again later.");

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
