package org.hilum.imaging.dicom.codec.jpeg;

import org.hilum.imaging.dicom.codec.CodestreamException;

/**
 * Takes bits from entropy-coded bytes, most significant first; a zero after a byte FF is stuffing
 * (T.81 B.1.1.5).
 */
final class EntropyBits {

  private final byte[] bytes;
  private int at;

  /** Next bits, left aligned; zeros below. */
  private long buffer;

  private int count;

  /** Bits in the buffer that were made up after the end of the data. */
  private int madeUp;

  EntropyBits(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  /** Makes at least 57 bits ready. */
  private void fill() {
    while (count <= 56) {
      int next = at < bytes.length ? bytes[at] & 0xFF : 0;
      boolean ended = at >= bytes.length;
      if (next == 0xFF) {
        boolean stuffed = at + 1 < bytes.length && bytes[at + 1] == 0;
        ended = !stuffed;
        at += stuffed ? 1 : 0;
      }
      if (ended) {
        madeUp += 8;
      } else {
        buffer |= (long) next << 56 - count;
        at++;
      }
      count += 8;
    }
  }

  /** The next 16 bits, left where they are. */
  int peek16() {
    if (count < 32) {
      fill();
    }
    return (int) (buffer >>> 48);
  }

  /** Passes bits that were peeked at. */
  void skip(int length) {
    buffer <<= length;
    count -= length;
  }

  /** The next bits as an unsigned number; at most 16 of them. */
  int bits(int length) {
    if (length == 0) {
      return 0;
    }
    if (count < length) {
      fill();
    }
    int value = (int) (buffer >>> 64 - length);
    skip(length);
    return value;
  }

  /** The signed number that a size class and its bits stand for (T.81 F.2.2.1, EXTEND). */
  int signed(int size) {
    if (size == 0) {
      return 0;
    }
    int value = bits(size);
    return value < 1 << size - 1 ? value - (1 << size) + 1 : value;
  }

  /** Refuses to go on when more was taken than there was. */
  void requireEnough() {
    if (count < madeUp) {
      throw CodestreamException.broken("the compressed pixels end early");
    }
  }

  /** Leaves the rest of the interval, and passes the marker that must follow it. */
  void passRestartMarker() {
    requireEnough();
    int marker = end();
    if (marker + 1 >= bytes.length || (bytes[marker + 1] & 0xF8) != 0xD0) {
      throw CodestreamException.broken("a restart marker is missing");
    }
    at = marker + 2;
    buffer = 0;
    count = 0;
    madeUp = 0;
  }

  /** Place of the marker that ends the entropy-coded bytes. */
  int end() {
    int marker = at;
    while (marker + 1 < bytes.length && !isMarker(marker)) {
      marker++;
    }
    return marker;
  }

  private boolean isMarker(int place) {
    int second = bytes[place + 1] & 0xFF;
    return (bytes[place] & 0xFF) == 0xFF && second != 0 && second != 0xFF;
  }
}
