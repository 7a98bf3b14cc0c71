package org.hilum.imaging.intake.upload;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A name of a file, as sent, for people to read: never leading anywhere.
 *
 * <p>Names only tell files apart on a page. They are cleaned all the same, since others may one day
 * trust them.
 */
public final class SafeName {

  /** As long as Linux allows a path to be. */
  private static final int LONGEST = 4096;

  private static final Charset GBK = Charset.forName("GBK");
  private static final int LAST_LATIN = 0xFF;

  private SafeName() {}

  /** With forward strokes and without a leading one; empty when it cannot be a name. */
  public static Optional<String> of(String sent) {
    var name = sent.replace('\\', '/').replaceFirst("^([A-Za-z]:)?/+", "");
    boolean isSafe =
        !name.isBlank()
            && name.length() <= LONGEST
            && isText(name)
            && Arrays.stream(name.split("/")).noneMatch(part -> part.equals(".."));
    return isSafe ? Optional.of(name) : Optional.empty();
  }

  /** Whether it has no control characters, and no half of a character. */
  static boolean isText(String words) {
    return words.chars().noneMatch(Character::isISOControl)
        && StandardCharsets.UTF_8.newEncoder().canEncode(words);
  }

  /** A name that was read byte by byte, in the code page it was probably written in. */
  static String decoded(String bytewise) {
    if (bytewise.chars().anyMatch(c -> c > LAST_LATIN)) {
      return bytewise;
    }
    var bytes = bytewise.getBytes(StandardCharsets.ISO_8859_1);
    return decoded(bytes, StandardCharsets.UTF_8).or(() -> decoded(bytes, GBK)).orElse(bytewise);
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }
}
