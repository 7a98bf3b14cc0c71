package org.hilum.imaging.reporting.overlay;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.lettering.Lettering.Weight;

/**
 * The letters on a picture: where the patient's sides are, where the slice lies, how long 50 mm is.
 */
final class Marks {

  private static final Color SHADOW = new Color(0x10171C);
  private static final Color LETTER = new Color(0xF2F5F7);

  /** Lengths a scale bar may have, mm; the longest that fits a third of the picture is drawn. */
  private static final int[] BAR_MM = {100, 50, 20, 10, 5};

  private final BufferedImage image;
  private final Graphics2D graphics;
  private final Lettering lettering;
  private final double size;
  private final double edge;

  private Marks(BufferedImage image, Graphics2D graphics, Lettering lettering) {
    this.image = image;
    this.graphics = graphics;
    this.lettering = lettering;
    this.size = 10 + image.getWidth() / 48.0;
    this.edge = size * 0.6;
  }

  /** Which letters stand at the four sides of a picture. */
  enum Sides {
    /** Seen from the feet: the patient's right on the left, the front above. */
    AXIAL("R", "L", "A", "P"),
    /** Seen from the front: the patient's right on the left, the head above. */
    CORONAL("R", "L", "H", "F"),
    /** Seen from the patient's left: the front on the left, the head above. */
    SAGITTAL("A", "P", "H", "F");

    private final String left;
    private final String right;
    private final String above;
    private final String below;

    Sides(String left, String right, String above, String below) {
      this.left = left;
      this.right = right;
      this.above = above;
      this.below = below;
    }
  }

  /** Writes on a picture; {@code barWords} names a length in millimetres. */
  static void draw(BufferedImage image, Sides sides, String caption, Bar bar, Lettering lettering) {
    var graphics = PlanePicture.smooth(image);
    var marks = new Marks(image, graphics, lettering);
    marks.sides(sides);
    marks.caption(caption);
    marks.bar(bar);
    graphics.dispose();
  }

  /**
   * The scale bar.
   *
   * @param mmPerPixel millimetres a pixel, 0 when not known: then there is no bar
   * @param words what stands beside it, with {@code {0}} for the millimetres
   */
  record Bar(double mmPerPixel, String words) {}

  /** On a ground of its own, as it lies on anything between air and bone. */
  private void caption(String caption) {
    double letters = size * 0.85;
    double width = lettering.width(caption, Weight.REGULAR, letters);
    graphics.setColor(SHADOW);
    graphics.fill(new Rectangle2D.Double(0, 0, width + 1.6 * edge, edge * 0.6 + letters * 1.25));
    graphics.setColor(LETTER);
    lettering.draw(graphics, caption, Weight.REGULAR, edge * 0.8, edge * 0.3 + letters, letters);
  }

  private void sides(Sides sides) {
    double middle = image.getHeight() / 2.0 + size * 0.35;
    write(sides.left, Weight.BOLD, edge, middle, 1.15);
    double width = lettering.width(sides.right, Weight.BOLD, size * 1.15);
    write(sides.right, Weight.BOLD, image.getWidth() - edge - width, middle, 1.15);
    centred(sides.above, edge + size * 0.75);
    centred(sides.below, image.getHeight() - edge);
  }

  private void centred(String letter, double baseline) {
    double width = lettering.width(letter, Weight.BOLD, size * 0.95);
    write(letter, Weight.BOLD, (image.getWidth() - width) / 2, baseline, 0.95);
  }

  private void bar(Bar bar) {
    if (bar.mmPerPixel() == 0) {
      return;
    }
    for (int mm : BAR_MM) {
      double pixels = mm / bar.mmPerPixel();
      if (pixels <= image.getWidth() / 4.0) {
        double right = image.getWidth() - edge;
        double y = image.getHeight() - edge;
        graphics.setColor(SHADOW);
        graphics.fill(new Rectangle2D.Double(right - pixels - 1, y - 3, pixels + 2, 5));
        graphics.setColor(LETTER);
        graphics.fill(new Rectangle2D.Double(right - pixels, y - 2, pixels, 3));
        var words = bar.words().replace("{0}", Integer.toString(mm));
        double width = lettering.width(words, Weight.REGULAR, size * 0.75);
        write(words, Weight.REGULAR, right - width, y - size * 0.4, 0.75);
        return;
      }
    }
  }

  private void write(String text, Weight weight, double x, double baseline, double scale) {
    var outline = lettering.outline(text, weight, x, baseline, size * scale);
    graphics.setColor(SHADOW);
    graphics.setStroke(
        new BasicStroke((float) (size / 8), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(outline);
    graphics.setColor(LETTER);
    graphics.fill(outline);
  }
}
