package org.hilum.epidemic.bulletin;

import java.util.Locale;

/** In which language a bulletin is written. */
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

  /** The short word in file names: {@code en}, {@code zh}. */
  public String word() {
    return tag.substring(0, 2);
  }

  /** The locale of this language. */
  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /** The other one. */
  public Language other() {
    return this == ENGLISH ? CHINESE : ENGLISH;
  }
}
