package org.hilum.epidemic.bulletin;

import java.util.List;
import java.util.Optional;
import org.hilum.epidemic.surveillance.Measure;

/**
 * What is known of a place.
 *
 * @param name as its source names it
 * @param population inhabitants, where the source gives them
 * @param series one per measure
 * @param fatality where both cases and deaths are counted
 */
public record PlaceReport(
    String name,
    Optional<Long> population,
    List<SeriesReport> series,
    Optional<Fatality> fatality) {

  private static final double PER = 100_000;

  public PlaceReport {
    series = List.copyOf(series);
  }

  /** The series of a measure. */
  public Optional<SeriesReport> of(Measure measure) {
    return series.stream().filter(one -> one.measure() == measure).findFirst();
  }

  /** Per 100,000 inhabitants; empty where they are not known. */
  public Optional<Double> per100k(double persons) {
    return population.filter(people -> people > 0).map(people -> persons / people * PER);
  }
}
