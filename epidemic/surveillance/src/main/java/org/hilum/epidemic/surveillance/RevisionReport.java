package org.hilum.epidemic.surveillance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What changed from one vintage to a later one.
 *
 * @param before day of knowledge of the earlier vintage
 * @param after day of knowledge of the later vintage
 * @param series of each place and measure that changed, what did
 * @param appeared series that only the later vintage has, as {@code place, measure}
 * @param gone series that only the earlier vintage has
 */
public record RevisionReport(
    LocalDate before,
    LocalDate after,
    List<SeriesRevision> series,
    List<String> appeared,
    List<String> gone) {

  public RevisionReport {
    series = List.copyOf(series);
    appeared = List.copyOf(appeared);
    gone = List.copyOf(gone);
  }

  /**
   * How one series changed.
   *
   * @param added steps that are new, or had no count before
   * @param addedCount persons in them
   * @param changed steps whose count is another, or is gone
   * @param netChange persons by which those together grew, below zero when they shrank
   * @param largest the change of most persons; absent when none changed
   */
  public record SeriesRevision(
      String location,
      Measure measure,
      int added,
      double addedCount,
      int changed,
      double netChange,
      List<Change> largest) {
    public SeriesRevision {
      largest = List.copyOf(largest);
    }

    /** In words. */
    public String sentence() {
      var text = new StringBuilder();
      text.append(
          String.format(
              Locale.ROOT,
              "%s, %s: %d new, %,.0f",
              location,
              measure.hubWord(),
              added,
              addedCount));
      if (changed > 0) {
        text.append(
            String.format(Locale.ROOT, "; %d revised by %+,.0f in all", changed, netChange));
      }
      largest.forEach(change -> text.append(", most on ").append(change));
      return text.append('.').toString();
    }
  }

  /**
   * One revised count.
   *
   * @param from NaN never; the count before
   * @param to the count after; NaN when it is gone
   */
  public record Change(LocalDate date, double from, double to) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s from %,.0f to %,.0f", date, from, to);
    }
  }

  /** Compares two vintages of a source. */
  public static RevisionReport between(Vintage before, Vintage after) {
    var earlier = byName(before);
    var later = byName(after);
    var revised = new ArrayList<SeriesRevision>();
    var appeared = new ArrayList<String>();
    for (var one : after.series()) {
      var old = earlier.get(name(one));
      if (old == null) {
        appeared.add(name(one));
      } else {
        revision(old, one).ifPresent(revised::add);
      }
    }
    var gone =
        before.series().stream()
            .map(RevisionReport::name)
            .filter(name -> !later.containsKey(name))
            .toList();
    return new RevisionReport(before.asOf(), after.asOf(), revised, appeared, gone);
  }

  private static Map<String, CaseCounts> byName(Vintage vintage) {
    var byName = new HashMap<String, CaseCounts>();
    vintage.series().forEach(one -> byName.put(name(one), one));
    return byName;
  }

  private static String name(CaseCounts one) {
    return one.location() + ", " + one.measure().hubWord();
  }

  private static Optional<SeriesRevision> revision(CaseCounts before, CaseCounts after) {
    int added = 0;
    double addedCount = 0;
    int changed = 0;
    double net = 0;
    Optional<Change> largest = Optional.empty();
    for (int step = 0; step < after.size(); step++) {
      var date = after.dateAt(step);
      double from = before.on(date);
      double to = after.at(step);
      if (Double.isNaN(from) && !Double.isNaN(to)) {
        added++;
        addedCount += to;
      } else if (!Double.isNaN(from) && from != to) {
        changed++;
        net += amount(to) - from;
        double most = largest.map(one -> Math.abs(amount(one.to()) - one.from())).orElse(0.0);
        if (Math.abs(amount(to) - from) > most) {
          largest = Optional.of(new Change(date, from, to));
        }
      }
    }
    return added + changed == 0
        ? Optional.empty()
        : Optional.of(
            new SeriesRevision(
                after.location(),
                after.measure(),
                added,
                addedCount,
                changed,
                net,
                largest.stream().toList()));
  }

  private static double amount(double count) {
    return Double.isNaN(count) ? 0 : count;
  }
}
