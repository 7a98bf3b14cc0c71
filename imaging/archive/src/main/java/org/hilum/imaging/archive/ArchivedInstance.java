package org.hilum.imaging.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalInt;
import org.hilum.imaging.dicom.Uid;

/**
 * An instance that is kept.
 *
 * @param institution whose patient it is
 * @param file as it was sent
 * @param bytes length of the file
 * @param instanceNumber Instance Number (0020,0013), where it is a number
 * @param frames Number of Frames (0028,0008), 1 where there is none
 */
public record ArchivedInstance(
    String institution,
    Uid studyInstanceUid,
    Uid seriesInstanceUid,
    Uid sopInstanceUid,
    Uid sopClassUid,
    String transferSyntax,
    Path file,
    long bytes,
    OptionalInt instanceNumber,
    int frames,
    Instant receivedAt) {}
