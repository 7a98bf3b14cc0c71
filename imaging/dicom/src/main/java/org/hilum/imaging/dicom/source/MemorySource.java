package org.hilum.imaging.dicom.source;

import java.util.Arrays;

/** Bytes that are all in memory. */
public final class MemorySource implements ByteSource {

  private final byte[] content;

  public MemorySource(byte[] content) {
    this.content = content;
  }

  @Override
  public boolean has(long at, long length) {
    return at >= 0 && length >= 0 && length <= content.length - at;
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
    return Math.max(0, content.length - at);
  }
}
