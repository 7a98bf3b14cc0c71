package org.hilum.imaging.dicom;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names the stored values of a frame: 8 bytes of the SHA-256 of them, big-endian, row by row. */
final class StoredHash {

  private StoredHash() {}

  static String of(StoredFrame frame) {
    var bytes = ByteBuffer.allocate(2 * frame.samples().length);
    bytes.asShortBuffer().put(frame.samples());
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
