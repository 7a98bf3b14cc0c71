package org.hilum.imaging.reporting.overlay;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.lettering.Lettering.Weight;

/** What the colours of a picture mean, on a dark strip below it, with the notice. */
final class LegendStrip {

  private static final Color GROUND = new Color(0x11171B);
  private static final Color LETTER = new Color(0xC9D2D8);

  /** A colour and what it means. */
  record Entry(Color colour, String words) {}

  private final Lettering lettering;
  private final List<Entry> entries;
  private final String notice;

  LegendStrip(Lettering lettering, List<Entry> entries, String notice) {
    this.lettering = lettering;
    this.entries = List.copyOf(entries);
    this.notice = notice;
  }

  /** The picture with the strip below it. */
  BufferedImage below(BufferedImage picture) {
    double size = Math.max(12, picture.getWidth() / 75.0);
    var lines = lines(picture.getWidth() - 1.6 * size, size);
    int strip = (int) Math.round((1.7 * (lines.size() + 1) + 0.6) * size);
    var image =
        new BufferedImage(
            picture.getWidth(), picture.getHeight() + strip, BufferedImage.TYPE_INT_RGB);
    var graphics = PlanePicture.smooth(image);
    graphics.drawImage(picture, 0, 0, null);
    graphics.setColor(GROUND);
    graphics.fillRect(0, picture.getHeight(), image.getWidth(), strip);
    double baseline = picture.getHeight() + 1.5 * size;
    for (var line : lines) {
      draw(graphics, line, size, baseline);
      baseline += 1.7 * size;
    }
    graphics.setColor(LETTER);
    lettering.draw(graphics, notice, Weight.REGULAR, size * 0.8, baseline, size * 0.85);
    graphics.dispose();
    return image;
  }

  private List<List<Entry>> lines(double room, double size) {
    var lines = new ArrayList<List<Entry>>();
    double x = Double.POSITIVE_INFINITY;
    for (var entry : entries) {
      double width = width(entry, size);
      if (x + width > room) {
        lines.add(new ArrayList<>());
        x = 0;
      }
      lines.getLast().add(entry);
      x += width;
    }
    return lines;
  }

  private double width(Entry entry, double size) {
    return lettering.width(entry.words(), Weight.REGULAR, size) + 3.2 * size;
  }

  private void draw(Graphics2D graphics, List<Entry> line, double size, double baseline) {
    double x = size * 0.8;
    for (var entry : line) {
      graphics.setColor(entry.colour());
      graphics.fill(new Rectangle2D.Double(x, baseline - size * 0.55, size * 1.3, size * 0.35));
      graphics.setColor(LETTER);
      lettering.draw(graphics, entry.words(), Weight.REGULAR, x + size * 1.7, baseline, size);
      x += width(entry, size);
    }
  }
}
