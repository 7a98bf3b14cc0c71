package org.hilum.imaging.dicom.source;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Bytes of a deflated data set (PS3.5 A.5), inflated only as far as somebody has looked.
 *
 * <p>Limits: stops at {@value #LIMIT_BYTES} bytes, whatever the stream promises.
 */
public final class InflatingSource implements ByteSource, AutoCloseable {

  /** Five hundred slices of 512 x 512 in 16 bits. */
  private static final int LIMIT_BYTES = 256 * 1024 * 1024;

  private static final int STEP_BYTES = 64 * 1024;

  private final ByteSource deflated;
  private long deflatedAt;
  private final Inflater inflater = new Inflater(true);
  private byte[] content = new byte[STEP_BYTES];
  private int count;
  private boolean ended;
  private boolean broken;

  public InflatingSource(ByteSource deflated, long at) {
    this.deflated = deflated;
    this.deflatedAt = at;
  }

  /** Whether the stream was found to be damaged, cut short or longer than the limit. */
  public boolean isBroken() {
    return broken;
  }

  @Override
  public boolean has(long at, long length) {
    if (at < 0 || length < 0) {
      return false;
    }
    while (!ended && count - at < length) {
      inflate();
    }
    return length <= count - at;
  }

  @Override
  public int octet(long at) {
    return content[(int) at] & 0xFF;
  }

  @Override
  public byte[] bytes(long at, int length) {
    return Arrays.copyOfRange(content, (int) at, (int) at + length);
  }

  @Override
  public long remaining(long at) {
    while (!ended) {
      inflate();
    }
    return Math.max(0, count - at);
  }

  @Override
  public void close() {
    inflater.end();
  }

  private void inflate() {
    if (count == content.length) {
      if (count >= LIMIT_BYTES) {
        end(true);
        return;
      }
      content = Arrays.copyOf(content, Math.min(LIMIT_BYTES, count * 2));
    }
    try {
      int got = inflater.inflate(content, count, content.length - count);
      count += got;
      if (inflater.finished()) {
        end(false);
      } else if (got == 0) {
        feed();
      }
    } catch (DataFormatException damaged) {
      end(true);
    }
  }

  private void feed() {
    int length = (int) Math.min(STEP_BYTES, deflated.remaining(deflatedAt));
    if (!inflater.needsInput() || length == 0) {
      end(true);
      return;
    }
    inflater.setInput(deflated.bytes(deflatedAt, length));
    deflatedAt += length;
  }

  private void end(boolean damaged) {
    ended = true;
    broken = damaged;
  }
}
