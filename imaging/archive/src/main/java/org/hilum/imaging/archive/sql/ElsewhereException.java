package org.hilum.imaging.archive.sql;

/** An instance belongs to a study or series that the index knows otherwise. */
final class ElsewhereException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String words;

  ElsewhereException(String words) {
    super(words);
    this.words = words;
  }

  /** What is wrong and what to do, for a technologist. */
  String words() {
    return words;
  }
}
