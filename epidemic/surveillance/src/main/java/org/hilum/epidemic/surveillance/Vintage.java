package org.hilum.epidemic.surveillance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was known on a day: nothing in it is dated later.
 *
 * @param asOf the day of knowledge
 * @param series one per place and measure, sorted by measure then place
 * @param populations inhabitants by place, for those places where the source gives them
 * @param remarks what is unusual about the data, in words
 */
public record Vintage(
    LocalDate asOf, List<CaseCounts> series, Map<String, Long> populations, List<Remark> remarks) {

  public Vintage {
    series = List.copyOf(series);
    populations = Map.copyOf(populations);
    remarks = List.copyOf(remarks);
  }

  /** The series of a place and measure. */
  public Optional<CaseCounts> of(String location, Measure measure) {
    return series.stream()
        .filter(one -> one.location().equals(location) && one.measure() == measure)
        .findFirst();
  }

  /** All series of a measure. */
  public List<CaseCounts> of(Measure measure) {
    return series.stream().filter(one -> one.measure() == measure).toList();
  }
}
