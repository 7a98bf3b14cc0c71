package org.hilum.imaging.evaluation.table;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hilum.imaging.evaluation.Figure;
import org.hilum.imaging.evaluation.statistics.Estimate;

/** Numbers as a person reads them; what is absent is a dash, never a zero. */
final class TableNumbers {

  static final String ABSENT = "–";

  private TableNumbers() {}

  static String of(double value, int decimals) {
    var text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
  }

  static String of(OptionalDouble value, Figure figure) {
    return value.isPresent() ? of(value.getAsDouble(), figure.decimals()) : ABSENT;
  }

  /** Value and interval: {@code 0.812 [0.760, 0.853] n = 10}. */
  static String of(Optional<Estimate> estimate, Figure figure) {
    return estimate
        .map(
            known ->
                of(known.value(), figure.decimals())
                    + known
                        .interval()
                        .map(
                            interval ->
                                " ["
                                    + of(interval.lower(), figure.decimals())
                                    + ", "
                                    + of(interval.upper(), figure.decimals())
                                    + "]")
                        .orElse("")
                    + " n = "
                    + known.patients())
        .orElse(ABSENT);
  }

  static String title(Figure figure) {
    return figure.unit().isEmpty() ? figure.words() : figure.words() + ", " + figure.unit();
  }
}
