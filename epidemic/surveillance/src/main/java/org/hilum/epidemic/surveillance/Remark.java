package org.hilum.epidemic.surveillance;

import java.util.List;

/**
 * Something worth knowing about counts, for people and in every language.
 *
 * @param reason which kind
 * @param said what was found and what was made of it: one saying, or more that follow each other
 * @param where the place, measure or file it is about; empty where it is about all
 */
public record Remark(SurveillanceReason reason, List<Said> said, String where) {

  /**
   * A saying with what stands in its places.
   *
   * @param arguments dates, and numbers and names as text
   */
  public record Said(Saying saying, List<Object> arguments) {

    public Said {
      arguments = List.copyOf(arguments);
    }

    /** A saying with what stands in its places. */
    public static Said of(Saying saying, Object... arguments) {
      return new Said(saying, List.of(arguments));
    }
  }

  public Remark {
    said = List.copyOf(said);
  }

  /** A remark of one saying. */
  public Remark(SurveillanceReason reason, Said said, String where) {
    this(reason, List.of(said), where);
  }

  /** A remark in words of its own. */
  public Remark(SurveillanceReason reason, String message, String where) {
    this(reason, Said.of(Saying.WORDS, message), where);
  }

  /** One or two sentences in English. */
  public String message() {
    return String.join(
        " ",
        said.stream()
            .map(each -> Saying.filled(each.saying().english(), each.arguments(), String::valueOf))
            .toList());
  }

  @Override
  public String toString() {
    return reason.code() + " " + message() + (where.isEmpty() ? "" : " (" + where + ")");
  }
}
