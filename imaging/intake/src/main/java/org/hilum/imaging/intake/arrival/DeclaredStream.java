package org.hilum.imaging.intake.arrival;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** A stream that fails when it does not hold as many bytes, with the CRC-32, as was declared. */
final class DeclaredStream extends FilterInputStream {

  private final long crc;
  private final CRC32 seen = new CRC32();
  private long left;

  DeclaredStream(InputStream in, long declared, long crc) {
    super(in);
    this.left = declared;
    this.crc = crc;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int n = in.read(into, offset, length);
    if (n < 0) {
      end();
    } else {
      left -= n;
      seen.update(into, offset, n);
    }
    if (left < 0) {
      throw new ZipException("it holds more than it declares");
    }
    return n;
  }

  private void end() throws ZipException {
    if (left > 0) {
      throw new ZipException("it holds less than it declares");
    }
    if (seen.getValue() != crc) {
      throw new ZipException("its CRC-32 differs");
    }
  }

  @Override
  public long skip(long most) {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
