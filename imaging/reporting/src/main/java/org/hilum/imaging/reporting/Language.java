package org.hilum.imaging.reporting;

import java.util.Locale;

/** In which language a report is written. */
public enum Language {
  ENGLISH("en"),
  CHINESE("zh-CN");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** Language tag (BCP 47). */
  public String tag() {
    return tag;
  }

  /** The locale of this language. */
  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }
}
