package org.hilum.imaging.intake.arrival;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;

/** A file on disk. */
record FileArrival(Path file, String name) implements Arrival {

  @Override
  public byte[] head(int most) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(most);
    }
  }

  @Override
  public DicomParse read(DicomReader.Depth depth) throws IOException {
    return DicomReader.read(file, depth);
  }
}
