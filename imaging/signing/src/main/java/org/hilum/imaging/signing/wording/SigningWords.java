package org.hilum.imaging.signing.wording;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.hilum.imaging.reporting.Language;

/**
 * How a report speaks in one language; places in a text are numbered: {@code {0}}, {@code {1}}.
 *
 * <p>Never "diagnosis": finding, measurement, likelihood, suggestion.
 */
public final class SigningWords {

  private static final Map<Language, SigningWords> ALL = all();

  private final Properties texts;

  private SigningWords(Language language) {
    texts = read("report_" + language.tag() + ".properties");
  }

  private static Map<Language, SigningWords> all() {
    var all = new EnumMap<Language, SigningWords>(Language.class);
    for (var language : Language.values()) {
      all.put(language, new SigningWords(language));
    }
    return all;
  }

  /** The words of a language. */
  public static SigningWords in(Language language) {
    var words = ALL.get(language);
    if (words == null) {
      throw new IllegalStateException("no words in " + language);
    }
    return words;
  }

  private static Properties read(String resource) {
    try (var in = SigningWords.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no words: " + resource);
      }
      var properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + resource, failed);
    }
  }

  /** A text with its places filled. */
  public String text(String key, Object... arguments) {
    var text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no words for " + key);
    }
    for (int n = 0; n < arguments.length; n++) {
      text = text.replace("{" + n + "}", String.valueOf(arguments[n]));
    }
    return text;
  }

  /** Whether there is a text. */
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /** All keys, for checking that each language has the same. */
  Set<String> keys() {
    return texts.stringPropertyNames();
  }
}
