package org.hilum.imaging.archive.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Person names as they are searched: lower case, their parts parted by single spaces. */
final class NameFold {

  private NameFold() {}

  /** Every spelling of a name (PS3.5 6.2.1) in one line. */
  static String of(String name) {
    var folded = new StringBuilder(name.length());
    name.toLowerCase(Locale.ROOT)
        .codePoints()
        .map(c -> isGap(c) ? ' ' : c)
        .filter(c -> c != ' ' || !folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ')
        .forEachOrdered(folded::appendCodePoint);
    return folded.toString().stripTrailing();
  }

  /** The words of what somebody typed, who may write a comma after the family name. */
  static List<String> words(String typed) {
    return Arrays.stream(of(typed.replace(',', ' ')).split(" "))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static boolean isGap(int c) {
    return c == '^' || c == '=' || Character.isWhitespace(c);
  }
}
