package org.hilum.imaging.dicom;

import java.io.IOException;
import java.nio.file.Path;

/** Reads DICOM files (PS3.10) in any CT transfer syntax; never trusts a length field. */
public final class DicomReader {

  /** How much of a file is wanted. */
  public enum Depth {
    /** Everything before the pixel data. */
    HEADER,
    /** Everything. */
    WHOLE
  }

  private DicomReader() {}

  /** Parses a file on disk. */
  public static DicomParse read(Path file, Depth depth) throws IOException {
    throw new IOException("unfinished");
  }

  /** Parses a file held in memory. */
  public static DicomParse read(byte[] file, Depth depth) {
    throw new IllegalStateException("unfinished");
  }
}
