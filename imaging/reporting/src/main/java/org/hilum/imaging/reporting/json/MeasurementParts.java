package org.hilum.imaging.reporting.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Set;
import org.hilum.imaging.quantification.Lesion;
import org.hilum.imaging.quantification.Measurement.Measured;
import org.hilum.imaging.quantification.Measurement.NotMeasured;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.quantification.RegionMeasurements;
import org.hilum.imaging.quantification.SeverityScore;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.ReadingIdentity;
import org.hilum.imaging.reporting.ReportingReason;
import org.hilum.imaging.vocabulary.Reason;

/** Regions, scores and lesions as parts of {@code reading.json}. */
final class MeasurementParts {

  private static final Set<Quantity> WITH_INTERVAL =
      EnumSet.of(Quantity.VOLUME, Quantity.OPACITY_PERCENT);

  private MeasurementParts() {}

  static ArrayNode regions(ReadingFindings findings) {
    var node = JsonParts.array();
    findings.measurements().regions().forEach(region -> node.add(region(region)));
    return node;
  }

  private static ObjectNode region(RegionMeasurements region) {
    var node = JsonParts.object().put("region", region.region().name());
    for (var quantity : Quantity.values()) {
      if (quantity == Quantity.LESION_COUNT && region.of(quantity) instanceof Measured count) {
        node.put(quantity.key(), Math.round(count.value()));
      } else {
        JsonParts.measurement(node, quantity.key(), region.of(quantity));
      }
      if (WITH_INTERVAL.contains(quantity)) {
        JsonParts.interval(node, quantity.key() + "Interval", region.interval(quantity));
      }
    }
    return node;
  }

  static ArrayNode scores(ReadingFindings findings) {
    var node = JsonParts.array();
    findings.measurements().scores().forEach(score -> node.add(score(score)));
    return node;
  }

  private static ObjectNode score(SeverityScore score) {
    var node = JsonParts.object().put("name", score.name());
    JsonParts.measurement(node, "value", score.value());
    node.set("range", JsonParts.numbers(score.lowest(), score.highest()));
    var inputs = node.putObject("inputs");
    score
        .inputs()
        .forEach(
            (name, input) -> {
              switch (input) {
                case Measured measured -> inputs.put(name, JsonParts.rounded(measured.value()));
                case NotMeasured not ->
                    node.withObjectProperty("inputsNotMeasured")
                        .set(name, JsonParts.codeAndMessage(not.reason()));
              }
            });
    return node.put("source", score.source());
  }

  static ArrayNode lesions(ReadingFindings findings) {
    var node = JsonParts.array();
    var identity = ReadingIdentity.of(findings);
    boolean inMm = findings.volume().spacingKnown();
    findings.measurements().lesions().forEach(l -> node.add(lesion(l, identity, inMm)));
    return node;
  }

  private static ObjectNode lesion(Lesion lesion, ReadingIdentity identity, boolean inMm) {
    var node =
        JsonParts.object()
            .put("number", lesion.number())
            .put("trackingUid", identity.trackingUid(lesion).value())
            .put("region", lesion.region().name());
    var centre = lesion.centre();
    node.set("centreLps", JsonParts.numbers(centre.x(), centre.y(), centre.z()));
    if (inMm) {
      var extent = lesion.extentMm();
      node.set("extentMm", JsonParts.numbers(extent.x(), extent.y(), extent.z()));
    } else {
      JsonParts.notMeasured(
          node,
          "extentMm",
          Reason.of(
              ReportingReason.SPACING_UNKNOWN,
              "The source gives no trustworthy spacing: millimetres are not measured."));
    }
    node.put("voxels", lesion.voxels());
    JsonParts.measurement(node, "volumeMl", lesion.volumeMl());
    node.put("meanHu", JsonParts.rounded(lesion.meanHu()));
    JsonParts.measurement(node, "massG", lesion.massG());
    return node.put("kind", lesion.kind().name())
        .put("consolidationPercent", JsonParts.rounded(lesion.consolidationPercent()))
        .put("subpleural", lesion.subpleural())
        .put("keySlice", lesion.keySlice());
  }
}
