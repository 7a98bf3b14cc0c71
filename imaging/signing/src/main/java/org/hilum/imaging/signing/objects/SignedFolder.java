package org.hilum.imaging.signing.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.ArchivedInstance;
import org.hilum.imaging.archive.InstanceSelection;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.reporting.RadiologistReportWriter;
import org.hilum.imaging.reporting.ReportObjects;
import org.hilum.imaging.reporting.ReportObjects.Reference;
import org.hilum.imaging.signing.CaseReport;
import org.hilum.imaging.signing.ReportBasis;
import org.hilum.imaging.signing.ReportEvent;
import org.hilum.imaging.signing.ReportEvent.Kind;
import org.hilum.imaging.signing.basis.CaseResults;
import org.hilum.imaging.signing.basis.CaseResults.Found;
import org.hilum.imaging.signing.fhir.DiagnosticReportJson;
import org.hilum.imaging.worklist.CaseKey;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes all files of something that was signed; written again they have the same identifiers.
 *
 * <p>Out: {@code report.pdf}, {@code report.json}, {@code diagnostic-report.json}, {@code
 * dicom/*.dcm}.
 */
public final class SignedFolder {

  /** The frozen text, with links and hashes. */
  public static final String FROZEN = "report.json";

  /** FHIR. */
  public static final String FHIR = "diagnostic-report.json";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CT = "1.2.840.10008.5.1.4.1.1.2";

  /** Segmentations and structured reports: what a report rests on. */
  private static final List<String> EVIDENCE =
      List.of("1.2.840.10008.5.1.4.1.1.66.4", "1.2.840.10008.5.1.4.1.1.88.");

  private final Archive archive;
  private final CaseResults results;
  private final ReportComposer composer;
  private final RadiologistReportWriter writer;

  public SignedFolder(
      Archive archive,
      CaseResults results,
      ReportComposer composer,
      RadiologistReportWriter writer) {
    this.archive = archive;
    this.results = results;
    this.composer = composer;
    this.writer = writer;
  }

  /** Attributes of patient and study, from its largest CT series, or else from any object. */
  public Optional<DataSet> header(CaseKey key) {
    var objects = instances(key, InstanceSelection.study(key.studyInstanceUid()));
    return objects.stream()
        .filter(each -> each.sopClassUid().value().startsWith(CT))
        .collect(Collectors.groupingBy(ArchivedInstance::seriesInstanceUid))
        .values()
        .stream()
        .max(Comparator.comparingInt(List::size))
        .map(List::getFirst)
        .or(() -> objects.stream().findFirst())
        .map(ArchivedInstance::file)
        .flatMap(SignedFolder::read);
  }

  private List<ArchivedInstance> instances(CaseKey key, InstanceSelection selection) {
    return archive.instances(selection, Visibility.everything()).stream()
        .filter(each -> each.institution().equals(key.institution()))
        .toList();
  }

  private static Optional<DataSet> read(Path file) {
    try {
      return DicomReader.read(file, DicomReader.Depth.HEADER) instanceof DicomParse.Parsed parsed
          ? Optional.of(parsed.object().dataSet())
          : Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Writes what one event of a report's history stands for. */
  public void write(CaseReport report, ReportEvent event, Path folder) throws IOException {
    var key = report.key();
    var header =
        header(key).orElseThrow(() -> new IOException("no object of the study is in the archive"));
    var signed = composer.signed(key, ofOneReport(report.history(), event), header);
    var objects = objects(key, report.history(), event);
    var pdf = writer.write(signed, objects, folder);
    var reading =
        Optional.ofNullable(event.report().basis())
            .flatMap(basis -> results.of(key, basis))
            .map(Found::numbers);
    Files.write(
        folder.resolve(FHIR), DiagnosticReportJson.of(signed, objects.document(), pdf, reading));
    Files.write(folder.resolve(FROZEN), frozen(event));
  }

  /** The signature that an event belongs to, and what was signed beside it until then. */
  static List<ReportEvent> ofOneReport(List<ReportEvent> history, ReportEvent event) {
    var events = new ArrayList<ReportEvent>();
    for (var each : history) {
      if (each.kind() == Kind.SIGNED) {
        events.clear();
      }
      events.add(each);
      if (each.id() == event.id()) {
        return events;
      }
    }
    throw new IllegalArgumentException("not of this history: " + event.id());
  }

  private ReportObjects objects(CaseKey key, List<ReportEvent> history, ReportEvent event) {
    var before = history.stream().filter(each -> each.id() < event.id()).reduce((_, last) -> last);
    return new ReportObjects(
        uid(key, event, "document"),
        uid(key, event, "document series"),
        uid(key, event, "page"),
        uid(key, event, "page series"),
        Optional.ofNullable(event.report().basis())
            .map(basis -> evidence(key, basis))
            .orElse(List.of()),
        before.map(
            each ->
                new Reference(
                    uid(key, each, "document series"),
                    ReportObjects.DOCUMENT_CLASS,
                    uid(key, each, "document"))));
  }

  private static Uid uid(CaseKey key, ReportEvent event, String what) {
    return Uid.derived(
        "signed report",
        key.subject(),
        Long.toString(event.id()),
        event.at().toString(),
        event.contentHash(),
        what);
  }

  private List<Reference> evidence(CaseKey key, ReportBasis basis) {
    return results.result(key, basis.result()).stream()
        .flatMap(result -> result.objects().stream())
        .map(series -> InstanceSelection.series(key.studyInstanceUid(), new Uid(series)))
        .flatMap(series -> instances(key, series).stream())
        .filter(each -> EVIDENCE.stream().anyMatch(each.sopClassUid().value()::startsWith))
        .map(
            each ->
                new Reference(each.seriesInstanceUid(), each.sopClassUid(), each.sopInstanceUid()))
        .toList();
  }

  private static byte[] frozen(ReportEvent event) {
    var root = JSON.createObjectNode().put("schema", "hilum.report/1");
    root.put("kind", event.kind().name())
        .put("by", event.by())
        .put("byName", event.byName())
        .put("organization", event.organization())
        .put("at", event.at().toString())
        .put("words", event.text())
        .put("contentSha256", event.contentHash());
    root.set("content", JSON.valueToTree(event.report()));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }
}
