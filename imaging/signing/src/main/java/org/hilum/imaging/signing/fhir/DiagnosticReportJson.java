package org.hilum.imaging.signing.fhir;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.reporting.RadiologistReport;
import org.hilum.imaging.reporting.RadiologistReport.Note;
import org.hilum.imaging.reporting.RadiologistReport.Signature;
import org.hilum.imaging.reporting.RadiologistReport.Standing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A signed report as a FHIR R4 DiagnosticReport: {@code final}, {@code amended} by an addendum,
 * {@code entered-in-error} once withdrawn.
 *
 * <p>Source: HL7 FHIR R4, DiagnosticReport; LOINC 24627-2 CT Chest.
 */
public final class DiagnosticReportJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DiagnosticReportJson() {}

  /**
   * The file.
   *
   * @param instance of the structured report, its business identifier
   * @param reading {@code reading.json} that the report rests on: its numbers go with the report as
   *     Observations inside it, unless it is withdrawn
   */
  public static byte[] of(
      RadiologistReport report, Uid instance, byte[] pdf, Optional<JsonNode> reading) {
    var root = JSON.createObjectNode().put("resourceType", "DiagnosticReport");
    root.put("language", report.language().tag());
    var identifier = root.putArray("identifier").addObject();
    urn(identifier, instance);
    root.put("status", status(report.standing()));
    coding(
        root.putArray("category").addObject(),
        "http://terminology.hl7.org/CodeSystem/v2-0074",
        "RAD",
        "Radiology");
    coding(root.putObject("code"), "http://loinc.org", "24627-2", "CT Chest");
    ofWhomAndWhen(root, report.header());
    root.put("issued", moment(report.at()));
    report.signature().ifPresent(signature -> interpreter(root, signature));
    reading
        .filter(_ -> report.standing() != Standing.WITHDRAWN)
        .ifPresent(numbers -> results(root, numbers, report.header()));
    study(root, report.header());
    root.put("conclusion", conclusion(report));
    var form = root.putArray("presentedForm").addObject();
    form.put("contentType", "application/pdf")
        .put("language", report.language().tag())
        .put("data", Base64.getEncoder().encodeToString(pdf))
        .put("size", pdf.length)
        .put("hash", sha1(pdf))
        .put("title", "report.pdf")
        .put("creation", moment(report.at()));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  private static String status(Standing standing) {
    return switch (standing) {
      case DRAFT -> "preliminary";
      case FINAL -> "final";
      case AMENDED -> "amended";
      case WITHDRAWN -> "entered-in-error";
    };
  }

  private static void urn(ObjectNode identifier, Uid uid) {
    identifier.put("system", "urn:dicom:uid").put("value", "urn:oid:" + uid.value());
  }

  private static void coding(ObjectNode concept, String system, String code, String display) {
    concept
        .putArray("coding")
        .addObject()
        .put("system", system)
        .put("code", code)
        .put("display", display);
  }

  /** Observations stand inside the report, so that the file is whole by itself. */
  private static void results(ObjectNode root, JsonNode reading, DataSet header) {
    var regions = new MeasuredRegions(reading, node -> ofWhomAndWhen(node, header));
    for (var observation : regions.observations()) {
      root.withArray("contained").add(observation);
      root.withArray("result")
          .addObject()
          .put("reference", "#" + observation.path("id").asString(""));
    }
  }

  private static void ofWhomAndWhen(ObjectNode root, DataSet header) {
    subject(root, header);
    var date = header.text(Tag.STUDY_DATE).filter(each -> each.matches("[0-9]{8}"));
    date.ifPresent(
        day ->
            root.put(
                "effectiveDateTime",
                day.substring(0, 4) + "-" + day.substring(4, 6) + "-" + day.substring(6)));
  }

  private static void subject(ObjectNode root, DataSet header) {
    var subject = root.putObject("subject").put("type", "Patient");
    header.text(Tag.PATIENT_ID).ifPresent(id -> subject.putObject("identifier").put("value", id));
  }

  private static void interpreter(ObjectNode root, Signature signature) {
    root.putArray("performer")
        .addObject()
        .put("type", "Organization")
        .put("display", signature.organization());
    root.putArray("resultsInterpreter")
        .addObject()
        .put("type", "Practitioner")
        .put("display", signature.name());
  }

  private static void study(ObjectNode root, DataSet header) {
    header
        .uid(Tag.STUDY_INSTANCE_UID)
        .ifPresent(
            uid ->
                urn(
                    root.putArray("imagingStudy")
                        .addObject()
                        .put("type", "ImagingStudy")
                        .putObject("identifier"),
                    uid));
  }

  /** The impression, with what was added; of a withdrawn one only why. */
  private static String conclusion(RadiologistReport report) {
    if (report.standing() == Standing.WITHDRAWN) {
      return report.withdrawal().map(Note::text).orElse("");
    }
    var said = new StringBuilder(String.join("\n", report.impression()));
    report.addenda().forEach(addendum -> said.append("\n\n").append(addendum.text()));
    return said.isEmpty() ? String.join("\n", report.findings()) : said.toString();
  }

  private static String moment(ZonedDateTime when) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(when);
  }

  /** As FHIR R4 wants it; it guards against accidents, not against forgery. */
  private static String sha1(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-1", impossible);
    }
  }
}
