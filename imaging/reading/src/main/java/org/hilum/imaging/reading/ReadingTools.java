package org.hilum.imaging.reading;

import java.time.Clock;
import java.util.function.Supplier;
import org.hilum.imaging.reporting.SoftwareIdentity;
import org.hilum.imaging.segmentation.ChestSegmenter;

/**
 * What the line needs from outside.
 *
 * @param segmenter asked for when the first volume is built, so that loading networks overlaps with
 *     decoding; always the same one
 * @param clock says when a reading was made
 * @param software which program this is
 */
public record ReadingTools(
    Supplier<ChestSegmenter> segmenter, Clock clock, SoftwareIdentity software) {}
