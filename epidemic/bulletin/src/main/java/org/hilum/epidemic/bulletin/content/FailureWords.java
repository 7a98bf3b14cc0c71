package org.hilum.epidemic.bulletin.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hilum.epidemic.bulletin.CountSource.Failure;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.Wording;

/** Why a source gives no counts, in a sentence. */
public final class FailureWords {

  /** So many places of a reason are named. */
  private static final int MOST_PLACES = 5;

  private static final Pattern NEXT_REASON = Pattern.compile("(?=SUR-\\d{3} )");
  private static final Pattern CODE = Pattern.compile("SUR-\\d{3}(?= )");
  private static final Pattern PLACE =
      Pattern.compile("\\((?<file>[\\w.-]+\\.csv(?:\\.gz)?)(?:, line (?<line>\\d+))?\\)$");

  private FailureWords() {}

  /** The sentence. */
  public static String of(Failure failure, Wording wording) {
    return switch (failure.cause()) {
      case NOTHING_CAME -> wording.text(Phrase.FAILURE_NOTHING_CAME);
      case REFUSED -> wording.text(Phrase.FAILURE_REFUSED, reasons(failure, wording));
    };
  }

  /**
   * Reasons are kept in English behind their codes; another language says what each code means,
   * once, and where it was found. Words without a code stay as they are.
   */
  private static String reasons(Failure failure, Wording wording) {
    var found = new LinkedHashMap<String, List<String>>();
    for (var reason : NEXT_REASON.split(failure.words())) {
      var code = CODE.matcher(reason);
      if (!code.lookingAt() || wording.meaning(code.group()).isEmpty()) {
        return failure.words();
      }
      var places = found.computeIfAbsent(code.group(), _ -> new ArrayList<>());
      var place = PLACE.matcher(reason.strip());
      if (place.find()) {
        places.add(place(place, wording));
      }
    }
    return found.entrySet().stream()
        .map(each -> reason(each.getKey(), each.getValue(), wording))
        .collect(Collectors.joining());
  }

  private static String reason(String code, List<String> places, Wording wording) {
    var told = Stream.concat(Stream.of(code), places.stream().distinct().limit(MOST_PLACES));
    return wording.meaning(code).orElseThrow()
        + wording.text(
            Phrase.FAILURE_FOUND,
            told.collect(Collectors.joining(wording.text(Phrase.LIST_SEPARATOR))));
  }

  private static String place(Matcher place, Wording wording) {
    var line = place.group("line");
    return line == null
        ? place.group("file")
        : wording.text(Phrase.FAILURE_LINE, place.group("file"), line);
  }
}
