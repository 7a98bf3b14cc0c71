package org.hilum.imaging.intake.arrival;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;

/** A file on disk; what is a link by now is not opened by {@link #open}. */
public record FileArrival(Path file, String name) implements Arrival {

  @Override
  public byte[] head(int most) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(most);
    }
  }

  @Override
  public long bytes() throws IOException {
    return Files.size(file);
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public DicomParse read(DicomReader.Depth depth) throws IOException {
    return DicomReader.read(file, depth);
  }
}
