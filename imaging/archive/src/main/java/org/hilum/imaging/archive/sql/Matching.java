package org.hilum.imaging.archive.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hilum.imaging.archive.ArchiveKey;

/**
 * Turns what is asked of one key into a condition (PS3.4 C.2.2.2).
 *
 * <p>Refuses, with an empty answer, what can be no value of the key.
 */
final class Matching {

  private static final int LONGEST = 64 * 1024;
  private static final int MOST_WORDS = 12;
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,9}");

  private Matching() {}

  /** Whether everything matches: nothing was asked, or any text at all. */
  static boolean isUniversal(String value) {
    return value.isBlank() || value.chars().allMatch(c -> c == '*');
  }

  /** The condition, or nothing where there is no such value. */
  static Optional<Clause> of(ArchiveKey key, String value, boolean isFuzzy) {
    if (value.length() > LONGEST || value.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
      return Optional.empty();
    }
    var column = SearchTables.column(key);
    return switch (key.vr()) {
      case PN -> Optional.of(name(key, value, isFuzzy));
      case UI -> Optional.of(anyOf(column, value));
      case DA -> DateTimeRange.dates(value).map(range -> range.on(column));
      case TM -> DateTimeRange.times(value).map(range -> range.on(column));
      case IS, US -> number(column, value);
      case CS -> Optional.of(codes(key, column, value));
      default -> Optional.of(text(column, value));
    };
  }

  private static Clause anyOf(String column, String value) {
    var values = values(value);
    return values.size() == 1
        ? Clause.of(column + " = ?", values.getFirst())
        : Clause.of(column + " = ANY (?::text[])", (Object) values.toArray(String[]::new));
  }

  private static List<String> values(String value) {
    return Arrays.stream(value.split("\\\\")).map(String::strip).toList();
  }

  private static Optional<Clause> number(String column, String value) {
    var stripped = value.strip();
    return NUMBER.matcher(stripped).matches()
        ? Optional.of(Clause.of(column + " = ?", Integer.parseInt(stripped)))
        : Optional.empty();
  }

  private static Clause codes(ArchiveKey key, String column, String value) {
    boolean isWild = isWild(value);
    if (key == ArchiveKey.MODALITIES_IN_STUDY) {
      return isWild
          ? Clause.of(
              "EXISTS (SELECT 1 FROM unnest(%s) one WHERE one LIKE ?)".formatted(column),
              pattern(value.strip()))
          : Clause.of(column + " && ?::text[]", (Object) values(value).toArray(String[]::new));
    }
    return isWild ? text(column, value) : anyOf(column, value);
  }

  private static Clause text(String column, String value) {
    var stripped = value.strip();
    return isWild(stripped)
        ? Clause.of(column + " LIKE ?", pattern(stripped))
        : Clause.of(column + " = ?", stripped);
  }

  private static Clause name(ArchiveKey key, String value, boolean isFuzzy) {
    boolean isOfPatient = key == ArchiveKey.PATIENT_NAME;
    var column = SearchTables.column(key);
    return isFuzzy
        ? parts(isOfPatient ? "p.name_folded" : "lower(" + column + ")", value)
        : spelling(isOfPatient, column, value);
  }

  /** Each word is part of the name; a Chinese name is also found written without its gap. */
  private static Clause parts(String folded, String value) {
    var conditions = new ArrayList<String>();
    var values = new ArrayList<Object>();
    for (var word : NameFold.words(value).stream().limit(MOST_WORDS).toList()) {
      var pattern = "%" + pattern(word) + "%";
      if (word.codePoints().anyMatch(Character::isIdeographic)) {
        conditions.add("(%1$s LIKE ? OR translate(%1$s, ' ^=', '') LIKE ?)".formatted(folded));
        values.add(pattern);
      } else {
        conditions.add(folded + " LIKE ?");
      }
      values.add(pattern);
    }
    return new Clause(conditions.isEmpty() ? "TRUE" : String.join(" AND ", conditions), values);
  }

  /** One spelling as a whole, or all of them, in whichever case; the index narrows it down. */
  private static Clause spelling(boolean isOfPatient, String column, String value) {
    var stripped = value.strip();
    var pattern = pattern(trimmed(stripped));
    var whole =
        """
        EXISTS (SELECT 1 FROM unnest(string_to_array(%1$s, '=') || %1$s) one
          WHERE rtrim(one, '^ ') ILIKE ?)"""
            .formatted(column);
    return isOfPatient
        ? Clause.of(
            "p.name_folded LIKE ? AND " + whole,
            "%" + pattern(NameFold.of(stripped)) + "%",
            pattern)
        : Clause.of(whole, pattern);
  }

  private static String trimmed(String name) {
    int end = name.length();
    while (end > 0 && (name.charAt(end - 1) == '^' || name.charAt(end - 1) == ' ')) {
      end--;
    }
    return name.substring(0, end);
  }

  private static boolean isWild(String value) {
    return value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
  }

  /** DICOM's wild cards as those of SQL. */
  static String pattern(String value) {
    var pattern = new StringBuilder(value.length() + 8);
    for (int n = 0; n < value.length(); n++) {
      char c = value.charAt(n);
      switch (c) {
        case '*' -> pattern.append('%');
        case '?' -> pattern.append('_');
        case '%', '_', '\\' -> pattern.append('\\').append(c);
        default -> pattern.append(c);
      }
    }
    return pattern.toString();
  }
}
