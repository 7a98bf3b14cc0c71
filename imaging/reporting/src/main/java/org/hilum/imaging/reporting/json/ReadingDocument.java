package org.hilum.imaging.reporting.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.quantification.Covid19Pattern;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.ReadingJson;
import org.hilum.imaging.reporting.RefusedReading;
import org.hilum.imaging.reporting.StepTimes;
import org.hilum.imaging.reporting.content.PatternWords;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.NetworkCard;
import org.hilum.imaging.vocabulary.Reason;

/** What stands in {@code reading.json}, in the order a person would read it. */
public final class ReadingDocument {

  /** Name and version of the layout, the schema's identity. */
  public static final String SCHEMA = "hilum.reading/1";

  private ReadingDocument() {}

  /** A finished reading, as UTF-8 text that ends with a line feed. */
  public static byte[] of(ReadingFindings findings, StepTimes times, List<String> outputs) {
    var source = findings.source();
    var measured = findings.measurements();
    var segmentation = findings.segmentation();
    var root = opening("read", List.of());
    findings.correction().ifPresent(by -> root.set("correction", JsonParts.correction(by)));
    source.ifPresent(series -> identity(root, series.header()));
    root.set("series", series(findings));
    root.set("regions", MeasurementParts.regions(findings));
    segmentation
        .uncertainty()
        .ifPresent(uncertainty -> root.set("intervals", intervals(uncertainty.interval())));
    if (!segmentation.fissures().isEmpty()) {
      root.set("fissures", fissures(segmentation));
    }
    root.set("scores", MeasurementParts.scores(findings));
    root.set("lesions", MeasurementParts.lesions(findings));
    root.set("covid19", covid19(measured.covid19()));
    root.set("scope", scope(findings));
    root.set("deviations", JsonParts.reasons(findings.deviations()));
    root.set("networks", networks(segmentation));
    root.set("timing", JsonParts.timing(times));
    root.put("readAt", JsonParts.seconds(findings.readAt()));
    root.set("software", JsonParts.software(findings.software()));
    var files = root.putArray("outputs");
    outputs.forEach(files::add);
    return JsonParts.file(root);
  }

  /** What was measured, without the rest. */
  public static ReadingJson.Measured measured(ReadingFindings findings) {
    var node = JsonParts.object();
    node.set("regions", MeasurementParts.regions(findings));
    findings
        .segmentation()
        .uncertainty()
        .ifPresent(uncertainty -> node.set("intervals", intervals(uncertainty.interval())));
    node.set("scores", MeasurementParts.scores(findings));
    node.set("covid19", covid19(findings.measurements().covid19()));
    node.set("scope", scope(findings));
    return new ReadingJson.Measured(node.toString(), MeasurementParts.lesions(findings).toString());
  }

  /** What was measured, from a file. */
  public static Optional<ReadingJson.Measured> measured(Path file) throws IOException {
    var root = new ObjectMapper().readTree(file.toFile());
    if (!root.path("status").asText().equals("read")) {
      return Optional.empty();
    }
    var node = JsonParts.object();
    for (var part : List.of("regions", "intervals", "scores", "covid19", "scope")) {
      if (root.has(part)) {
        node.set(part, root.get(part));
      }
    }
    return Optional.of(new ReadingJson.Measured(node.toString(), root.path("lesions").toString()));
  }

  /** A study that was refused, as UTF-8 text that ends with a line feed. */
  public static byte[] of(RefusedReading refused) {
    var root = opening("refused", refused.refusals());
    refused.header().ifPresent(header -> identity(root, header));
    var series = root.putObject("series");
    refused
        .header()
        .ifPresent(
            header -> JsonParts.text(series, "seriesInstanceUid", header, Tag.SERIES_INSTANCE_UID));
    series.set("notChosen", JsonParts.notChosen(refused.notChosen()));
    root.put("readAt", JsonParts.seconds(refused.readAt()));
    root.set("software", JsonParts.software(refused.software()));
    return JsonParts.file(root);
  }

  private static ObjectNode opening(String status, List<Reason> refusals) {
    var root = JsonParts.object().put("schema", SCHEMA).put("status", status);
    root.put("notice", ReadingFindings.NOT_A_MEDICAL_DEVICE);
    root.set("refusals", JsonParts.reasons(refusals));
    return root;
  }

  private static void identity(ObjectNode root, DataSet header) {
    root.set("patient", JsonParts.patient(header));
    root.set("study", JsonParts.study(header));
  }

  private static ObjectNode series(ReadingFindings findings) {
    var node = JsonParts.object();
    findings
        .source()
        .ifPresent(
            source ->
                JsonParts.text(
                    node, "seriesInstanceUid", source.header(), Tag.SERIES_INSTANCE_UID));
    var geometry = findings.volume().geometry();
    node.put("sliceCount", geometry.slices());
    if (findings.volume().spacingKnown()) {
      node.set(
          "spacingMm",
          JsonParts.numbers(
              geometry.iSpacingMm(), geometry.jSpacingMm(), geometry.normalSpacingMm()));
    }
    node.set("notChosen", JsonParts.notChosen(findings.notChosen()));
    return node;
  }

  private static ObjectNode covid19(Covid19Pattern pattern) {
    var words = new PatternWords(pattern, Wording.in(Language.ENGLISH));
    var node =
        JsonParts.object()
            .put("category", pattern.category())
            .put("coRadsLike", pattern.level())
            .put("rule", words.rule())
            .put("source", pattern.source())
            .put("use", words.use());
    var inputs = node.putObject("inputs");
    pattern.inputs().forEach((name, value) -> inputs.put(name, JsonParts.rounded(value)));
    var thresholds = node.putObject("thresholds");
    pattern.thresholds().forEach((name, value) -> thresholds.put(name, JsonParts.rounded(value)));
    node.set("notEstimated", JsonParts.reasons(pattern.because()));
    return node;
  }

  private static ObjectNode intervals(NetworkCard.Interval stated) {
    var node =
        JsonParts.object()
            .put("level", JsonParts.rounded(stated.level()))
            .put("patients", stated.patients());
    // Exactly as the card has them: a correction makes its intervals by them.
    node.putObject("rule")
        .put("level", stated.level())
        .put("lowerProbability", stated.lowerProbability())
        .put("upperProbability", stated.upperProbability())
        .put("lowerFactor", stated.lowerFactor())
        .put("upperFactor", stated.upperFactor())
        .put("upperFloorPercent", stated.upperFloorPercent())
        .put("lungPercent", stated.lungPercent());
    return node;
  }

  private static ObjectNode scope(ReadingFindings findings) {
    var node = JsonParts.object().put("withinValidated", findings.isWithinValidated());
    node.set("reasons", JsonParts.reasons(findings.limits()));
    return node;
  }

  private static ArrayNode fissures(ChestSegmentation segmentation) {
    var node = JsonParts.array();
    for (var finding : segmentation.fissures()) {
      var item =
          JsonParts.object()
              .put("fissure", finding.fissure().name())
              .put("used", finding.notUsed().isEmpty());
      finding
          .confidence()
          .ifPresent(confidence -> item.put("confidence", JsonParts.rounded(confidence)));
      finding
          .notUsed()
          .ifPresent(
              reason -> item.put("code", reason.code().code()).put("because", reason.message()));
      node.add(item);
    }
    return node;
  }

  private static ArrayNode networks(ChestSegmentation segmentation) {
    var node = JsonParts.array();
    segmentation
        .networks()
        .forEach(
            network ->
                node.add(
                    JsonParts.object()
                        .put("name", network.name())
                        .put("version", network.version())
                        .put("sha256", network.sha256())));
    return node;
  }
}
