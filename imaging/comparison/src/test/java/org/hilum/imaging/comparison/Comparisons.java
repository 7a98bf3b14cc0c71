package org.hilum.imaging.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hilum.imaging.comparison.ComparisonResult.Compared;
import org.hilum.imaging.comparison.ComparisonResult.ComparisonRefused;
import org.hilum.imaging.vocabulary.Reason;

/** Comparisons of drawn lungs that move in a known way. */
final class Comparisons {

  private Comparisons() {}

  static ComparisonResult result(Alignment movement, DatedReading... readings) {
    return new ReadingComparer((prior, current, progress) -> new AlignmentResult.Aligned(movement))
        .compare(List.of(readings), ComparisonSettings.DEFAULT, done -> {});
  }

  static Comparison of(Alignment movement, DatedReading... readings) {
    if (result(movement, readings) instanceof Compared(var comparison)) {
      return comparison;
    }
    throw new AssertionError("refused");
  }

  static Comparison of(DrawnLungs... lungs) {
    return of(
        DrawnMovement.NONE,
        Arrays.stream(lungs).map(DrawnLungs::read).toArray(DatedReading[]::new));
  }

  static List<Reason> reasons(ComparisonResult result) {
    return result instanceof ComparisonRefused refused ? refused.reasons() : List.of();
  }

  /** Fates at a step, by identity. */
  static List<String> fates(Comparison comparison, int step) {
    return comparison.lesions().stream()
        .flatMap(
            lesion ->
                lesion.steps().stream()
                    .filter(each -> each.step() == step)
                    .map(
                        each ->
                            lesion.identity()
                                + " "
                                + each.fate()
                                + each.partner().map(partner -> " " + partner).orElse("")
                                + (each.doubt().isPresent() ? "?" : "")))
        .toList();
  }

  static Stream<LesionStep> steps(Comparison comparison) {
    return comparison.lesions().stream().flatMap(lesion -> lesion.steps().stream());
  }

  /** A change that was compared. */
  static Change.Compared compared(Map<ComparedQuantity, Change> changes, ComparedQuantity of) {
    return (Change.Compared) Objects.requireNonNull(changes.get(of));
  }
}
