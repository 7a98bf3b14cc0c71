package org.hilum.imaging.worklist.sql;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person's name (PS3.5 6.2.1) as it is searched: every spelling in lower case, parts parted by
 * single spaces; a spelling in ideographs also in one piece, as people write it.
 */
record FoldedName(String text) {

  private static final int ASCII = 0x80;

  static FoldedName of(String name) {
    var spellings = Arrays.stream(name.split("=", -1)).map(FoldedName::fold).toList();
    var joined =
        spellings.stream()
            .filter(spelling -> spelling.indexOf(' ') > 0)
            .filter(spelling -> spelling.codePoints().anyMatch(Character::isIdeographic))
            .map(spelling -> spelling.replace(" ", ""));
    return new FoldedName(
        Stream.concat(spellings.stream(), joined)
            .filter(spelling -> !spelling.isEmpty())
            .collect(Collectors.joining(" ")));
  }

  /** What a person typed, word by word; each is to be found. */
  static List<String> words(String typed) {
    var folded = fold(typed.replace('=', ' '));
    return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s^]+", " ")
        .strip();
  }

  /** What the index holds of it: signs beyond ASCII, each and each two neighbours. */
  Set<String> signs() {
    var signs = new LinkedHashSet<String>();
    for (var word : text.split(" ")) {
      signs.addAll(signsOf(word, true));
    }
    return signs;
  }

  /** What the index must hold for a word: pairs where there are any, else the single sign. */
  static Set<String> sought(String word) {
    var pairs = signsOf(word, false);
    return pairs.isEmpty() ? signsOf(word, true) : pairs;
  }

  private static Set<String> signsOf(String word, boolean alsoSingle) {
    var signs = new LinkedHashSet<String>();
    var points = word.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      if (points[i] >= ASCII) {
        if (alsoSingle) {
          signs.add(Character.toString(points[i]));
        }
        if (i + 1 < points.length && points[i + 1] >= ASCII) {
          signs.add(Character.toString(points[i]) + Character.toString(points[i + 1]));
        }
      }
    }
    return signs;
  }
}
