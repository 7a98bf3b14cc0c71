package org.hilum.imaging.reporting.keypage;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import org.hilum.imaging.reporting.overlay.ChestPictures;
import org.hilum.imaging.reporting.overlay.Palette;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;

/**
 * The left part of the key page: key slices, below them the coronal picture and its chart.
 *
 * @param area room for them, in pixels of the sheet
 */
record KeyImages(Sheet sheet, Wording wording, ChestPictures pictures, Rectangle2D area) {

  private static final int GAP = 8;
  private static final int IN_A_ROW = 3;

  /** As wide as the coronal picture may be, so that the chart has its place beside it. */
  private static final int CORONAL = 620;

  /** As wide as the chart may be. */
  private static final int CHART = 460;

  /** Room for the legend of four colours. */
  private static final int LEGEND = 520;

  /** Share of the height that the key slices may take. */
  private static final double SLICES_SHARE = 0.66;

  void draw() {
    var keys = pictures.keySlices();
    double y = area.getY();
    int tile = tileWidth(keys.size());
    int height = (int) Math.round(tile * pictures.axialAspect());
    for (int n = 0; n < keys.size(); n++) {
      int column = n % IN_A_ROW;
      if (column == 0 && n > 0) {
        y += height + GAP;
      }
      sheet.picture(pictures.axial(keys.get(n), tile), area.getX() + column * (width() + GAP), y);
    }
    y += keys.isEmpty() ? 0 : height + GAP;
    below(y);
  }

  /** Tiles shrink, when a chest is deep, so that the coronal picture keeps its room. */
  private int tileWidth(int count) {
    int rows = (count + IN_A_ROW - 1) / IN_A_ROW;
    double room = (area.getMaxY() - area.getY()) * SLICES_SHARE / Math.max(1, rows) - GAP;
    return (int) Math.min(width(), room / pictures.axialAspect());
  }

  /** The coronal picture, the chart beside it, and what their colours mean. */
  private void below(double y) {
    double room = area.getMaxY() - 40 - y;
    int width = (int) Math.min(CORONAL, room / pictures.coronalAspect());
    var coronal = pictures.coronal(width);
    sheet.picture(coronal, area.getX(), y);
    double x = area.getX() + width + 24.0;
    double chart = Math.min(area.getMaxX() - x, CHART);
    pictures
        .profile()
        .draw(
            sheet.graphics(), new Rectangle2D.Double(x, y, chart, coronal.getHeight()), Sheet.INK);
    double baseline = y + coronal.getHeight() + 26;
    legend(baseline);
    sheet.fitted(
        wording.text(Phrase.PROFILE_NOTE),
        Math.max(x, area.getX() + LEGEND),
        baseline,
        area.getMaxX() - Math.max(x, area.getX() + LEGEND),
        KeyStyles.SMALL);
  }

  private void legend(double baseline) {
    double x = area.getX();
    x = legend(x, baseline, Palette.LUNG, wording.text(Phrase.LEGEND_LUNG));
    if (pictures.hasLobes()) {
      x = legend(x, baseline, Palette.FISSURE, wording.text(Phrase.LEGEND_FISSURE));
    }
    for (var kind : pictures.kinds()) {
      x = legend(x, baseline, Palette.of(kind), wording.kind(kind));
    }
  }

  private double legend(double x, double baseline, Color colour, String words) {
    sheet.rule(x, baseline - 7, 26, colour, 3);
    sheet.left(words, x + 34, baseline, KeyStyles.SMALL);
    return x + 34 + sheet.width(words, KeyStyles.SMALL) + 26;
  }

  /** Of a tile, so that three fill the width. */
  private double width() {
    return (area.getWidth() - (IN_A_ROW - 1) * GAP) / IN_A_ROW;
  }
}
