package org.hilum.imaging.archive.web;

import java.util.List;
import org.hilum.imaging.archive.ArchiveReason;
import org.hilum.imaging.vocabulary.Reason;
import org.springframework.http.HttpStatus;

/** A request over DICOMweb cannot be answered as it was put. */
final class DicomWebException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final transient List<Reason> reasons;

  DicomWebException(HttpStatus status, Reason reason) {
    super(reason.toString());
    this.status = status;
    this.reasons = List.of(reason);
  }

  static DicomWebException malformed(String words, String where) {
    return new DicomWebException(
        HttpStatus.BAD_REQUEST, new Reason(ArchiveReason.REQUEST_MALFORMED, words, where));
  }

  static DicomWebException notHere(String words, String where) {
    return new DicomWebException(
        HttpStatus.NOT_FOUND, new Reason(ArchiveReason.NOT_HERE, words, where));
  }

  static DicomWebException notAcceptable(String words) {
    return new DicomWebException(
        HttpStatus.NOT_ACCEPTABLE, Reason.of(ArchiveReason.NOT_ACCEPTABLE, words));
  }

  static DicomWebException fileMissing(String where) {
    return new DicomWebException(
        HttpStatus.INTERNAL_SERVER_ERROR,
        new Reason(
            ArchiveReason.FILE_MISSING,
            "the file of an object is gone or damaged on disk: tell the administrator",
            where));
  }

  HttpStatus status() {
    return status;
  }

  List<Reason> reasons() {
    return reasons;
  }
}
