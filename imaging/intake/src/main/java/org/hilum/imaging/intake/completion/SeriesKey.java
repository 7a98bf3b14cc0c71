package org.hilum.imaging.intake.completion;

import org.hilum.imaging.dicom.Uid;

/** A series of an institution. */
public record SeriesKey(String institution, Uid studyInstanceUid, Uid seriesInstanceUid) {}
