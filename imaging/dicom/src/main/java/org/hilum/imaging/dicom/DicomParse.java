package org.hilum.imaging.dicom;

import java.util.List;
import org.hilum.imaging.vocabulary.Reason;

/** What came of parsing a file: an object, or why it is none. */
public sealed interface DicomParse {

  /** The file holds a DICOM object. */
  record Parsed(DicomObject object) implements DicomParse {}

  /** The file is DICOM but cannot be trusted: all reasons at once. */
  record Refused(List<Reason> reasons) implements DicomParse {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /** The file is not DICOM at all: a text, a picture, a viewer on the disc. */
  record NotDicom(Reason reason) implements DicomParse {}
}
