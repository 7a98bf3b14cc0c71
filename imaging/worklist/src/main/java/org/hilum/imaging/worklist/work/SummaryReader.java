package org.hilum.imaging.worklist.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import org.hilum.imaging.worklist.ReadingSummary;

/** Takes from {@code reading.json} and {@code comparison.json} what the list shows. */
final class SummaryReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SummaryReader() {}

  static ReadingSummary reading(Path file) throws IOException {
    var reading = JSON.readTree(file.toFile());
    var lungs =
        StreamSupport.stream(reading.path("regions").spliterator(), false)
            .filter(region -> region.path("region").asText().equals("LUNGS"))
            .findFirst();
    var interval = lungs.map(region -> region.path("opacityPercentInterval"));
    var lesions = reading.path("lesions");
    return new ReadingSummary(
        number(lungs.map(region -> region.path("opacityPercent"))),
        number(interval.map(ends -> ends.path(0))),
        number(interval.map(ends -> ends.path(1))),
        lesions.isArray() ? OptionalInt.of(lesions.size()) : OptionalInt.empty(),
        text(reading.path("covid19").path("category")),
        reading.path("scope").path("withinValidated").asBoolean());
  }

  /** Whether a person corrected the outlines that a reading rests on. */
  static boolean isCorrected(Path file) throws IOException {
    return JSON.readTree(file.toFile()).has("correction");
  }

  /** Which program and networks made a reading; nobody can say so of one that was refused. */
  static Optional<List<JsonNode>> madeBy(Path file) throws IOException {
    var reading = JSON.readTree(file.toFile());
    return reading.path("networks").isEmpty()
        ? Optional.empty()
        : Optional.of(List.of(reading.path("networks"), reading.path("software")));
  }

  /** The verdict; empty where there is none. */
  static Optional<String> verdict(Path file) throws IOException {
    return text(JSON.readTree(file.toFile()).path("course").path("verdict"));
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
  }

  private static OptionalDouble number(Optional<JsonNode> node) {
    return node.filter(JsonNode::isNumber)
        .map(number -> OptionalDouble.of(number.asDouble()))
        .orElse(OptionalDouble.empty());
  }
}
