package org.hilum.imaging.reporting.pdf;

import java.awt.image.BufferedImage;
import java.util.Base64;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.ReadingIdentity;
import org.hilum.imaging.reporting.content.SourceWords;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.overlay.Png;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.w3c.dom.Element;

/**
 * The report a radiologist would sign, as PDF: one or two pages of A4.
 *
 * <p>Out: PDF with all fonts embedded, the same bytes for the same findings and pictures.
 */
public final class ReportPdf {

  private final ReadingFindings findings;
  private final Wording wording;
  private final Lettering lettering;
  private final ReportPictures pictures;

  private ReportPdf(
      ReadingFindings findings, Wording wording, Lettering lettering, ReportPictures pictures) {
    this.findings = findings;
    this.wording = wording;
    this.lettering = lettering;
    this.pictures = pictures;
  }

  /** The file. */
  public static byte[] of(
      ReadingFindings findings, Wording wording, Lettering lettering, ReportPictures pictures) {
    return new ReportPdf(findings, wording, lettering, pictures).file();
  }

  private byte[] file() {
    var markup = new Markup(lettering);
    var source = new SourceWords(findings, wording);
    var html = markup.root(wording.language().tag());
    var head = markup.add(html, "head", "");
    markup.add(head, "title", "", wording.text(Phrase.TITLE));
    var style = new PageStyle(markup, wording);
    var body = markup.add(html, "body", wording.language().tag());
    new OpeningSection(markup, wording, findings, source).addTo(body);
    new PictureSection(markup, wording, pictures).addTo(body);
    new RegionSection(markup, wording, findings).addTo(body);
    new LesionSection(markup, wording, findings).addTo(body);
    new PatternSection(markup, wording, findings, pictures).addTo(body);
    new ScoreSection(markup, wording, findings).addTo(body);
    new LimitsSection(markup, wording, findings).addTo(body);
    new ClosingSection(markup, wording, findings, source).addTo(body);
    style.addTo(head, source);
    return PdfPrinter.print(
        markup.document(),
        lettering.embeddable(markup.letters()),
        new PdfPrinter.About(
            findings.software().name() + " " + findings.software().version(),
            findings.readAt(),
            ReadingIdentity.of(findings).uid("report").value()));
  }

  /** Adds a picture as wide as its style says. */
  static Element picture(Markup markup, Element parent, String styleClass, BufferedImage image) {
    var element = markup.add(parent, "img", styleClass);
    element.setAttribute(
        "src", "data:image/png;base64," + Base64.getEncoder().encodeToString(Png.of(image)));
    element.setAttribute("alt", "");
    return element;
  }
}
