package org.hilum.imaging.signing.objects;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.reporting.RadiologistReport;
import org.hilum.imaging.reporting.RadiologistReport.Critical;
import org.hilum.imaging.reporting.RadiologistReport.Figure;
import org.hilum.imaging.reporting.RadiologistReport.Note;
import org.hilum.imaging.reporting.RadiologistReport.Signature;
import org.hilum.imaging.reporting.RadiologistReport.Standing;
import org.hilum.imaging.reporting.RadiologistReport.Told;
import org.hilum.imaging.reporting.SoftwareIdentity;
import org.hilum.imaging.signing.ReportEvent;
import org.hilum.imaging.signing.ReportEvent.Kind;
import org.hilum.imaging.signing.ReportSection;
import org.hilum.imaging.signing.ReportText;
import org.hilum.imaging.signing.basis.CaseResults;
import org.hilum.imaging.signing.basis.CaseResults.Found;
import org.hilum.imaging.signing.prefill.KeyFigures;
import org.hilum.imaging.signing.wording.SigningWords;
import org.hilum.imaging.worklist.CaseKey;

/** Puts together what a report says at a moment of its history. */
public final class ReportComposer {

  private final CaseResults results;
  private final SoftwareIdentity software;
  private final ZoneId zone;

  public ReportComposer(CaseResults results, SoftwareIdentity software, ZoneId zone) {
    this.results = results;
    this.software = software;
    this.zone = zone;
  }

  /** A draft, as it would look. */
  public RadiologistReport draft(CaseKey key, ReportText text, DataSet header, Instant now) {
    return composed(
        key, text, header, Standing.DRAFT, List.of(), Optional.empty(), Optional.empty(), now);
  }

  /**
   * What was signed, as of the last of some events.
   *
   * @param events of one report: its signature first, then what was signed beside it
   */
  public RadiologistReport signed(CaseKey key, List<ReportEvent> events, DataSet header) {
    var first = events.getFirst();
    var last = events.getLast();
    var addenda = new ArrayList<Note>();
    for (var event : events) {
      if (event.kind() == Kind.ADDENDUM) {
        addenda.add(note(event));
      }
    }
    boolean isWithdrawn = last.kind() == Kind.WITHDRAWN;
    var standing =
        isWithdrawn ? Standing.WITHDRAWN : addenda.isEmpty() ? Standing.FINAL : Standing.AMENDED;
    return composed(
        key,
        first.report(),
        header,
        standing,
        addenda,
        isWithdrawn ? Optional.of(note(last)) : Optional.empty(),
        Optional.of(signature(first)),
        last.at());
  }

  private RadiologistReport composed(
      CaseKey key,
      ReportText text,
      DataSet header,
      Standing standing,
      List<Note> addenda,
      Optional<Note> withdrawal,
      Optional<Signature> signature,
      Instant at) {
    var found = Optional.ofNullable(text.basis()).flatMap(basis -> results.of(key, basis));
    return new RadiologistReport(
        header,
        text.language(),
        standing,
        text.texts(ReportSection.FINDINGS),
        text.texts(ReportSection.IMPRESSION),
        addenda,
        withdrawal,
        critical(text),
        found.map(each -> figures(each, text)).orElse(List.of()),
        found.flatMap(each -> each.picture(text.language())).map(CaseResults::bytes),
        signature,
        basis(text),
        software,
        moment(at));
  }

  private static List<Figure> figures(Found found, ReportText text) {
    return KeyFigures.of(found.numbers(), text.language());
  }

  private Optional<Critical> critical(ReportText text) {
    return text.isCritical()
        ? Optional.of(
            new Critical(
                Optional.ofNullable(text.communication())
                    .map(told -> new Told(told.to(), told.how(), moment(told.at())))))
        : Optional.empty();
  }

  private static String basis(ReportText text) {
    var basis = text.basis();
    if (basis == null) {
      return "";
    }
    var words = SigningWords.in(text.language());
    var parts = new ArrayList<String>();
    parts.add(words.text("basis.reading", basis.result(), basis.version()));
    Optional.ofNullable(basis.comparison())
        .ifPresent(id -> parts.add(words.text("basis.comparison", id)));
    return String.join(words.text("separator"), parts);
  }

  private Note note(ReportEvent event) {
    return new Note(event.text(), signature(event));
  }

  private Signature signature(ReportEvent event) {
    return new Signature(event.byName(), event.organization(), moment(event.at()));
  }

  private ZonedDateTime moment(Instant at) {
    return at.atZone(zone);
  }
}
