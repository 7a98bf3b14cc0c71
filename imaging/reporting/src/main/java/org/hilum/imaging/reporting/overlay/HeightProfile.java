package org.hilum.imaging.reporting.overlay;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.lettering.Lettering.Weight;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.vocabulary.Side;

/**
 * How opacity is spread over the height of the lungs: for each level the share of each lung's
 * cross-section, the right lung to the left of the axis as on the coronal picture beside it.
 */
public final class HeightProfile {

  /** Ends the scale may have, %. */
  private static final int[] SCALES = {5, 10, 25, 50, 75, 100};

  private final Levels levels;
  private final Box box;
  private final Wording wording;
  private final Lettering lettering;

  HeightProfile(Levels levels, Box box, Wording wording, Lettering lettering) {
    this.levels = levels;
    this.box = box;
    this.wording = wording;
    this.lettering = lettering;
  }

  /** Draws it; the whole height of the area is the height of the coronal picture. */
  public void draw(Graphics2D graphics, Rectangle2D area, Color ink) {
    double axis = area.getCenterX();
    double half = area.getWidth() / 2 - 2;
    int scale = scale();
    var faint = new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 70);
    graphics.setColor(faint);
    for (double x : new double[] {axis - half, axis - half / 2, axis + half / 2, axis + half}) {
      graphics.fill(new Rectangle2D.Double(x - 0.5, area.getY(), 1, area.getHeight()));
    }
    for (var side : Side.values()) {
      bands(graphics, area, side, side == Side.LEFT ? half / scale : -half / scale);
    }
    graphics.setColor(ink);
    graphics.fill(new Rectangle2D.Double(axis - 0.75, area.getY(), 1.5, area.getHeight()));
    double size = Math.max(11, area.getHeight() / 24);
    for (var side : Side.values()) {
      double direction = side == Side.LEFT ? 1 : -1;
      label(
          graphics,
          wording.region(Region.lung(side)),
          axis + direction * half / 2,
          area.getY() + size,
          size);
      label(
          graphics,
          scale + " %",
          axis + direction * (half - 1.8 * size),
          area.getMaxY() - size * 0.4,
          size);
    }
  }

  private void label(
      Graphics2D graphics, String words, double centre, double baseline, double size) {
    double width = lettering.width(words, Weight.REGULAR, size);
    lettering.draw(graphics, words, Weight.REGULAR, centre - width / 2, baseline, size);
  }

  /** One area a kind, stacked outwards from the axis. */
  private void bands(Graphics2D graphics, Rectangle2D area, Side side, double pixelsPerPercent) {
    double level = area.getHeight() / box.slices();
    double axis = area.getCenterX();
    double[] reached = new double[levels.count()];
    for (var kind : OpacityKind.values()) {
      var shape = new Path2D.Double();
      for (int k = box.firstK(); k <= box.lastK(); k++) {
        double percent = percent(side, kind, k);
        if (percent > 0) {
          double most = area.getWidth() / 2 - 2;
          double from = axis + Math.clamp(reached[k] * pixelsPerPercent, -most, most);
          double to = axis + Math.clamp((reached[k] + percent) * pixelsPerPercent, -most, most);
          double y = area.getY() + (box.lastK() - k) * level;
          shape.append(
              new Rectangle2D.Double(Math.min(from, to), y, Math.abs(to - from), level), false);
          reached[k] += percent;
        }
      }
      graphics.setColor(Palette.of(kind));
      graphics.fill(shape);
    }
  }

  private double percent(Side side, OpacityKind kind, int k) {
    int lung = levels.lung(side, k);
    return lung == 0 ? 0 : 100.0 * levels.opacity(side, kind, k) / lung;
  }

  /** The smallest scale that holds all but slivers of lung at its ends. */
  private int scale() {
    double most = 0;
    for (var side : Side.values()) {
      int widest = 0;
      for (int k = 0; k < levels.count(); k++) {
        widest = Math.max(widest, levels.lung(side, k));
      }
      for (int k = 0; k < levels.count(); k++) {
        if (levels.lung(side, k) > widest / 10) {
          double sum = 0;
          for (var kind : OpacityKind.values()) {
            sum += percent(side, kind, k);
          }
          most = Math.max(most, sum);
        }
      }
    }
    for (int scale : SCALES) {
      if (most <= scale) {
        return scale;
      }
    }
    return SCALES[SCALES.length - 1];
  }
}
