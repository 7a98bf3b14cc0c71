package org.hilum.imaging.intake.web;

import java.util.Arrays;

/**
 * Finds where the boundary between two parts stands.
 *
 * <p>Source: Horspool 1980, doi:10.1002/spe.4380100608. <br>
 * Cost: looks at one byte in as many as the boundary is long.
 */
final class Delimiter {

  private final byte[] bytes;
  private final int[] steps = new int[256];

  Delimiter(byte[] bytes) {
    this.bytes = bytes;
    Arrays.fill(steps, bytes.length);
    for (int n = 0; n < bytes.length - 1; n++) {
      steps[bytes[n] & 0xFF] = bytes.length - 1 - n;
    }
  }

  int length() {
    return bytes.length;
  }

  /** Place of the first one from a place on; -1 when there is none. */
  int in(byte[] text, int from, int to) {
    int last = bytes.length - 1;
    for (int at = from; at + last < to; at += steps[text[at + last] & 0xFF]) {
      if (Arrays.equals(text, at, at + bytes.length, bytes, 0, bytes.length)) {
        return at;
      }
    }
    return -1;
  }
}
