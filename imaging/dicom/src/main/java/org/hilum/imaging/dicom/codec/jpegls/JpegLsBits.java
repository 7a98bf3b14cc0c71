package org.hilum.imaging.dicom.codec.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.hilum.imaging.dicom.codec.CodestreamException;

/**
 * Takes bits from entropy-coded bytes, most significant first; after a byte FF the next has only
 * seven (T.87 A.1).
 */
final class JpegLsBits {

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final long LOW_SEVEN = 0x7F7F7F7F7F7F7F7FL;
  private static final long LOW_ONE = 0x0101010101010101L;
  private static final long HIGH_ONE = 0x8080808080808080L;

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

  /** Makes at least 57 bits ready; eight bytes at once where none of them is FF. */
  private void fill() {
    if (at + 8 <= bytes.length && !afterFf) {
      long word = (long) WORD.get(bytes, at);
      long marks = (word & LOW_SEVEN) + LOW_ONE & word & HIGH_ONE;
      if (marks == 0) {
        int taken = 64 - count >>> 3;
        buffer |= word >>> count & -1L << 64 - count - 8 * taken;
        count += 8 * taken;
        at += taken;
        return;
      }
    }
    fillOneByOne();
  }

  private void fillOneByOne() {
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
    if (count < limit - escapeBits + k) {
      fill();
    }
    int zeros = Long.numberOfLeadingZeros(buffer);
    int length = zeros + 1 + k;
    if (zeros < limit - escapeBits - 1 && length <= count) {
      long code = buffer << zeros + 1;
      buffer = code << k;
      count -= length;
      return zeros << k | (int) (code >>> 1 >>> 63 - k);
    }
    return longGolomb(k, limit, escapeBits, zeros);
  }

  private int longGolomb(int k, int limit, int escapeBits, int zeros) {
    if (zeros >= count) {
      throw damaged();
    }
    bits(zeros);
    bits(1);
    return zeros < limit - escapeBits - 1 ? zeros << k | bits(k) : bits(escapeBits) + 1;
  }

  static CodestreamException damaged() {
    return CodestreamException.broken("the compressed pixels are damaged");
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
