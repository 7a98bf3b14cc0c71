package org.hilum.imaging.reporting.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.quantification.Interval;
import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.quantification.Measurement.Measured;
import org.hilum.imaging.quantification.Measurement.NotMeasured;
import org.hilum.imaging.reporting.HandCorrection;
import org.hilum.imaging.reporting.SoftwareIdentity;
import org.hilum.imaging.reporting.StepTimes;
import org.hilum.imaging.vocabulary.Reason;

/** The parts that {@code reading.json} and {@code comparison.json} share. */
final class JsonParts {

  /** Numbers are written to a ten-thousandth of their unit: finer than any of them is known. */
  private static final double STEPS_PER_UNIT = 1e4;

  private JsonParts() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static double rounded(double value) {
    // Adding zero turns a negative zero into zero.
    return Math.rint(value * STEPS_PER_UNIT) / STEPS_PER_UNIT + 0.0;
  }

  static ArrayNode numbers(double... values) {
    var node = array();
    for (double value : values) {
      node.add(rounded(value));
    }
    return node;
  }

  static ObjectNode correction(HandCorrection by) {
    return object()
        .put("by", by.by())
        .put("at", by.moment())
        .put("steps", by.steps())
        .put("fromVersion", by.fromVersion())
        .put("identity", by.identity());
  }

  /** Puts the number, or says under {@code notMeasured} why there is none. */
  static void measurement(ObjectNode node, String key, Measurement measurement) {
    switch (measurement) {
      case Measured measured -> node.put(key, rounded(measured.value()));
      case NotMeasured not -> notMeasured(node, key, not.reason());
    }
  }

  /** Puts both ends, or says under {@code notMeasured} why there are none. */
  static void interval(ObjectNode node, String key, Interval interval) {
    switch (interval) {
      case Interval.Between(double lowest, double highest) ->
          node.set(key, numbers(lowest, highest));
      case Interval.NotMeasured(Reason reason) -> notMeasured(node, key, reason);
    }
  }

  static void notMeasured(ObjectNode node, String key, Reason reason) {
    node.withObjectProperty("notMeasured").set(key, codeAndMessage(reason));
  }

  static ObjectNode codeAndMessage(Reason reason) {
    return object().put("code", reason.code().code()).put("message", reason.message());
  }

  static ArrayNode reasons(List<Reason> reasons) {
    var node = array();
    reasons.forEach(reason -> node.add(codeAndMessage(reason).put("where", reason.where())));
    return node;
  }

  /** Series that were not read, by UID in ascending order so that the file is always the same. */
  static ArrayNode notChosen(Map<String, Reason> series) {
    var node = array();
    series.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                node.add(
                    object()
                        .put("seriesInstanceUid", entry.getKey())
                        .put("code", entry.getValue().code().code())
                        .put("because", entry.getValue().message())));
    return node;
  }

  static ObjectNode patient(DataSet header) {
    return text(object(), "id", header, Tag.PATIENT_ID);
  }

  static ObjectNode study(DataSet header) {
    var node = text(object(), "studyInstanceUid", header, Tag.STUDY_INSTANCE_UID);
    header
        .text(Tag.STUDY_DATE)
        .filter(date -> date.matches("[0-9]{8}"))
        .ifPresent(
            date ->
                node.put(
                    "date",
                    date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6)));
    return node;
  }

  static ObjectNode text(ObjectNode node, String key, DataSet header, int tag) {
    header.text(tag).ifPresent(value -> node.put(key, value));
    return node;
  }

  static ObjectNode software(SoftwareIdentity software) {
    return object().put("name", software.name()).put("version", software.version());
  }

  static String seconds(ZonedDateTime at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.truncatedTo(ChronoUnit.SECONDS));
  }

  static ObjectNode timing(StepTimes times) {
    var node = object().put("totalSeconds", rounded(times.totalSeconds()));
    var steps = node.putObject("steps");
    for (Map.Entry<String, Double> step : times.seconds().entrySet()) {
      steps.put(step.getKey(), rounded(step.getValue()));
    }
    return node;
  }

  /** The tree as UTF-8 text that ends with a line feed. */
  static byte[] file(ObjectNode root) {
    var unixLines = new DefaultIndenter("  ", "\n");
    var printer =
        new DefaultPrettyPrinter().withObjectIndenter(unixLines).withArrayIndenter(unixLines);
    try {
      var text = new ObjectMapper().writer(printer).writeValueAsString(root);
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of nodes can always be written", impossible);
    }
  }
}
