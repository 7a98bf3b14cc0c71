package org.hilum.imaging.reporting.pdf;

import org.hilum.imaging.reporting.ComparedFindings;
import org.hilum.imaging.reporting.content.ComparisonWords;
import org.hilum.imaging.reporting.content.CourseWords;
import org.hilum.imaging.reporting.content.SourceWords;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.overlay.ComparisonPictures;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.w3c.dom.Element;

/**
 * The report of a comparison as PDF, one or two pages of A4: three plain sentences, the numbers
 * with their limits, the lesions, the pictures, the rule.
 *
 * <p>Out: PDF with all fonts embedded, the same bytes for the same findings and pictures.
 */
public final class ComparisonPdf {

  private final ComparedFindings findings;
  private final Wording wording;
  private final Lettering lettering;
  private final ComparisonPictures pictures;

  private ComparisonPdf(
      ComparedFindings findings,
      Wording wording,
      Lettering lettering,
      ComparisonPictures pictures) {
    this.findings = findings;
    this.wording = wording;
    this.lettering = lettering;
    this.pictures = pictures;
  }

  /** The file. */
  public static byte[] of(
      ComparedFindings findings,
      Wording wording,
      Lettering lettering,
      ComparisonPictures pictures) {
    return new ComparisonPdf(findings, wording, lettering, pictures).file();
  }

  private byte[] file() {
    var markup = new Markup(lettering);
    var current = findings.current();
    var source = new SourceWords(current, wording);
    var html = markup.root(wording.language().tag());
    var head = markup.add(html, "head", "");
    markup.add(head, "title", "", wording.text(Phrase.COMPARISON_TITLE));
    var body = markup.add(html, "body", wording.language().tag());
    opening(markup, body, source);
    new ChangeSection(markup, wording, findings).addTo(body);
    new FollowedLesionSection(markup, wording, findings).addTo(body);
    new MatchedSection(markup, wording, lettering, findings, pictures).addTo(body);
    new CourseSection(markup, wording, findings).addTo(body);
    new ClosingSection(markup, wording, current, source).addTo(body);
    new PageStyle(markup, wording).addTo(head, source);
    return PdfPrinter.print(
        markup.document(),
        lettering.embeddable(markup.letters()),
        new PdfPrinter.About(
            current.software().name() + " " + current.software().version(),
            current.readAt(),
            findings.identity().uid("report").value()));
  }

  private void opening(Markup markup, Element body, SourceWords source) {
    var title = markup.add(markup.add(body, "table", "title"), "tr", "");
    markup.add(title, "td", "name", wording.text(Phrase.COMPARISON_TITLE));
    markup.add(title, "td", "notice", wording.text(Phrase.NOTICE));
    if (source.isDicom()) {
      new OpeningSection(markup, wording, findings.current(), source).patient(body);
    } else {
      markup.add(
          body, "p", "file", wording.text(Phrase.NO_DICOM_SOURCE, findings.current().studyName()));
    }
    var words = new ComparisonWords(findings, wording);
    markup.add(body, "p", "technique", words.dates());
    var sentences = new CourseWords(findings, wording).sentences();
    var box = markup.add(body, "div", "sentences");
    for (int n = 0; n < sentences.size(); n++) {
      markup.add(box, "p", n == 0 ? "lead" : "", sentences.get(n));
    }
  }
}
