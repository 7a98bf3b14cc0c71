package org.hilum.imaging.reporting.overlay;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.lettering.Lettering.Weight;

/** A slice with each followed lesion outlined in its colour and named by its number. */
final class IdentityPicture {

  private static final Color SHADOW = new Color(0x10171C);
  private static final double LUNG_WIDTH = 0.7;
  private static final double LESION_WIDTH = 1.7;

  private IdentityPicture() {}

  static BufferedImage of(
      MatchedPlane matched, int width, String caption, Marks.Bar bar, Lettering lettering) {
    var plane = matched.plane();
    var lines = new ArrayList<OutlinedPlane.Line>();
    lines.add(
        new OutlinedPlane.Line(
            Outline.round(plane, at -> plane.lungs()[at] != 0), Palette.LUNG, LUNG_WIDTH));
    var numbers = new ArrayList<Numbered>();
    for (int identity : matched.lesions()) {
      var outline = Outline.round(plane, at -> matched.identities()[at] == identity);
      lines.add(new OutlinedPlane.Line(outline, Palette.ofIdentity(identity), LESION_WIDTH));
      numbers.add(new Numbered(identity, outline.getBounds2D()));
    }
    var image = PlanePicture.of(new OutlinedPlane(plane, lines), width);
    var graphics = PlanePicture.smooth(image);
    for (var number : numbers) {
      write(graphics, number, plane, image, lettering);
    }
    graphics.dispose();
    Marks.draw(image, Marks.Sides.AXIAL, caption, bar, lettering);
    return image;
  }

  private record Numbered(int identity, Rectangle2D bounds) {}

  /** Beside the upper right corner of the outline, where it hides least of the lesion. */
  private static void write(
      Graphics2D graphics, Numbered number, Plane plane, BufferedImage image, Lettering lettering) {
    double size = 9 + image.getWidth() / 50.0;
    double x = number.bounds().getMaxX() * image.getWidth() / plane.width();
    double y = number.bounds().getMinY() * image.getHeight() / plane.height();
    var words = Integer.toString(number.identity());
    double width = lettering.width(words, Weight.BOLD, size);
    var letters =
        lettering.outline(
            words,
            Weight.BOLD,
            Math.min(x, image.getWidth() - width - 2),
            Math.max(y, size * 2.2),
            size);
    graphics.setColor(SHADOW);
    graphics.setStroke(
        new BasicStroke((float) (size / 5), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(letters);
    graphics.setColor(Palette.ofIdentity(number.identity()));
    graphics.fill(letters);
  }
}
