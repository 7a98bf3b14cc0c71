package org.hilum.benchmarks.repeat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hilum.imaging.comparison.Alignment;
import org.hilum.imaging.comparison.AlignmentResult;
import org.hilum.imaging.comparison.ComparedQuantity;
import org.hilum.imaging.comparison.Comparison;
import org.hilum.imaging.comparison.ComparisonResult.Compared;
import org.hilum.imaging.comparison.ComparisonSettings;
import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.comparison.LesionFate;
import org.hilum.imaging.comparison.LungAligner;
import org.hilum.imaging.comparison.LungAlignment;
import org.hilum.imaging.comparison.ReadingComparer;
import org.hilum.imaging.comparison.TrackedLesion;
import org.hilum.imaging.volume.Vector3;

/**
 * How often a comparison calls a change where there is none, and names rightly what did change.
 *
 * <p>{@code <data> <work> [rows] [registered] [chests]}: real chests are scanned again by
 * simulation and read by the product; the first run reads for some minutes, later ones use the
 * masks it kept in {@code work}. {@code rows} also prints every difference, to fit the constants of
 * the limits on.
 */
public final class RepeatScans {
  private final ChestReader reader;
  private final boolean rows;
  private final boolean registered;
  private final RepeatTally all = new RepeatTally();
  private final LinkedHashMap<String, RepeatTally> byVariation = new LinkedHashMap<>();
  private final TreeMap<LesionFate, int[]> fates = new TreeMap<>();
  private double comparing;
  private int comparisons;
  private int courses;
  private int coursesRight;
  private int untouched;
  private int untouchedChanged;

  private RepeatScans(ChestReader reader, boolean rows, boolean registered) {
    this.reader = reader;
    this.rows = rows;
    this.registered = registered;
  }

  /** See the class. */
  public static void main(String[] arguments) {
    try (var reader = new ChestReader(Path.of(arguments[0]), Path.of(arguments[1]))) {
      var options = List.of(arguments);
      var scans = new RepeatScans(reader, options.contains("rows"), options.contains("registered"));
      var named = List.of(arguments).subList(2, arguments.length);
      Predicate<String> asked =
          chest -> named.stream().noneMatch(name -> name.contains("-")) || named.contains(chest);
      for (int n = 0; n < ChestReader.CHESTS.size(); n++) {
        var chest = ChestReader.CHESTS.get(n);
        if (asked.test(chest)) {
          scans.repeats(chest, n);
        }
      }
      for (int n = 0; n < ChestReader.COURSE_CHESTS.size(); n++) {
        if (asked.test(ChestReader.COURSE_CHESTS.get(n))) {
          scans.courses(ChestReader.COURSE_CHESTS.get(n), n);
        }
      }
      scans.print();
    }
  }

  private void repeats(String chest, long seed) {
    var first = reader.volume(chest);
    var base = reader.reading(chest, first);
    for (var variation : ScanVariation.ALL) {
      var again = variation.applied(first, base.segmentation().lungs(), 100 * seed + 7);
      var read = reader.reading(chest + " " + variation.name(), again.volume());
      var comparison = compared(List.of(base, read), List.of(again.movement()));
      all.add(comparison);
      byVariation.computeIfAbsent(variation.name(), _ -> new RepeatTally()).add(comparison);
      if (rows) {
        RepeatRows.print(chest + "," + variation.name(), comparison);
      }
    }
  }

  private Comparison compared(List<DatedReading> readings, List<Alignment> movements) {
    var found = new IdentityHashMap<DatedReading, AlignmentResult>();
    for (int n = 0; n < movements.size(); n++) {
      found.put(
          readings.get(n),
          registered
              ? new LungAlignment().align(readings.get(n), readings.get(n + 1), done -> {})
              : new AlignmentResult.Aligned(movements.get(n)));
    }
    LungAligner aligner = (prior, current, progress) -> Objects.requireNonNull(found.get(prior));
    long began = System.nanoTime();
    var result =
        new ReadingComparer(aligner).compare(readings, ComparisonSettings.DEFAULT, done -> {});
    comparing += (System.nanoTime() - began) / 1e9;
    comparisons += movements.size();
    if (result instanceof Compared(var comparison)) {
      return comparison;
    }
    throw new IllegalStateException("refused: " + result);
  }

  private void courses(String chest, long seed) {
    var first = reader.volume(chest);
    var masks = reader.masks(chest, first);
    var course = DrawnCourse.in(first, masks, seed);
    System.out.println(chest + ": " + course.places().size() + " places");
    var dates = new ArrayList<DatedReading>();
    var moved = new ArrayList<KnownMovement>();
    for (int date = 0; date < DrawnCourse.DATES; date++) {
      var drawn = course.at(date, first, masks.lungs());
      var scan = scan(date).applied(drawn, masks.lungs(), seed + date);
      dates.add(reader.reading(chest + " course " + date, scan.volume()));
      moved.add(scan.movement());
    }
    var between = new ArrayList<Alignment>();
    for (int date = 1; date < moved.size(); date++) {
      between.add(new Composed(moved.get(date - 1).swapped(), moved.get(date)));
    }
    var comparison = compared(dates, between);
    for (int date = 0; date + 1 < DrawnCourse.DATES; date++) {
      judge(chest, comparison, course, moved, date);
    }
  }

  private static ScanVariation scan(int date) {
    var shift = new Vector3(0.3 * date, -0.4 * date, 0.37 * date);
    return new ScanVariation("date " + date, 10 + 2 * date, shift, 1, 0, 0.01 * (date % 3));
  }

  private void judge(
      String chest,
      Comparison comparison,
      DrawnCourse course,
      List<KnownMovement> moved,
      int date) {
    boolean right = true;
    var taken = new ArrayList<TrackedLesion>();
    for (var event : course.events(date)) {
      var said = new ArrayList<String>();
      boolean found = false;
      for (var lesion : comparison.lesions()) {
        if (liesAt(lesion, event, moved, date)) {
          taken.add(lesion);
          for (var step : lesion.steps()) {
            if (step.step() == date) {
              found |= step.fate() == event.truth() && step.doubt().isEmpty();
              said.add(lesion.identity() + " " + step.fate() + (step.doubt().isEmpty() ? "" : "?"));
            }
          }
        }
      }
      var count = fates.computeIfAbsent(event.truth(), _ -> new int[2]);
      count[0]++;
      count[1] += found ? 1 : 0;
      right &= found;
      if (!found) {
        System.out.println(chest + " date " + date + ": " + event.truth() + " but said " + said);
      }
    }
    courses++;
    coursesRight += right ? 1 : 0;
    untouched(chest, comparison, taken, date);
  }

  private void untouched(String chest, Comparison comparison, List<TrackedLesion> taken, int date) {
    for (var lesion : comparison.lesions()) {
      for (var step : lesion.steps()) {
        if (step.step() == date && !taken.contains(lesion)) {
          untouched++;
          if (step.fate() != LesionFate.PERSISTED && step.doubt().isEmpty()) {
            untouchedChanged++;
            System.out.println(
                chest
                    + " date "
                    + date
                    + ": nothing happened to "
                    + lesion.identity()
                    + " but said "
                    + step.fate()
                    + " "
                    + step.changes().get(ComparedQuantity.OPACITY_VOLUME_AT_CURRENT_BREATH));
          }
        }
      }
    }
  }

  private static boolean liesAt(
      TrackedLesion lesion, DrawnCourse.Event event, List<KnownMovement> moved, int date) {
    for (int at = date; at <= date + 1; at++) {
      var state = lesion.states().get(at);
      var place = moved.get(at).toCurrent(event.place());
      if (state.isPresent() && state.get().centre().minus(place).length() < event.reachMm()) {
        return true;
      }
    }
    return false;
  }

  private void print() {
    System.out.println("Repeat scans without change:");
    byVariation.forEach((name, tally) -> System.out.println(tally.line(name)));
    System.out.println(all.line("all"));
    System.out.println(all.quantities());
    System.out.println("Simulated courses: fates right");
    int right = 0;
    int events = 0;
    for (var fate : fates.entrySet()) {
      System.out.printf(
          "  %-10s %d of %d%n", fate.getKey(), fate.getValue()[1], fate.getValue()[0]);
      right += fate.getValue()[1];
      events += fate.getValue()[0];
    }
    System.out.printf(
        Locale.ROOT,
        "  fates %d of %d (%.1f %%), courses all right %d of %d; untouched lesions called changed %d of %d%n",
        right,
        events,
        100.0 * right / events,
        coursesRight,
        courses,
        untouchedChanged,
        untouched);
    System.out.printf(
        Locale.ROOT, "seconds a comparison without alignment: %.3f%n", comparing / comparisons);
  }
}
