package org.hilum.imaging.reporting.pdf;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.reporting.RadiologistReport;
import org.hilum.imaging.reporting.RadiologistReport.Note;
import org.hilum.imaging.reporting.RadiologistReport.Signature;
import org.hilum.imaging.reporting.RadiologistReport.Standing;
import org.hilum.imaging.reporting.content.HeaderWords;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.w3c.dom.Element;

/**
 * A radiologist's report as PDF: what was written, the numbers and a picture beside it, who signed.
 *
 * <p>Out: PDF with all fonts embedded, the same bytes for the same report.
 */
public final class RadiologistPdf {

  private final RadiologistReport report;
  private final Wording wording;
  private final Lettering lettering;
  private final Markup markup;

  private RadiologistPdf(RadiologistReport report, Wording wording, Lettering lettering) {
    this.report = report;
    this.wording = wording;
    this.lettering = lettering;
    this.markup = new Markup(lettering);
  }

  /** The file. */
  public static byte[] of(RadiologistReport report, Wording wording, Lettering lettering) {
    return new RadiologistPdf(report, wording, lettering).file();
  }

  private byte[] file() {
    var source = new HeaderWords(Optional.of(report.header()), wording);
    var html = markup.root(wording.language().tag());
    var head = markup.add(html, "head", "");
    markup.add(head, "title", "", wording.text(Phrase.REPORT_TITLE));
    var style = new PageStyle(markup, wording);
    var body = markup.add(html, "body", wording.language().tag());
    var title = markup.add(markup.add(body, "table", "title"), "tr", "");
    markup.add(title, "td", "name", wording.text(Phrase.REPORT_TITLE));
    markup.add(title, "td", "notice", wording.text(Phrase.NOTICE));
    new PatientFacts(markup, wording, source).addTo(body);
    standing(body);
    if (report.standing() != Standing.WITHDRAWN) {
      said(body);
    }
    closing(body);
    style.addTo(head, source);
    return PdfPrinter.print(
        markup.document(),
        lettering.embeddable(markup.letters()),
        new PdfPrinter.About(
            report.software().name() + " " + report.software().version(),
            report.at(),
            report.standing() + " " + report.at() + " " + report.basis()));
  }

  private void standing(Element body) {
    switch (report.standing()) {
      case DRAFT -> markup.add(body, "p", "outside", wording.text(Phrase.REPORT_DRAFT));
      case AMENDED -> markup.add(body, "p", "outside", wording.text(Phrase.REPORT_AMENDED));
      case WITHDRAWN -> withdrawn(body);
      case FINAL -> {
        // Nothing need be said of what is as usual.
      }
    }
    if (report.standing() != Standing.WITHDRAWN) {
      report
          .critical()
          .ifPresent(
              critical -> {
                var told =
                    critical
                        .told()
                        .map(
                            each ->
                                wording.text(
                                    Phrase.REPORT_TOLD,
                                    each.to(),
                                    each.how(),
                                    Wording.minutes(each.at())))
                        .orElseGet(() -> wording.text(Phrase.REPORT_NOT_TOLD));
                var banner = markup.add(body, "p", "critical");
                markup.add(banner, "span", "strong", wording.text(Phrase.REPORT_CRITICAL) + "  ");
                markup.text(banner, told);
              });
    }
  }

  private void withdrawn(Element body) {
    var banner = markup.add(body, "p", "critical");
    markup.add(banner, "span", "strong", wording.text(Phrase.REPORT_WITHDRAWN) + "  ");
    report.withdrawal().map(Note::text).ifPresent(why -> markup.text(banner, why));
  }

  private void said(Element body) {
    section(body, Phrase.REPORT_IMPRESSION, report.impression(), "sentences impression");
    section(body, Phrase.REPORT_FINDINGS, report.findings(), "findings");
    for (var addendum : report.addenda()) {
      section(body, Phrase.REPORT_ADDENDUM, List.of(addendum.text()), "sentences");
      signed(markup.add(body, "p", "note"), addendum.signature());
    }
    numbers(body);
  }

  private void section(Element body, Phrase heading, List<String> texts, String styleClass) {
    if (texts.isEmpty()) {
      return;
    }
    markup.add(body, "h2", "", wording.text(heading));
    var section = markup.add(body, "div", styleClass);
    texts.forEach(text -> lines(section, text));
  }

  private void lines(Element section, String text) {
    text.lines().forEach(line -> markup.add(section, "p", "", line));
  }

  private void numbers(Element body) {
    if (report.figures().isEmpty() && report.picture().isEmpty()) {
      return;
    }
    var row = markup.add(markup.add(body, "table", "evidence together"), "tr", "");
    var cell = markup.add(row, "td", "figures");
    markup.add(cell, "h2", "", wording.text(Phrase.REPORT_NUMBERS));
    var table = markup.add(cell, "table", "numbers");
    for (var figure : report.figures()) {
      var line = markup.add(table, "tr", "");
      markup.add(line, "td", "first", figure.label());
      markup.add(line, "td", "", figure.value());
    }
    report
        .picture()
        .ifPresent(
            png -> {
              var picture = markup.add(markup.add(row, "td", "key-picture"), "img", "key");
              picture.setAttribute(
                  "src", "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
              picture.setAttribute("alt", "");
            });
  }

  private void closing(Element body) {
    var closing = markup.add(body, "div", "together closing");
    report
        .signature()
        .ifPresent(signature -> signed(markup.add(closing, "p", "signed"), signature));
    report
        .withdrawal()
        .ifPresent(
            withdrawal -> {
              var line = markup.add(closing, "p", "signed");
              markup.add(line, "span", "label", wording.text(Phrase.REPORT_WITHDRAWN_BY));
              signed(line, withdrawal.signature());
            });
    var made = markup.add(closing, "p", "made");
    if (!report.basis().isEmpty()) {
      fact(made, Phrase.REPORT_BASIS, report.basis());
    }
    fact(made, Phrase.MADE_BY, report.software().name() + " " + report.software().version());
    markup.add(closing, "p", "note", wording.text(Phrase.REPORT_NOTE));
  }

  private void signed(Element parent, Signature signature) {
    fact(parent, Phrase.REPORT_SIGNED_BY, signature.name());
    markup.text(parent, signature.organization() + "   ");
    fact(parent, Phrase.REPORT_SIGNED_AT, Wording.minutes(signature.at()));
  }

  private void fact(Element parent, Phrase label, String value) {
    markup.add(parent, "span", "label", wording.text(label));
    markup.add(parent, "span", "fact", value + " ");
  }
}
