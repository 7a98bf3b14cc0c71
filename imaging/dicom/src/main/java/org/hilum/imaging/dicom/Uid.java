package org.hilum.imaging.dicom;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A DICOM unique identifier (PS3.5 section 9).
 *
 * @param value digits and dots, at most 64 characters
 */
public record Uid(String value) implements Comparable<Uid> {

  public Uid {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not a UID: 1 to 64 digits and dots are needed");
    }
  }

  /** Whether a text may stand as a UID; tolerant of leading zeros, which some scanners write. */
  public static boolean isWellFormed(String text) {
    return text.length() <= 64 && text.matches("[0-9]+(\\.[0-9]+)*");
  }

  /**
   * The UID that always comes out of the same words, so that reading the same images with the same
   * networks writes the same objects and a resend changes nothing.
   *
   * <p>Source: PS3.5 B.2 (UUID-derived UID, root 2.25), with the first 128 bits of SHA-256 set as a
   * version 8 UUID (RFC 9562).
   */
  public static Uid derived(String... words) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var word : words) {
        digest.update(word.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      var uuid = ByteBuffer.wrap(digest.digest()).slice(0, 16);
      uuid.put(6, (byte) ((uuid.get(6) & 0x0F) | 0x80));
      uuid.put(8, (byte) ((uuid.get(8) & 0x3F) | 0x80));
      var bits = new byte[16];
      uuid.get(bits);
      return new Uid("2.25." + new BigInteger(1, bits));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }

  @Override
  public int compareTo(Uid other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
