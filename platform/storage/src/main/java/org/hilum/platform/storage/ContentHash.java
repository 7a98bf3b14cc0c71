package org.hilum.platform.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names some bytes by what they are: their SHA-256 (FIPS 180-4).
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record ContentHash(String hex) {

  private static final int DIGITS = 64;
  private static final int PART_DIGITS = 8;

  public ContentHash {
    if (!isHash(hex)) {
      throw new IllegalArgumentException("64 lower-case hexadecimal digits are needed");
    }
  }

  /** The hash of what a SHA-256 was given; the digest starts anew. */
  public static ContentHash of(MessageDigest sha256) {
    return new ContentHash(HexFormat.of().formatHex(sha256.digest()));
  }

  /** A SHA-256 that was given nothing yet. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  static boolean isHash(String text) {
    return text.length() == DIGITS && text.chars().allMatch(ContentHash::isDigit);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
  }

  /**
   * Whether it belongs to one of several equal parts of all content: to verify a thirtieth each
   * night, say.
   *
   * @param part from 0 to parts - 1
   */
  public boolean isInPart(int part, int parts) {
    return Long.parseLong(hex.substring(0, PART_DIGITS), 16) % parts == part;
  }

  @Override
  public String toString() {
    return hex;
  }
}
