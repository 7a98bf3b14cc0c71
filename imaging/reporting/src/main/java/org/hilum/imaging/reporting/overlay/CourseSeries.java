package org.hilum.imaging.reporting.overlay;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hilum.imaging.comparison.Change;
import org.hilum.imaging.comparison.ComparedQuantity;
import org.hilum.imaging.comparison.TrackedLesion;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.reporting.ComparedFindings;
import org.hilum.imaging.vocabulary.Region;

/**
 * What the chart of a course shows.
 *
 * @param places of the dates along the axis: days since the first, or their order
 * @param inDays whether places are days
 * @param ml opacity of both lungs, mL
 * @param percent the same, %
 * @param lesions followed lesions, mL
 */
record CourseSeries(
    List<Double> places,
    boolean inDays,
    List<Point> ml,
    List<Point> percent,
    List<LesionLine> lesions) {

  /** More lines than this cannot be told apart; the rest is in {@code comparison.json}. */
  private static final int MOST_LESIONS = 8;

  /**
   * A date's value.
   *
   * @param at its place along the axis
   * @param share one measurement's share of the limit of detectable change: the limit holds for a
   *     difference of two, so by the square root of two less
   */
  record Point(double at, double value, double share) {}

  /** A lesion's volumes; a date at which it is not there beside one at which it is counts as 0. */
  record LesionLine(int identity, List<Point> points) {}

  static CourseSeries of(ComparedFindings findings) {
    var days = days(findings);
    var places = days.orElseGet(() -> order(findings.readings().size()));
    var lesions =
        findings.comparison().lesions().stream()
            .filter(_ -> findings.readings().stream().allMatch(r -> r.volume().spacingKnown()))
            .map(lesion -> line(lesion, places))
            .sorted((a, b) -> Double.compare(most(b.points()), most(a.points())))
            .limit(MOST_LESIONS)
            .toList();
    return new CourseSeries(
        places,
        days.isPresent(),
        points(findings, places, Quantity.OPACITY_VOLUME, ComparedQuantity.OPACITY_VOLUME),
        points(findings, places, Quantity.OPACITY_PERCENT, ComparedQuantity.OPACITY_PERCENT),
        lesions);
  }

  /** Days since the first date; empty where a date is not known or two are the same. */
  private static Optional<List<Double>> days(ComparedFindings findings) {
    var dates = new ArrayList<LocalDate>();
    findings.comparison().readings().forEach(reading -> reading.date().ifPresent(dates::add));
    boolean ordered = dates.stream().distinct().count() == findings.readings().size();
    return ordered
        ? Optional.of(
            dates.stream()
                .map(date -> (double) ChronoUnit.DAYS.between(dates.getFirst(), date))
                .toList())
        : Optional.empty();
  }

  private static List<Double> order(int count) {
    return Stream.iterate(0.0, n -> n + 1).limit(count).toList();
  }

  private static List<Point> points(
      ComparedFindings findings,
      List<Double> places,
      Quantity quantity,
      ComparedQuantity compared) {
    var points = new ArrayList<Point>();
    for (int n = 0; n < places.size(); n++) {
      var value = findings.readings().get(n).measurements().of(Region.LUNGS).of(quantity).number();
      if (value.isPresent()) {
        points.add(new Point(places.get(n), value.getAsDouble(), share(findings, n, compared)));
      }
    }
    return points;
  }

  /** Of the pair that ends at a date; of the first date, of the pair that begins there. */
  private static double share(ComparedFindings findings, int date, ComparedQuantity compared) {
    var pair = findings.comparison().pairs().get(Math.max(0, date - 1));
    return pair.of(Region.LUNGS).of(compared) instanceof Change.Compared change
        ? change.limit() / Math.sqrt(2)
        : 0;
  }

  private static LesionLine line(TrackedLesion lesion, List<Double> places) {
    var points = new ArrayList<Point>();
    var states = lesion.states();
    for (int n = 0; n < places.size(); n++) {
      boolean beside =
          n > 0 && states.get(n - 1).isPresent()
              || n + 1 < states.size() && states.get(n + 1).isPresent();
      if (states.get(n).isPresent()) {
        points.add(new Point(places.get(n), states.get(n).get().volumeMl(), 0));
      } else if (beside) {
        points.add(new Point(places.get(n), 0, 0));
      }
    }
    return new LesionLine(lesion.identity(), points);
  }

  private static double most(List<Point> points) {
    return points.stream().mapToDouble(point -> point.value() + point.share()).max().orElse(0);
  }

  /** A round number that is not below any of the values. */
  static double top(List<Point> points, List<LesionLine> lesions) {
    double most =
        Math.max(
            most(points),
            lesions.stream().mapToDouble(line -> most(line.points())).max().orElse(0));
    if (most <= 0) {
      return 1;
    }
    double magnitude = Math.pow(10, Math.floor(Math.log10(most)));
    for (double step : new double[] {1, 2, 4, 6, 8}) {
      if (most <= step * magnitude) {
        return step * magnitude;
      }
    }
    return 10 * magnitude;
  }
}
