package org.hilum.imaging.reporting.keypage;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.lettering.Lettering.Weight;

/** A dark sheet on which text flows down a column. */
final class Sheet {

  static final Color PAPER = new Color(0x0E1417);
  static final Color INK = new Color(0xE9EEF1);
  static final Color QUIET = new Color(0x9AA8B1);
  static final Color ACCENT = new Color(0x5CC3E6);
  static final Color WARNING = new Color(0xF2C14E);
  static final Color RULE = new Color(0x2C383F);

  /** Distance between baselines over the size of the letters. */
  private static final double LEADING = 1.3;

  private static final String ELLIPSIS = "\u2026";

  private final BufferedImage image;
  private final Graphics2D graphics;
  private final Lettering lettering;

  Sheet(int width, int height, Lettering lettering) {
    this.lettering = lettering;
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(PAPER);
    graphics.fillRect(0, 0, width, height);
  }

  /** The finished picture. */
  BufferedImage finished() {
    graphics.dispose();
    return image;
  }

  Graphics2D graphics() {
    return graphics;
  }

  /** How letters look. */
  record Style(double size, Weight weight, Color colour) {}

  void picture(BufferedImage picture, double x, double y) {
    graphics.drawImage(picture, (int) Math.round(x), (int) Math.round(y), null);
  }

  void rule(double x, double y, double width, Color colour, double thickness) {
    graphics.setColor(colour);
    graphics.fill(new Rectangle2D.Double(x, y, width, thickness));
  }

  double width(String text, Style style) {
    return lettering.width(text, style.weight(), style.size());
  }

  /** One line, its baseline at y. */
  void left(String text, double x, double y, Style style) {
    graphics.setColor(style.colour());
    lettering.draw(graphics, text, style.weight(), x, y, style.size());
  }

  /** One line that ends at x. */
  void right(String text, double x, double y, Style style) {
    left(text, x - width(text, style), y, style);
  }

  /** One line, cut with an ellipsis where the room ends. */
  void fitted(String text, double x, double y, double room, Style style) {
    var cut = text;
    while (width(cut, style) > room && cut.length() > 1) {
      var shorter = cut.endsWith(ELLIPSIS) ? cut.substring(0, cut.length() - 1) : cut;
      cut = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1)) + ELLIPSIS;
    }
    left(cut, x, y, style);
  }

  /**
   * A paragraph.
   *
   * @param y where its first line begins
   * @param most lines; the last is cut with an ellipsis when there are more
   * @return where the next line would begin
   */
  double paragraph(String text, double x, double y, double room, int most, Style style) {
    var lines = lines(text, room, style);
    double at = y;
    for (int n = 0; n < Math.min(most, lines.size()); n++) {
      boolean cut = n == most - 1 && lines.size() > most;
      fitted(lines.get(n) + (cut ? ELLIPSIS : ""), x, at + style.size(), room, style);
      at += LEADING * style.size();
    }
    return at;
  }

  /** Breaks at spaces, and anywhere between Chinese characters or in a word that is too long. */
  private List<String> lines(String text, double room, Style style) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var piece : text.split("(?<= )|(?<=[\\u2E80-\\uFFEF])")) {
      if (!line.isEmpty() && width(line + piece.stripTrailing(), style) > room) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(piece);
      while (width(line.toString().stripTrailing(), style) > room && line.length() > 1) {
        int fits = line.length() - 1;
        while (fits > 1 && width(line.substring(0, fits), style) > room) {
          fits--;
        }
        lines.add(line.substring(0, fits));
        line.delete(0, fits);
      }
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }
}
