package org.hilum.imaging.reporting.pdf;

import java.util.Locale;
import org.hilum.imaging.reporting.overlay.LungWindow;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.w3c.dom.Element;

/** The key slices, three in a row, and what their colours mean. */
final class PictureSection {

  private static final int IN_A_ROW = 3;

  private final Markup markup;
  private final Wording wording;
  private final ReportPictures pictures;

  PictureSection(Markup markup, Wording wording, ReportPictures pictures) {
    this.markup = markup;
    this.wording = wording;
    this.pictures = pictures;
  }

  void addTo(Element body) {
    if (pictures.axial().isEmpty()) {
      return;
    }
    markup.add(body, "h2", "", wording.text(Phrase.KEY_IMAGES));
    var table = markup.add(body, "table", "pictures");
    Element row = null;
    for (int n = 0; n < pictures.axial().size(); n++) {
      if (row == null || n % IN_A_ROW == 0) {
        row = markup.add(table, "tr", "");
      }
      ReportPdf.picture(markup, markup.add(row, "td", ""), "tile", pictures.axial().get(n));
    }
    legend(body);
  }

  private void legend(Element body) {
    var legend = markup.add(body, "p", "legend");
    entry(legend, "lung", wording.text(Phrase.LEGEND_LUNG));
    if (pictures.hasLobes()) {
      entry(legend, "fissure", wording.text(Phrase.LEGEND_FISSURE));
    }
    for (var kind : pictures.kinds()) {
      entry(legend, kind.name().toLowerCase(Locale.ROOT), wording.kind(kind));
    }
    markup.add(
        legend,
        "span",
        "",
        wording.text(
            Phrase.KEY_IMAGES_NOTE,
            Numbers.of(LungWindow.CENTRE_HU, 0),
            Numbers.of(LungWindow.WIDTH_HU, 0)));
  }

  private void entry(Element legend, String styleClass, String words) {
    markup.add(legend, "span", "dash " + styleClass, "\u2014\u2014");
    markup.add(legend, "span", "words", words + " ");
  }
}
