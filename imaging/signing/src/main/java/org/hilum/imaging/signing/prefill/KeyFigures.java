package org.hilum.imaging.signing.prefill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.RadiologistReport.Figure;
import org.hilum.imaging.signing.wording.SigningWords;
import tools.jackson.databind.JsonNode;

/** The numbers a reader of a report looks for first; what was not measured says so. */
public final class KeyFigures {

  private static final List<String> OF_THE_LUNGS =
      List.of(
          "opacityPercent",
          "groundGlassPercent",
          "consolidationPercent",
          "opacityMl",
          "groundGlassMl",
          "consolidationMl",
          "volumeMl",
          "lesionCount");

  private KeyFigures() {}

  /** Those of a reading. */
  public static List<Figure> of(JsonNode reading, Language language) {
    var words = SigningWords.in(language);
    var numbers = new ResultNumbers("reading.json", reading, words);
    var figures = new ArrayList<Figure>();
    for (var quantity : OF_THE_LUNGS) {
      var value =
          numbers
              .of("LUNGS", quantity)
              .map(number -> shown(quantity, number.value()))
              .orElseGet(() -> words.text("not.measured"));
      figures.add(new Figure(words.text("name." + quantity), value));
      if (quantity.equals("opacityPercent")) {
        interval(numbers, words).ifPresent(figures::add);
      }
    }
    return figures;
  }

  private static Optional<Figure> interval(ResultNumbers numbers, SigningWords words) {
    var at = numbers.pointer("LUNGS") + "/opacityPercentInterval";
    var low = numbers.number("", at + "/0");
    var high = numbers.number("", at + "/1");
    return low.flatMap(
        lowest ->
            high.map(
                highest ->
                    new Figure(
                        words.text("name.opacityPercentInterval"),
                        Digits.one(lowest.value()) + "\u2013" + Digits.one(highest.value()))));
  }

  private static String shown(String quantity, double value) {
    return quantity.equals("volumeMl") || quantity.equals("lesionCount")
        ? Digits.shortest(Math.rint(value))
        : Digits.one(value);
  }
}
