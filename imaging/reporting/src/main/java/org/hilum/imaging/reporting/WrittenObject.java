package org.hilum.imaging.reporting;

import java.nio.file.Path;
import org.hilum.imaging.dicom.Uid;

/** A DICOM object that was written, and where. */
public record WrittenObject(ResultKind kind, Path file, Uid sopInstanceUid) {}
