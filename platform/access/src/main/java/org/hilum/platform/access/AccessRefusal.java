package org.hilum.platform.access;

/** Something was asked for that cannot be done, in words for the person who asked. */
public final class AccessRefusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final String words;

  public AccessRefusal(String words) {
    super(words);
    this.words = words;
  }

  /** What is wrong and what to do. */
  public String words() {
    return words;
  }
}
