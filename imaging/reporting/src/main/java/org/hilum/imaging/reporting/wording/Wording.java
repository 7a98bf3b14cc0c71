package org.hilum.imaging.reporting.wording;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.vocabulary.Region;

/**
 * How each {@link Phrase} is said in one language.
 *
 * <p>Places in a phrase are numbered: {@code {0}}, {@code {1}}. Never "diagnosis": finding,
 * measurement, likelihood, suggestion.
 */
public final class Wording {

  private final Language language;
  private final Map<Phrase, String> texts = new EnumMap<>(Phrase.class);
  private final Set<String> unused;

  private Wording(Language language, Properties properties) {
    this.language = language;
    for (var phrase : Phrase.values()) {
      var text = properties.getProperty(phrase.key());
      if (text == null) {
        throw new IllegalStateException("no " + language.tag() + " words for " + phrase.key());
      }
      texts.put(phrase, text);
      properties.remove(phrase.key());
    }
    unused = properties.stringPropertyNames();
  }

  /** The words of a language. */
  public static Wording in(Language language) {
    var resource = "report_" + language.tag() + ".properties";
    try (var in = Wording.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no words: " + resource);
      }
      var properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new Wording(language, properties);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + resource, failed);
    }
  }

  /** The language of these words. */
  public Language language() {
    return language;
  }

  /** A phrase with its places filled. */
  public String text(Phrase phrase, Object... arguments) {
    var text = Objects.requireNonNull(texts.get(phrase));
    for (int n = 0; n < arguments.length; n++) {
      text = text.replace("{" + n + "}", String.valueOf(arguments[n]));
    }
    return text;
  }

  /** Name of a region. */
  public String region(Region region) {
    return text(Phrase.valueOf("REGION_" + region.name()));
  }

  /** Name of a quantity with its unit. */
  public String quantity(Quantity quantity) {
    return text(Phrase.valueOf("QUANTITY_" + quantity.name()));
  }

  /** Name of a kind of opacity. */
  public String kind(OpacityKind kind) {
    return text(Phrase.valueOf("KIND_" + kind.name()));
  }

  /** Name of a category of the COVID-19 pattern; a category without a name here stands as it is. */
  public String category(String category) {
    for (var phrase : Phrase.values()) {
      if (phrase.name().equals("CATEGORY_" + category)) {
        return text(phrase);
      }
    }
    return category;
  }

  /** Keys of the file that no phrase asks for. */
  Set<String> unused() {
    return unused;
  }
}
