package org.hilum.imaging.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.hilum.imaging.dicom.source.ByteSource;
import org.hilum.imaging.dicom.source.FileSource;
import org.hilum.imaging.dicom.source.MemorySource;

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

  /** Parses a file on disk; of a header nothing beyond the pixel data's own header is read. */
  public static DicomParse read(Path file, Depth depth) throws IOException {
    try (var source = new FileSource(file)) {
      return read(source, depth);
    } catch (UncheckedIOException failed) {
      throw new IOException(failed.getCause());
    }
  }

  /** Parses a file held in memory. */
  public static DicomParse read(byte[] file, Depth depth) {
    return read(new MemorySource(file), depth);
  }

  /**
   * Parses a data set that came alone, as in a message.
   *
   * @throws MalformedValueException where it cannot be read
   */
  public static DataSet dataSet(byte[] bytes, TransferSyntax syntax) {
    try {
      return new DataSetParser(new MemorySource(bytes), Depth.WHOLE, new Deviations())
          .dataSet(0, Encoding.of(syntax));
    } catch (Unreadable unreadable) {
      throw new MalformedValueException(0, unreadable.reason().message());
    }
  }

  private static DicomParse read(ByteSource source, Depth depth) {
    return new FileParser(source, depth).parse();
  }
}
