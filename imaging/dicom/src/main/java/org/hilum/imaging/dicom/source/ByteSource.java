package org.hilum.imaging.dicom.source;

/** Gives the bytes of a file by their place; callers ask {@link #has} before they read. */
public interface ByteSource {

  /** Whether {@code length} bytes lie at {@code at}. */
  boolean has(long at, long length);

  /** The byte at a place, 0 to 255. */
  int octet(long at);

  /** A copy of bytes that {@link #has} has promised. */
  byte[] bytes(long at, int length);

  /** How many bytes follow a place; may have to look for the end. */
  long remaining(long at);

  /** An unsigned 16-bit number. */
  default int unsignedShort(long at, boolean bigEndian) {
    int first = octet(at);
    int second = octet(at + 1);
    return bigEndian ? first << 8 | second : second << 8 | first;
  }

  /** An unsigned 32-bit number. */
  default long unsignedInt(long at, boolean bigEndian) {
    long first = unsignedShort(at, bigEndian);
    long second = unsignedShort(at + 2, bigEndian);
    return bigEndian ? first << 16 | second : second << 16 | first;
  }
}
