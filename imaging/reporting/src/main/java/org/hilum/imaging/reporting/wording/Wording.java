package org.hilum.imaging.reporting.wording;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.hilum.imaging.comparison.ChangeVerdict;
import org.hilum.imaging.comparison.ComparedQuantity;
import org.hilum.imaging.comparison.CourseVerdict;
import org.hilum.imaging.comparison.LesionFate;
import org.hilum.imaging.comparison.Stage;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.ReasonCode;
import org.hilum.imaging.vocabulary.Region;

/**
 * How each {@link Phrase} is said in one language.
 *
 * <p>Places in a phrase are numbered: {@code {0}}, {@code {1}}. Never "diagnosis": finding,
 * measurement, likelihood, suggestion.
 */
public final class Wording {

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

  private final Language language;
  private final Map<Phrase, String> texts = new EnumMap<>(Phrase.class);
  private final Set<String> unused;
  private final Properties reasons;

  private Wording(Language language, Properties properties, Properties reasons) {
    this.language = language;
    this.reasons = reasons;
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
    // Reasons carry their message in English; other languages say their meaning beside it.
    var reasons =
        language == Language.ENGLISH
            ? new Properties()
            : read("reasons_" + language.tag() + ".properties");
    return new Wording(language, read("report_" + language.tag() + ".properties"), reasons);
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

  /** A moment to the minute, with its offset. */
  public static String minutes(ZonedDateTime moment) {
    return MINUTES.format(moment);
  }

  /** That nobody has signed the findings, and whether a person had a hand in them. */
  public String signNote(ReadingFindings findings) {
    return text(findings.correction().isPresent() ? Phrase.CORRECTED_SIGN_NOTE : Phrase.SIGN_NOTE);
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

  /** Name of a compared quantity, without its unit. */
  public String quantity(ComparedQuantity quantity) {
    return text(Phrase.valueOf("COMPARED_" + quantity.name()));
  }

  /** What became of a lesion. */
  public String fate(LesionFate fate) {
    return text(Phrase.valueOf("FATE_" + fate.name()));
  }

  /** What a change means. */
  public String verdict(ChangeVerdict verdict) {
    return text(Phrase.valueOf("VERDICT_" + verdict.name()));
  }

  /** Which way the disease goes. */
  public String course(CourseVerdict verdict) {
    return text(Phrase.valueOf("COURSE_" + verdict.name()));
  }

  /** Name of a stage. */
  public String stage(Stage stage) {
    return text(Phrase.valueOf("STAGE_" + stage.name()));
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

  /** What a category says of the chest; empty for a category without a name here. */
  public String meaning(String category) {
    for (var phrase : Phrase.values()) {
      if (phrase.name().equals("MEANING_" + category)) {
        return text(phrase);
      }
    }
    return "";
  }

  /**
   * A reason in this language, with its place: the message itself in English; elsewhere what the
   * code means, and the message where it says more than the code: its numbers.
   */
  public String reason(Reason reason) {
    var where = reason.where().isEmpty() ? "" : " (" + reason.where() + ")";
    var meaning = reasons.getProperty(reason.code().code());
    if (meaning == null) {
      return reason.message() + where;
    }
    boolean saysMore = !reason.message().equals(reason.code().meaning());
    return meaning + (saysMore ? "  " + reason.message() : "") + where;
  }

  /** Whether a reason is said in this language and not only in English. */
  boolean knows(ReasonCode code) {
    return language == Language.ENGLISH || reasons.containsKey(code.code());
  }

  /** Keys of the file that no phrase asks for. */
  Set<String> unused() {
    return unused;
  }
}
