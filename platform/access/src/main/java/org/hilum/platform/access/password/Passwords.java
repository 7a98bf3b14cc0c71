package org.hilum.platform.access.password;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.hilum.platform.access.AccessRefusal;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Keeps passwords by bcrypt (Provos and Mazières 1999) of cost {@value #COST}, and refuses weak
 * ones.
 *
 * <p>Source: NIST SP 800-63B 5.1.1: length counts, composition rules do not.
 */
public final class Passwords {

  private static final int COST = 12;
  private static final int SHORTEST = 12;

  /** Bcrypt looks at no more bytes than these. */
  private static final int LONGEST_BYTES = 72;

  private static final int ONE_TIME_LENGTH = 20;

  /** Without letters and digits that look like others. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final Set<String> COMMONEST =
      Set.of(
          "123456789012",
          "password1234",
          "passwordpassword",
          "qwertyuiop12",
          "qwertyuiop123",
          "administrator",
          "hospital1234",
          "radiology1234",
          "aaaaaaaaaaaa",
          "111111111111",
          "000000000000",
          "letmeinplease");

  private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(COST);
  private final SecureRandom chance = new SecureRandom();

  /** Something to compare with where there is no account, so that it takes as long. */
  private final String nobody = hash(oneTime());

  /** What is kept of a password. */
  public String hash(String password) {
    return Objects.requireNonNull(encoder.encode(password));
  }

  /** Whether a password is the one of which this was kept. */
  public boolean matches(String password, String hash) {
    return encoder.matches(password, hash);
  }

  /** Takes the time of a comparison. */
  public void compareWithNobody(String password) {
    encoder.matches(password, nobody);
  }

  /** A password for once, from 115 random bits. */
  public String oneTime() {
    var letters = new StringBuilder();
    for (int n = 0; n < ONE_TIME_LENGTH; n++) {
      letters.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
    }
    return letters.toString();
  }

  /** Refuses a password that is too easy, in words. */
  public void check(String login, String password) throws AccessRefusal {
    if (password.length() < SHORTEST) {
      throw new AccessRefusal(
          "The password needs at least " + SHORTEST + " characters: a few words are easy to keep.");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      throw new AccessRefusal("The password is longer than " + LONGEST_BYTES + " bytes.");
    }
    var lower = password.toLowerCase(Locale.ROOT);
    if (COMMONEST.contains(lower) || lower.contains(login.toLowerCase(Locale.ROOT))) {
      throw new AccessRefusal("That password is easily guessed: choose another.");
    }
  }
}
