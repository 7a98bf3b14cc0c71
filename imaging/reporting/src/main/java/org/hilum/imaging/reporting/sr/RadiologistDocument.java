package org.hilum.imaging.reporting.sr;

import static org.hilum.imaging.reporting.sr.Relationship.CONTAINS;
import static org.hilum.imaging.reporting.sr.Relationship.HAS_CONCEPT_MOD;
import static org.hilum.imaging.reporting.sr.Relationship.HAS_OBS_CONTEXT;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.RadiologistReport;
import org.hilum.imaging.reporting.RadiologistReport.Critical;
import org.hilum.imaging.reporting.RadiologistReport.Note;
import org.hilum.imaging.reporting.RadiologistReport.Signature;
import org.hilum.imaging.reporting.RadiologistReport.Standing;
import org.hilum.imaging.reporting.ReportObjects;
import org.hilum.imaging.reporting.composite.DicomText;
import org.hilum.imaging.reporting.composite.SignedObject;
import org.hilum.imaging.reporting.composite.SignedObject.Place;
import org.hilum.imaging.reporting.composite.StructureCode;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.CodedConcept;

/**
 * A signed report as a Basic Text SR after TID 2000: complete, verified, with who verified it.
 *
 * <p>Source: PS3.16 TID 2000, 2002, CID 7000 to 7002; PS3.3 A.35.1, C.17.2. <br>
 * Limits: a withdrawn report says that and why, and repeats nothing of what it said.
 */
public final class RadiologistDocument {

  private static final int SERIES_NUMBER = 9721;

  /** One less than a component group of a Person Name has (PS3.5 6.2). */
  private static final int LONGEST_NAME = 63;

  private static final int VERIFYING_OBSERVER_NAME = 0x0040A075;
  private static final int VERIFYING_OBSERVER_IDENTIFICATION_CODE_SEQUENCE = 0x0040A088;
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmssxx", Locale.ROOT);

  private final RadiologistReport report;
  private final ReportObjects objects;
  private final Wording wording;

  private RadiologistDocument(RadiologistReport report, ReportObjects objects, Wording wording) {
    this.report = report;
    this.objects = objects;
    this.wording = wording;
  }

  /** The object. */
  public static DataSet of(RadiologistReport report, ReportObjects objects, Wording wording) {
    return new RadiologistDocument(report, objects, wording).object();
  }

  private DataSet object() {
    var place =
        new Place(
            ReportObjects.DOCUMENT_CLASS,
            objects.document(),
            objects.documentSeries(),
            "SR",
            SERIES_NUMBER,
            "Signed report");
    var object = SignedObject.begin(report, place);
    object
        .items(Tag.REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE)
        .items(Tag.PERFORMED_PROCEDURE_CODE_SEQUENCE)
        .text(Tag.COMPLETION_FLAG, Vr.CS, "COMPLETE")
        .text(Tag.VERIFICATION_FLAG, Vr.CS, "VERIFIED")
        .text(Tag.PRELIMINARY_FLAG, Vr.CS, "FINAL");
    putVerifier(object);
    if (!isWithdrawn() && !objects.evidence().isEmpty()) {
      object.items(
          Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE,
          SignedObject.ofStudy(report, objects.evidence()));
    }
    objects
        .predecessor()
        .ifPresent(
            before ->
                object.items(
                    Tag.PREDECESSOR_DOCUMENTS_SEQUENCE,
                    SignedObject.ofStudy(report, List.of(before))));
    content().dataSet().elements().forEach(object::put);
    return object.build();
  }

  private boolean isWithdrawn() {
    return report.standing() == Standing.WITHDRAWN;
  }

  /** Who signed last stands for all of the document as it is now. */
  private Signature last() {
    var signature = report.signature().orElseThrow();
    for (var addendum : report.addenda()) {
      signature = addendum.signature();
    }
    return report.withdrawal().map(Note::signature).orElse(signature);
  }

  private void putVerifier(DataSetBuilder object) {
    var signature = last();
    object.items(
        Tag.VERIFYING_OBSERVER_SEQUENCE,
        DataSet.builder()
            .text(
                Tag.VERIFYING_ORGANIZATION,
                Vr.LO,
                DicomText.fitted(signature.organization(), DicomText.LONG_STRING))
            .text(Tag.VERIFICATION_DATE_TIME, Vr.DT, dateTime(signature.at()))
            .text(VERIFYING_OBSERVER_NAME, Vr.PN, personName(signature.name()))
            .items(VERIFYING_OBSERVER_IDENTIFICATION_CODE_SEQUENCE)
            .build());
  }

  private static String dateTime(ZonedDateTime when) {
    return DATE_TIME.format(when);
  }

  /** As one component, ended where it has spaces: which part of a name is which is not known. */
  private static String personName(String name) {
    var one = DicomText.fitted(name.replace('^', ' ').replace('=', ' '), LONGEST_NAME);
    return one.contains(" ") ? one + "^" : one;
  }

  private ContentItem content() {
    var language =
        report.language() == Language.CHINESE ? StructureCode.CHINESE : StructureCode.ENGLISH;
    var root =
        ContentItem.root(StructureCode.CT_CHEST_REPORT.concept(), "2000")
            .with(ContentItem.code(HAS_CONCEPT_MOD, Code.LANGUAGE.concept(), language.concept()))
            .with(observer(last()));
    return isWithdrawn() ? root.with(withdrawn()) : root.with(sections());
  }

  private static List<ContentItem> observer(Signature signature) {
    return List.of(
        ContentItem.code(
            HAS_OBS_CONTEXT, Code.OBSERVER_TYPE.concept(), StructureCode.PERSON.concept()),
        ContentItem.personName(
            HAS_OBS_CONTEXT,
            StructureCode.PERSON_OBSERVER_NAME.concept(),
            personName(signature.name())),
        ContentItem.text(
            HAS_OBS_CONTEXT,
            StructureCode.PERSON_OBSERVER_ORGANIZATION.concept(),
            signature.organization()));
  }

  private List<ContentItem> withdrawn() {
    var why =
        wording.text(Phrase.REPORT_WITHDRAWN)
            + " "
            + report.withdrawal().map(Note::text).orElse("");
    return List.of(
        section(StructureCode.CONCLUSIONS, Code.CONCLUSION.concept(), List.of(why.strip())));
  }

  private List<ContentItem> sections() {
    var sections = new ArrayList<ContentItem>();
    if (!report.findings().isEmpty()) {
      sections.add(
          section(StructureCode.FINDINGS, Code.FINDING.concept(), report.findings())
              .with(objects.evidence().stream().map(RadiologistDocument::reference).toList()));
    }
    if (!report.impression().isEmpty()) {
      sections.add(
          section(
              StructureCode.IMPRESSIONS, StructureCode.IMPRESSION.concept(), report.impression()));
    }
    report.critical().map(this::critical).ifPresent(sections::add);
    for (var addendum : report.addenda()) {
      sections.add(
          ContentItem.container(StructureCode.ADDENDUM.concept())
              .with(observer(addendum.signature()))
              .with(ContentItem.text(CONTAINS, Code.FINDING.concept(), addendum.text())));
    }
    return sections;
  }

  private ContentItem critical(Critical critical) {
    var words =
        critical
            .told()
            .map(
                told ->
                    wording.text(
                        Phrase.REPORT_TOLD, told.to(), told.how(), Wording.minutes(told.at())))
            .orElseGet(() -> wording.text(Phrase.REPORT_NOT_TOLD));
    return section(
        StructureCode.COMMUNICATION_OF_CRITICAL_RESULTS, Code.COMMENT.concept(), List.of(words));
  }

  private static ContentItem section(StructureCode heading, CodedConcept each, List<String> texts) {
    return ContentItem.container(heading.concept())
        .with(texts.stream().map(text -> ContentItem.text(CONTAINS, each, text)).toList());
  }

  /** A segmentation is an image; all else here is not. */
  private static ContentItem reference(ReportObjects.Reference reference) {
    var instance = SignedObject.instance(reference);
    return reference.sopClass().value().startsWith("1.2.840.10008.5.1.4.1.1.66.4")
        ? ContentItem.image(instance)
        : ContentItem.composite(instance);
  }
}
