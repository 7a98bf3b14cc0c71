package org.hilum.imaging.dicom.codec.jpegls;

import org.hilum.imaging.dicom.codec.CodestreamException;

/**
 * Takes bits from entropy-coded bytes, most significant first; after a byte FF the next has only
 * seven (T.87 A.1).
 */
final class JpegLsBits {

  private final byte[] bytes;
  private int at;
  private boolean afterFf;

  /** Next bits, left aligned; zeros below. */
  private long buffer;

  private int count;

  /** Bits in the buffer that were made up after the end of the data. */
  private int madeUp;

  JpegLsBits(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  /** Makes at least 57 bits ready. */
  private void fill() {
    while (count <= 56) {
      int next = at < bytes.length ? bytes[at] & 0xFF : 0;
      boolean ended = at >= bytes.length || isMarker(next);
      if (ended) {
        madeUp += 8;
        count += 8;
        continue;
      }
      int width = afterFf ? 7 : 8;
      buffer |= (long) next << 64 - count - width;
      count += width;
      afterFf = next == 0xFF;
      at++;
    }
  }

  private boolean isMarker(int next) {
    return afterFf && next >= 0x80
        || next == 0xFF && at + 1 < bytes.length && (bytes[at + 1] & 0xFF) >= 0x80;
  }

  int bit() {
    if (count < 1) {
      fill();
    }
    int bit = (int) (buffer >>> 63);
    buffer <<= 1;
    count--;
    return bit;
  }

  int bits(int length) {
    if (length == 0) {
      return 0;
    }
    if (count < length) {
      fill();
    }
    int value = (int) (buffer >>> 64 - length);
    buffer <<= length;
    count -= length;
    return value;
  }

  /** A Golomb code of limited length (T.87 A.5.3). */
  int golomb(int k, int limit, int escapeBits) {
    if (count < limit - escapeBits) {
      fill();
    }
    int zeros = Long.numberOfLeadingZeros(buffer);
    if (zeros >= count) {
      throw CodestreamException.broken("the compressed pixels are damaged");
    }
    buffer <<= zeros + 1;
    count -= zeros + 1;
    if (zeros < limit - escapeBits - 1) {
      return zeros << k | bits(k);
    }
    return bits(escapeBits) + 1;
  }

  /** Refuses to go on when more was taken than there was. */
  void requireEnough() {
    if (count < madeUp) {
      throw CodestreamException.broken("the compressed pixels end early");
    }
  }

  /** Leaves the rest of the interval, and passes the marker that must follow it. */
  void passRestartMarker() {
    while (at + 1 < bytes.length) {
      if ((bytes[at] & 0xFF) == 0xFF && (bytes[at + 1] & 0xF8) == 0xD0) {
        at += 2;
        buffer = 0;
        count = 0;
        madeUp = 0;
        afterFf = false;
        return;
      }
      at++;
    }
    throw CodestreamException.broken("a restart marker is missing");
  }
}
