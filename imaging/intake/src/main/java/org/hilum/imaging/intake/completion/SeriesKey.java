package org.hilum.imaging.intake.completion;

import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.dicom.Uid;

/** A series of an institution. */
public record SeriesKey(String institution, Uid studyInstanceUid, Uid seriesInstanceUid) {

  /** Of a series that is kept. */
  public static SeriesKey of(Archive.ArchivedSeries series) {
    return new SeriesKey(
        series.institution(), series.studyInstanceUid(), series.seriesInstanceUid());
  }

  /** Whether it is another series of the same study. */
  public boolean isBeside(SeriesKey other) {
    return !equals(other)
        && institution.equals(other.institution)
        && studyInstanceUid.equals(other.studyInstanceUid);
  }
}
