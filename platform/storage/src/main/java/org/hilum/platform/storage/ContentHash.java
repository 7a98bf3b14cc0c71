package org.hilum.platform.storage;

/**
 * Names some bytes by what they are: their SHA-256 (FIPS 180-4).
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record ContentHash(String hex) {

  private static final int DIGITS = 64;

  public ContentHash {
    if (hex.length() != DIGITS || !hex.chars().allMatch(ContentHash::isDigit)) {
      throw new IllegalArgumentException("64 lower-case hexadecimal digits are needed");
    }
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
  }

  @Override
  public String toString() {
    return hex;
  }
}
