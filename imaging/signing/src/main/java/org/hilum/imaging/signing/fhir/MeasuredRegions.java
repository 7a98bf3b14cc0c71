package org.hilum.imaging.signing.fhir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.CodedSite;
import org.hilum.imaging.vocabulary.Region;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a reading measured, as FHIR R4 Observations: one a region, a component a quantity.
 *
 * <p>In: {@code reading.json}, with the numbers that the report rests on. <br>
 * Out: a quantity with its UCUM unit, and its interval as a range; what was not measured is said to
 * be absent and why, never 0.
 *
 * <p>Source: HL7 FHIR R4, Observation.
 */
final class MeasuredRegions {

  /** A quantity by its key in the file. */
  private record Quantity(String key, Code code, Code unit) {}

  private static final List<Quantity> QUANTITIES =
      List.of(
          new Quantity("volumeMl", Code.VOLUME, Code.MILLILITRE),
          new Quantity("opacityMl", Code.OPACITY_VOLUME, Code.MILLILITRE),
          new Quantity("opacityPercent", Code.OPACITY_PERCENT, Code.PERCENT),
          new Quantity("groundGlassMl", Code.GROUND_GLASS_VOLUME, Code.MILLILITRE),
          new Quantity("groundGlassPercent", Code.GROUND_GLASS_PERCENT, Code.PERCENT),
          new Quantity("consolidationMl", Code.CONSOLIDATION_VOLUME, Code.MILLILITRE),
          new Quantity("consolidationPercent", Code.CONSOLIDATION_PERCENT, Code.PERCENT),
          new Quantity("opacityMassG", Code.OPACITY_MASS, Code.GRAM),
          new Quantity("meanHu", Code.MEAN_ATTENUATION, Code.HOUNSFIELD_UNIT),
          new Quantity("lesionCount", Code.NUMBER_OF_LESIONS, Code.LESIONS));

  private static final String ABSENT_REASON =
      "http://terminology.hl7.org/CodeSystem/data-absent-reason";

  private final JsonNode reading;

  /** Puts what observation and report have in common: whose, and when. */
  private final Consumer<ObjectNode> shared;

  MeasuredRegions(JsonNode reading, Consumer<ObjectNode> shared) {
    this.reading = reading;
    this.shared = shared;
  }

  /** The observations, both lungs first; each has an id of its own. */
  List<ObjectNode> observations() {
    var observations = new ArrayList<ObjectNode>();
    for (var measured : reading.path("regions")) {
      region(measured).ifPresent(region -> observations.add(observation(region, measured)));
    }
    return observations;
  }

  private static Optional<Region> region(JsonNode measured) {
    var name = measured.path("region").asString("");
    return Arrays.stream(Region.values()).filter(each -> each.name().equals(name)).findFirst();
  }

  private ObjectNode observation(Region region, JsonNode measured) {
    var node = JsonMapper.shared().createObjectNode().put("resourceType", "Observation");
    node.put("id", region.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    node.put("status", "final");
    FhirCode.put(node.putArray("category").addObject(), FhirCode.IMAGING);
    FhirCode.put(node.putObject("code"), Code.OPACITY.concept());
    shared.accept(node);
    site(node.putObject("bodySite"), region);
    notes().forEach(note -> node.withArray("note").addObject().put("text", note));
    device(node);
    for (var quantity : QUANTITIES) {
      component(node.withArray("component").addObject(), quantity, measured);
      interval(node, quantity, measured);
    }
    return node;
  }

  private static void site(ObjectNode node, Region region) {
    var site = CodedSite.of(region);
    FhirCode.put(node, site.structure());
    node.put(
        "text",
        Stream.concat(Stream.of(site.structure()), site.laterality().stream())
            .map(each -> each.meaning())
            .collect(Collectors.joining(", ")));
  }

  private void device(ObjectNode node) {
    var software = reading.path("software");
    node.putObject("device")
        .put("type", "Device")
        .put(
            "display",
            (software.path("name").asString("") + " " + software.path("version").asString(""))
                .strip());
  }

  /** Whether a person took part, and whether the networks were made for such images. */
  private List<String> notes() {
    var notes = new ArrayList<String>();
    var correction = reading.path("correction");
    if (!correction.isMissingNode()) {
      notes.add(
          "The outlines were corrected by hand, put in force by %s, %s."
              .formatted(correction.path("by").asString(""), correction.path("at").asString("")));
    }
    if (!reading.at("/scope/withinValidated").asBoolean(true)) {
      notes.add("The images lie outside what the networks were validated for.");
    }
    return notes;
  }

  private static void component(ObjectNode node, Quantity quantity, JsonNode measured) {
    FhirCode.put(node.putObject("code"), quantity.code().concept());
    var value = measured.path(quantity.key());
    if (value.isNumber()) {
      quantity(node.putObject("valueQuantity"), value, quantity.unit());
    } else {
      var why = measured.path("notMeasured").path(quantity.key());
      var absent = node.putObject("dataAbsentReason");
      absent.putArray("coding").addObject().put("system", ABSENT_REASON).put("code", "unknown");
      absent.put(
          "text",
          (why.path("code").asString("") + " " + why.path("message").asString("not measured"))
              .strip());
    }
  }

  /** A network's card says for some amounts how far they may be off. */
  private void interval(ObjectNode node, Quantity quantity, JsonNode measured) {
    var ends = measured.path(quantity.key() + "Interval");
    if (ends.path(0).isNumber() && ends.path(1).isNumber()) {
      var component = node.withArray("component").addObject();
      var level = reading.at("/intervals/level").asDouble(0);
      component
          .putObject("code")
          .put(
              "text",
              "%s: interval, level %s".formatted(quantity.code().concept().meaning(), level));
      var range = component.putObject("valueRange");
      quantity(range.putObject("low"), ends.path(0), quantity.unit());
      quantity(range.putObject("high"), ends.path(1), quantity.unit());
    }
  }

  private static void quantity(ObjectNode node, JsonNode value, Code unit) {
    node.set("value", value);
    node.put("unit", unit.concept().meaning())
        .put("system", "http://unitsofmeasure.org")
        .put("code", unit.concept().value());
  }
}
