package org.hilum.epidemic.bulletin.web;

import jakarta.servlet.http.HttpServletRequest;
import org.hilum.epidemic.bulletin.Language;
import org.jspecify.annotations.Nullable;

/** In which language a person is answered. */
final class Languages {

  private Languages() {}

  /** The one asked for; without one the browser's first that we speak, else English. */
  static Language of(@Nullable String asked, HttpServletRequest request) {
    var word = asked == null ? request.getLocale().getLanguage() : asked;
    return word.startsWith(Language.CHINESE.word()) ? Language.CHINESE : Language.ENGLISH;
  }
}
