package org.hilum.imaging.reporting.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.comparison.ComparisonResult.FailedAlignment;
import org.hilum.imaging.comparison.Course;
import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.comparison.Estimate;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.reporting.ComparedFindings;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.RefusedComparison;
import org.hilum.imaging.reporting.StepTimes;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.Region;

/** What stands in {@code comparison.json}, in the order a person would read it. */
public final class ComparisonDocument {

  /** Name and version of the layout, the schema's identity. */
  public static final String SCHEMA = "hilum.comparison/1";

  private ComparisonDocument() {}

  /** A finished comparison, as UTF-8 text that ends with a line feed. */
  public static byte[] of(ComparedFindings findings, StepTimes times, List<String> outputs) {
    var comparison = findings.comparison();
    var root = opening("compared", List.of());
    patient(root, findings.current());
    root.set("dates", dates(findings));
    root.set("registration", ChangeParts.registration(findings.lastPair()));
    root.set("remarks", JsonParts.reasons(findings.lastPair().remarks()));
    root.set("course", course(comparison.course()));
    root.set("regions", ChangeParts.regions(findings.lastPair()));
    root.set("lesions", TrackedLesionParts.of(findings));
    var pairs = root.putArray("pairs");
    comparison.pairs().forEach(pair -> pairs.add(ChangeParts.pair(pair)));
    root.set("timing", JsonParts.timing(times));
    root.put("comparedAt", JsonParts.seconds(findings.current().readAt()));
    closing(root, findings.current().software(), outputs);
    return JsonParts.file(root);
  }

  /** Dates that were not compared, as UTF-8 text that ends with a line feed. */
  public static byte[] of(RefusedComparison refused, List<String> outputs) {
    var root = opening("refused", refused.refusals());
    if (!refused.readings().isEmpty()) {
      patient(root, refused.readings().getLast());
    }
    var dates = root.putArray("dates");
    refused.readings().forEach(findings -> dates.add(date(findings)));
    refused.failedAlignment().ifPresent(failed -> root.set("registration", attempt(failed)));
    root.put("comparedAt", JsonParts.seconds(refused.comparedAt()));
    closing(root, refused.software(), outputs);
    return JsonParts.file(root);
  }

  private static ObjectNode opening(String status, List<Reason> refusals) {
    var root = JsonParts.object().put("schema", SCHEMA).put("status", status);
    root.put("notice", ReadingFindings.NOT_A_MEDICAL_DEVICE);
    root.set("refusals", JsonParts.reasons(refusals));
    return root;
  }

  private static void patient(ObjectNode root, ReadingFindings findings) {
    findings.source().ifPresent(source -> root.set("patient", JsonParts.patient(source.header())));
  }

  private static void closing(
      ObjectNode root,
      org.hilum.imaging.reporting.SoftwareIdentity software,
      List<String> outputs) {
    root.set("software", JsonParts.software(software));
    var files = root.putArray("outputs");
    outputs.forEach(files::add);
  }

  private static ObjectNode attempt(FailedAlignment failed) {
    return JsonParts.object()
        .put("prior", failed.prior().key())
        .put("current", failed.current().key())
        .setAll(ChangeParts.quality(failed.alignment().quality()));
  }

  private static ArrayNode dates(ComparedFindings findings) {
    var node = JsonParts.array();
    var readings = findings.comparison().readings();
    var first = readings.getFirst().date();
    for (int n = 0; n < readings.size(); n++) {
      var date = date(findings.readings().get(n));
      acquisition(date, readings.get(n));
      days(first, readings.get(n).date()).ifPresent(days -> date.put("daysSinceFirst", days));
      node.add(date);
    }
    return node;
  }

  private static Optional<Long> days(Optional<LocalDate> first, Optional<LocalDate> date) {
    return first.flatMap(from -> date.map(to -> ChronoUnit.DAYS.between(from, to)));
  }

  private static ObjectNode date(ReadingFindings findings) {
    var node = JsonParts.object().put("studyName", findings.studyName());
    findings
        .source()
        .ifPresent(
            source -> {
              node.setAll(JsonParts.study(source.header()));
              JsonParts.text(node, "seriesInstanceUid", source.header(), Tag.SERIES_INSTANCE_UID);
            });
    findings.correction().ifPresent(by -> node.set("correction", JsonParts.correction(by)));
    var lungs = findings.measurements().of(Region.LUNGS);
    for (var quantity :
        List.of(Quantity.VOLUME, Quantity.OPACITY_VOLUME, Quantity.OPACITY_PERCENT)) {
      JsonParts.measurement(node, quantity.key(), lungs.of(quantity));
    }
    return node;
  }

  private static void acquisition(ObjectNode node, DatedReading reading) {
    var made = reading.acquisition();
    reading.date().ifPresent(date -> node.put("date", date.toString()));
    made.thicknessMm().ifPresent(mm -> node.put("thicknessMm", JsonParts.rounded(mm)));
    made.kernel().ifPresent(kernel -> node.put("kernel", kernel));
    made.scanner().ifPresent(scanner -> node.put("scanner", scanner));
    node.put("contrast", made.contrast());
  }

  private static ObjectNode course(Course course) {
    var node =
        JsonParts.object()
            .put("verdict", course.verdict().name())
            .put("rule", course.rule())
            .put("sinceFirst", course.sinceFirst().name());
    course.daysSinceOnset().ifPresent(days -> node.put("daysSinceOnset", days));
    estimate(node, "stage", course.stage());
    estimate(node, "doublingDays", course.doublingDays());
    estimate(node, "prognosis", course.prognosis());
    return node;
  }

  /** Puts value, rule and source, or says under {@code notEstimated} why there are none. */
  private static void estimate(ObjectNode node, String key, Estimate<?> estimate) {
    switch (estimate) {
      case Estimate.Estimated<?>(Object value, String rule, String source) -> {
        var said = node.putObject(key);
        if (value instanceof Double number) {
          said.put("value", JsonParts.rounded(number));
        } else {
          said.put("value", value.toString());
        }
        said.put("rule", rule).put("source", source);
      }
      case Estimate.NotEstimated<?>(Reason reason) ->
          node.withObjectProperty("notEstimated").set(key, JsonParts.codeAndMessage(reason));
    }
  }
}
