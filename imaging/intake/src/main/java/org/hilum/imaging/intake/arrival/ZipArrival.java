package org.hilum.imaging.intake.arrival;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;

/** An entry of a zip archive. */
record ZipArrival(ZipFile zip, ZipEntry entry) implements Arrival {

  @Override
  public String name() {
    return entry.getName();
  }

  @Override
  public byte[] head(int most) throws IOException {
    try (var in = zip.getInputStream(entry)) {
      return in.readNBytes(most);
    }
  }

  @Override
  public DicomParse read(DicomReader.Depth depth) throws IOException {
    return DicomReader.read(content(), depth);
  }

  @Override
  public InputStream open() throws IOException {
    return new DeclaredStream(zip.getInputStream(entry), bytes(), entry.getCrc());
  }

  @Override
  public long bytes() {
    return entry.getSize() < 0 ? ZipScan.MOST_ENTRY_BYTES : entry.getSize();
  }

  private byte[] content() throws IOException {
    try (var in = zip.getInputStream(entry)) {
      var bytes = in.readNBytes((int) bytes());
      if (in.read() >= 0) {
        throw new ZipException("the entry holds more than it declares");
      }
      return bytes;
    }
  }
}
