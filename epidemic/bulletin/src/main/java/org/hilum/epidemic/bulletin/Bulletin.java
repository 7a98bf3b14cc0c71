package org.hilum.epidemic.bulletin;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Remark;

/**
 * What a health officer is told on a day: counts, forecasts, how good earlier ones were, and what
 * is wrong with the sources.
 *
 * @param asOf the day of knowledge
 * @param places sorted by name
 * @param remarks on the input as a whole
 * @param sources where the counts came from, those that failed among them
 * @param pastErrors how good earlier forecasts were; empty when none could be had
 * @param economy empty when no economic figures were given
 * @param changes since the newest earlier day; empty when nothing of it was kept
 * @param software program and version
 */
public record Bulletin(
    Scope scope,
    LocalDate asOf,
    List<PlaceReport> places,
    List<Remark> remarks,
    List<CountSource> sources,
    Optional<PastErrors> pastErrors,
    Optional<EconomyReport> economy,
    Optional<Changes> changes,
    String software) {

  public Bulletin {
    places = places.stream().sorted(Comparator.comparing(PlaceReport::name)).toList();
    remarks = List.copyOf(remarks);
    sources = List.copyOf(sources);
  }

  /** A place. */
  public Optional<PlaceReport> place(String name) {
    return places.stream().filter(place -> place.name().equals(name)).findFirst();
  }

  /** The measures that any place counts, in their usual order. */
  public List<Measure> measures() {
    return List.of(Measure.values()).stream()
        .filter(measure -> places.stream().anyMatch(place -> place.of(measure).isPresent()))
        .toList();
  }

  /** The same with sources as they stand. */
  public Bulletin with(List<CountSource> standing) {
    return new Bulletin(
        scope, asOf, places, remarks, standing, pastErrors, economy, changes, software);
  }

  /** The same day for one place; empty when it is not in here. */
  public Optional<Bulletin> of(String name) {
    return place(name)
        .map(
            place ->
                new Bulletin(
                    Scope.of(name),
                    asOf,
                    List.of(place),
                    remarks,
                    sources,
                    pastErrors,
                    economy,
                    changes.flatMap(all -> all.of(name)),
                    software));
  }
}
