package org.hilum.imaging.signing;

import java.util.Optional;

/** Something asked of a report is not done, for a reason. */
public final class SigningRefusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final SigningReason reason;
  private final String words;
  private final transient Optional<CaseReport> now;
  private final long waitSeconds;

  private SigningRefusal(
      SigningReason reason, String words, Optional<CaseReport> now, long waitSeconds) {
    super(words);
    this.reason = reason;
    this.words = words;
    this.now = now;
    this.waitSeconds = waitSeconds;
  }

  public SigningRefusal(SigningReason reason, String words) {
    this(reason, words, Optional.empty(), 0);
  }

  /** The report is another by now. */
  public static SigningRefusal changed(CaseReport now) {
    var words =
        "%s changed the report at %s: revision %d is the newest"
            .formatted(now.by().isEmpty() ? "nobody" : now.by(), now.at(), now.revision());
    return new SigningRefusal(SigningReason.CHANGED_MEANWHILE, words, Optional.of(now), 0);
  }

  /** Too many wrong passwords. */
  public static SigningRefusal waiting(long seconds) {
    return new SigningRefusal(
        SigningReason.TOO_MANY_TRIES,
        "too many wrong passwords: try again in " + seconds + " seconds",
        Optional.empty(),
        seconds);
  }

  /** Why. */
  public SigningReason reason() {
    return reason;
  }

  /** What is wrong. */
  public String words() {
    return words;
  }

  /** The report as it is, where that is the reason. */
  public Optional<CaseReport> now() {
    return now == null ? Optional.empty() : now;
  }

  /** How long to wait; 0 where waiting is no remedy. */
  public long waitSeconds() {
    return waitSeconds;
  }
}
