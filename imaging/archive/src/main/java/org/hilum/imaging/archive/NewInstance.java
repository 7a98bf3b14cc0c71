package org.hilum.imaging.archive;

import java.time.Instant;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Uid;
import org.hilum.platform.storage.ContentHash;

/**
 * An instance that was accepted and whose file is safe on disk, on its way into the index.
 *
 * @param institution code of the institution whose patient it is
 * @param header the attributes before the pixel data
 * @param transferSyntax in which the file was sent and is kept
 * @param content the file
 * @param bytes length of the file
 * @param source who sent it and how, for people to trace: {@code dimse:CT1}
 */
public record NewInstance(
    String institution,
    Uid studyInstanceUid,
    Uid seriesInstanceUid,
    Uid sopInstanceUid,
    Uid sopClassUid,
    DataSet header,
    String transferSyntax,
    ContentHash content,
    long bytes,
    String source,
    Instant receivedAt) {}
