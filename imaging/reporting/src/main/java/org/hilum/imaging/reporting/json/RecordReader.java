package org.hilum.imaging.reporting.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.reporting.HandCorrection;
import org.hilum.imaging.reporting.ReadingRecord;
import org.hilum.imaging.reporting.SoftwareIdentity;
import org.hilum.imaging.segmentation.FissureFinding;
import org.hilum.imaging.segmentation.NetworkCard;
import org.hilum.imaging.segmentation.NetworkIdentity;
import org.hilum.imaging.vocabulary.Fissure;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.ReasonCode;

/** Takes from {@code reading.json} what a reading can be taken up again with. */
public final class RecordReader {

  private final Function<String, Optional<ReasonCode>> codes;

  /**
   * Knows the codes of reasons.
   *
   * @param codes the code that goes by a name
   */
  public RecordReader(Function<String, Optional<ReasonCode>> codes) {
    this.codes = codes;
  }

  /** The record of a finished reading; empty for one that was refused, or is not understood. */
  public Optional<ReadingRecord> read(Path file) throws IOException {
    var root = new ObjectMapper().readTree(file.toFile());
    if (!root.path("schema").asText().equals(ReadingDocument.SCHEMA)
        || !root.path("status").asText().equals("read")) {
      return Optional.empty();
    }
    try {
      return Optional.of(record(root));
    } catch (IllegalArgumentException | DateTimeException unclear) {
      return Optional.empty();
    }
  }

  private ReadingRecord record(JsonNode root) {
    return new ReadingRecord(
        root.at("/series/seriesInstanceUid").asText(),
        root.at("/series/sliceCount").asInt(),
        items(root.at("/scope/reasons")).map(this::reason).toList(),
        items(root.path("networks")).map(RecordReader::network).toList(),
        items(root.path("fissures")).map(this::fissure).toList(),
        interval(root.at("/intervals/rule"), root.at("/intervals/patients").asInt()),
        ZonedDateTime.parse(root.path("readAt").asText()),
        new SoftwareIdentity(
            root.at("/software/name").asText(), root.at("/software/version").asText()),
        correction(root.path("correction"), root.path("lesions")));
  }

  private static Optional<HandCorrection> correction(JsonNode node, JsonNode lesions) {
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    var by = node.path("by").asText();
    var at = node.path("at").asText();
    return Optional.of(
        new HandCorrection(
            by,
            ZonedDateTime.parse(at),
            node.path("steps").asInt(),
            node.path("fromVersion").asInt(),
            // One of a time when it was not written is told from others by who and when.
            node.path("identity").asText(by + " " + at),
            items(lesions).map(each -> new Uid(each.path("trackingUid").asText())).toList(),
            Optional.empty()));
  }

  private static Stream<JsonNode> items(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private Reason reason(JsonNode node) {
    return new Reason(code(node), node.path("message").asText(), node.path("where").asText());
  }

  private ReasonCode code(JsonNode node) {
    var name = node.path("code").asText();
    return codes.apply(name).orElseGet(() -> new UnknownCode(name));
  }

  /** A code of another version of the program: to be on the safe side it limits the scope. */
  private record UnknownCode(String code) implements ReasonCode {
    @Override
    public String meaning() {
      return "";
    }

    @Override
    public boolean limitsScope() {
      return true;
    }
  }

  private static NetworkIdentity network(JsonNode node) {
    return new NetworkIdentity(
        node.path("name").asText(), node.path("version").asText(), node.path("sha256").asText());
  }

  private FissureFinding fissure(JsonNode node) {
    return new FissureFinding(
        Fissure.valueOf(node.path("fissure").asText()),
        node.has("confidence")
            ? OptionalDouble.of(node.path("confidence").asDouble())
            : OptionalDouble.empty(),
        node.has("code")
            ? Optional.of(Reason.of(code(node), node.path("because").asText()))
            : Optional.empty());
  }

  private static Optional<NetworkCard.Interval> interval(JsonNode rule, int patients) {
    var names =
        List.of(
            "level",
            "lowerProbability",
            "upperProbability",
            "lowerFactor",
            "upperFactor",
            "upperFloorPercent",
            "lungPercent");
    if (!names.stream().allMatch(name -> rule.path(name).isNumber())) {
      return Optional.empty();
    }
    var values = names.stream().mapToDouble(name -> rule.path(name).asDouble()).toArray();
    return Optional.of(
        new NetworkCard.Interval(
            values[0], patients, values[1], values[2], values[3], values[4], values[5], values[6]));
  }
}
