package org.hilum.imaging.intake.folder;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.intake.arrival.Arrival;

/** A file that no longer changes; reading it fails at its end if it did after all. */
record StableFile(Path file, String name, Sighting sighting) implements Arrival {

  @Override
  public byte[] head(int most) throws IOException {
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(most);
    }
  }

  @Override
  public long bytes() {
    return sighting.bytes();
  }

  @Override
  public InputStream open() throws IOException {
    return new FilterInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      private long count;

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int n = in.read(into, offset, length);
        count += Math.max(0, n);
        if (n < 0 && (count != sighting.bytes() || !sighting.isStillTrue(file))) {
          throw new IOException("the file changed while it was read");
        }
        return n;
      }
    };
  }

  @Override
  public DicomParse read(DicomReader.Depth depth) throws IOException {
    return DicomReader.read(file, depth);
  }
}
