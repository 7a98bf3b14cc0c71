package org.hilum.imaging.dicom;

import java.io.IOException;
import java.io.OutputStream;

/** Writes DICOM files (PS3.10) in Explicit VR Little Endian, with file meta information. */
public final class DicomWriter {

  private DicomWriter() {}

  /** Writes a whole file: preamble, meta information derived from the data set, data set. */
  public static void write(DataSet dataSet, OutputStream out) throws IOException {
    throw new IOException("unfinished");
  }
}
