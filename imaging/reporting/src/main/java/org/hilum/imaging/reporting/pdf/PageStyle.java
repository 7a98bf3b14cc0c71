package org.hilum.imaging.reporting.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.reporting.content.HeaderWords;
import org.hilum.imaging.reporting.overlay.Palette;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.w3c.dom.Element;

/** How the pages look, and what stands at their edges. */
final class PageStyle {

  private final Markup markup;
  private final Wording wording;

  PageStyle(Markup markup, Wording wording) {
    this.markup = markup;
    this.wording = wording;
  }

  void addTo(Element head, HeaderWords source) {
    var style = markup.add(head, "style", "");
    style.setAttribute("type", "text/css");
    // A style sheet is no text of the page: it goes in as it is.
    style.appendChild(markup.document().createTextNode(withEdges(coloured(sheet()), source)));
  }

  private static String sheet() {
    try (var in = PageStyle.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("no style sheet of the report");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read the style sheet", failed);
    }
  }

  private static String coloured(String sheet) {
    return sheet
        .replace("ACCENT", Palette.hex(Palette.ACCENT))
        .replace("INK", Palette.hex(Palette.INK))
        .replace("QUIET", Palette.hex(Palette.QUIET))
        .replace("RULE", Palette.hex(Palette.RULE))
        .replace("LUNG", Palette.hex(Palette.LUNG))
        .replace("FISSURE", Palette.hex(Palette.FISSURE))
        .replace("GROUND_GLASS", Palette.hex(Palette.of(OpacityKind.GROUND_GLASS)))
        .replace("CONSOLIDATION", Palette.hex(Palette.of(OpacityKind.CONSOLIDATION)))
        .replace("UNDETERMINED", Palette.hex(Palette.of(OpacityKind.UNDETERMINED)));
  }

  /** The notice and the page number on every page; from the second on, whose page it is. */
  private String withEdges(String sheet, HeaderWords source) {
    var who =
        source.isDicom()
            ? source.patientName()
                + "   \u00b7   "
                + source.textOrNotGiven(Tag.PATIENT_ID)
                + "   \u00b7   "
                + source.date(Tag.STUDY_DATE)
            : "";
    // Digits of the page counters are not in any text of the markup.
    markup.shown("0123456789");
    var pages = wording.text(Phrase.PAGE_OF, "\" counter(page) \"", "\" counter(pages) \"");
    return sheet
        .replace("{notice}", quoted(wording.text(Phrase.NOTICE)))
        .replace("{pages}", '"' + markup.shown(pages) + '"')
        .replace("{who}", quoted(who));
  }

  /** A string of a style sheet (CSS 2.1, 4.3.7). */
  private String quoted(String text) {
    var quoted = new StringBuilder("\"");
    markup
        .shown(text)
        .codePoints()
        .forEach(
            codePoint -> {
              if (codePoint == '"' || codePoint == '\\' || codePoint == '<' || codePoint < ' ') {
                quoted.append('\\').append(Integer.toHexString(codePoint)).append(' ');
              } else {
                quoted.appendCodePoint(codePoint);
              }
            });
    return quoted.append('"').toString();
  }
}
