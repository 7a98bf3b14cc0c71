package org.hilum.epidemic.surveillance.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a file, or what a packed file unfolds to, from being longer than allowed. */
final class LimitedInput extends FilterInputStream {

  /** More was there than allowed. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private long left;

  LimitedInput(InputStream in, long bytes) {
    super(in);
    this.left = bytes;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int got = super.read(into, from, length);
    count(Math.max(0, got));
    return got;
  }

  private void count(int bytes) throws TooLongException {
    left -= bytes;
    if (left < 0) {
      throw new TooLongException();
    }
  }
}
