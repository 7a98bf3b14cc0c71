package org.hilum.epidemic.forecasting.hub;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where the columns of a hub file lie, by the names that several hubs gave them. */
record HubColumns(
    int referenceDate,
    int target,
    int horizon,
    int targetEnd,
    int location,
    int level,
    int value,
    OptionalInt type) {

  private static final List<String> DATE = List.of("reference_date", "file_date", "forecast_date");
  private static final List<String> TARGET = List.of("target", "target_variable");
  private static final List<String> LEVEL = List.of("output_type_id", "quantile");

  /** The columns of a header; empty when one is missing. */
  static Optional<HubColumns> of(List<String> header) {
    var columns =
        new HubColumns(
            place(header, DATE),
            place(header, TARGET),
            place(header, List.of("horizon")),
            place(header, List.of("target_end_date")),
            place(header, List.of("location")),
            place(header, LEVEL),
            place(header, List.of("value")),
            type(header));
    return columns.complete() ? Optional.of(columns) : Optional.empty();
  }

  private static int place(List<String> header, List<String> names) {
    return names.stream()
        .mapToInt(header::indexOf)
        .filter(found -> found >= 0)
        .findFirst()
        .orElse(-1);
  }

  private static OptionalInt type(List<String> header) {
    int place = place(header, List.of("output_type", "type"));
    return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
  }

  private boolean complete() {
    return List.of(referenceDate, target, horizon, targetEnd, location, level, value).stream()
        .allMatch(place -> place >= 0);
  }
}
