package org.hilum.imaging.volume;

import org.hilum.imaging.dicom.Uid;

/**
 * Which DICOM image a slice of a volume was made from.
 *
 * @param frameNumber from 1 in a multi-frame object; 0 for a single-frame one
 */
public record SourceSlice(Uid sopClassUid, Uid sopInstanceUid, int frameNumber) {}
