package org.hilum.imaging.dicom;

import java.util.List;
import org.hilum.imaging.vocabulary.Reason;

/**
 * One DICOM object as it was parsed.
 *
 * @param fileMeta group 0002; empty when the file had none
 * @param dataSet the attributes; without pixel data when only the header was asked for
 * @param transferSyntaxUid how the pixel data is encoded
 * @param deviations departures from the standard that were understood and read over
 */
public record DicomObject(
    DataSet fileMeta, DataSet dataSet, String transferSyntaxUid, List<Reason> deviations) {

  public DicomObject {
    deviations = List.copyOf(deviations);
  }
}
