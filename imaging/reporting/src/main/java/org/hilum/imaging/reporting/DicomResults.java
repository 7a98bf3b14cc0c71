package org.hilum.imaging.reporting;

import java.util.List;
import org.hilum.imaging.vocabulary.Reason;

/**
 * What came of writing a reading as DICOM objects.
 *
 * @param objects what was written, in the order of {@link ResultKind}
 * @param remarks what was not written, or written with less, and why
 */
public record DicomResults(List<WrittenObject> objects, List<Reason> remarks) {
  public DicomResults {
    objects = List.copyOf(objects);
    remarks = List.copyOf(remarks);
  }
}
