package org.hilum.epidemic.bulletin.wording;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.hilum.epidemic.bulletin.Language;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Remark;
import org.hilum.epidemic.surveillance.Saying;

/**
 * How each {@link Phrase} is said in one language.
 *
 * <p>Places in a phrase are numbered: {@code {0}}, {@code {1}}.
 */
public final class Wording {

  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter CHINESE =
      DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);
  private static final DateTimeFormatter ENGLISH_SHORT =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter CHINESE_SHORT =
      DateTimeFormatter.ofPattern("M月d日", Locale.ROOT);

  private final Language language;
  private final Map<Phrase, String> texts = new EnumMap<>(Phrase.class);
  private final Set<String> unused;
  private final Properties reasons;

  private Wording(Language language) {
    this.language = language;
    // Sayings carry their English words; the other language has its own for each.
    this.reasons =
        language == Language.ENGLISH
            ? new Properties()
            : read("remarks_" + language.tag() + ".properties");
    var properties = read("bulletin_" + language.tag() + ".properties");
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
    return new Wording(language);
  }

  private static Properties read(String resource) {
    try (var in = Wording.class.getResourceAsStream(resource)) {
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

  /** A day with its year. */
  public String date(LocalDate day) {
    return (language == Language.ENGLISH ? ENGLISH : CHINESE).format(day);
  }

  /** A day without its year. */
  public String shortDate(LocalDate day) {
    return (language == Language.ENGLISH ? ENGLISH_SHORT : CHINESE_SHORT).format(day);
  }

  /** What is counted, as a heading. */
  public String measure(Measure measure) {
    return text(Phrase.valueOf("MEASURE_" + measure.name()));
  }

  /** Persons of a measure, in a sentence: {@code 1,200 cases}. */
  public String persons(Measure measure, String number) {
    return text(Phrase.valueOf("PERSONS_" + measure.name()), number);
  }

  /** A remark in this language, with its place. */
  public String remark(Remark remark) {
    return remarkHere(remark) + (remark.where().isEmpty() ? "" : " (" + where(remark) + ")");
  }

  /** The place of a remark, its measure in this language. */
  private String where(Remark remark) {
    var where = remark.where();
    for (var measure : Measure.values()) {
      var ending = ", " + measure.hubWord();
      if (language != Language.ENGLISH && where.endsWith(ending)) {
        return where.substring(0, where.length() - ending.length()) + "，" + measure(measure);
      }
    }
    return where;
  }

  /**
   * A remark that stands beside what it is about. Words that were written in English only stand
   * behind what the remark's code means.
   */
  public String remarkHere(Remark remark) {
    if (language == Language.ENGLISH) {
      return remark.message();
    }
    return remark.said().stream().map(said -> said(remark, said)).collect(Collectors.joining());
  }

  private String said(Remark remark, Remark.Said said) {
    var words = reasons.getProperty(said.saying().name());
    if (words != null) {
      return Saying.filled(
          words,
          said.arguments(),
          each -> each instanceof LocalDate day ? date(day) : String.valueOf(each));
    }
    var meaning = reasons.getProperty(remark.reason().code(), "");
    boolean saysMore = !remark.message().equals(remark.reason().meaning());
    return meaning + (saysMore ? " " + remark.message() : "");
  }

  /** A family of models; one without a name here keeps the engine's. */
  public String family(String name) {
    return known("FAMILY_", name);
  }

  /** Why a forecast was not scored; a reason without words here keeps the engine's. */
  public String leftOut(String reason) {
    return known("LEFT_OUT_", reason);
  }

  private String known(String group, String name) {
    var wanted = group + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    for (var phrase : Phrase.values()) {
      if (phrase.name().equals(wanted)) {
        return text(phrase);
      }
    }
    return name;
  }

  /** The words for a saying; its English ones where this language has none. */
  String words(Saying saying) {
    return reasons.getProperty(saying.name(), saying.english());
  }

  /** What a code of remarks means in this language; empty where its English words are kept. */
  public Optional<String> meaning(String code) {
    return Optional.ofNullable(reasons.getProperty(code));
  }

  /** Whether a remark's code is said in this language and not only in English. */
  boolean knows(String code) {
    return language == Language.ENGLISH || reasons.containsKey(code);
  }

  /** Keys of the file that no phrase asks for. */
  Set<String> unused() {
    return unused;
  }
}
