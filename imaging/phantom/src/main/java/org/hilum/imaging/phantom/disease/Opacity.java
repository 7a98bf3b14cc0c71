package org.hilum.imaging.phantom.disease;

import org.hilum.imaging.phantom.shape.Blend;
import org.hilum.imaging.phantom.shape.Solid.Round;
import org.hilum.imaging.phantom.texture.CellWalls;
import org.hilum.imaging.phantom.texture.NoiseField;

/**
 * How an opacity changes the density of the lung: an ellipsoid with a soft, more or less irregular
 * edge, in the body as described.
 *
 * @param shape its ellipsoid
 * @param look what fills it
 * @param hu its mean density
 * @param edgeMm width of its edge, centred on its surface
 * @param irregularity how far its surface departs from the ellipsoid, as part of its radius
 */
public record Opacity(Round shape, Look look, double hu, double edgeMm, double irregularity) {

  /** What fills an opacity. */
  public enum Look {
    /** Haze through which vessels are seen. */
    HAZE,
    /** Haze with a net of thickened septa. */
    NET,
    /** Lung without air but in its airways. */
    SOLID
  }

  private static final double NET_HU = 190;
  private static final double NET_LINE_MM = 0.6;

  /** Mean of the net over a honeycomb of 5.5 mm, taken off so that {@code hu} stays the mean. */
  private static final double NET_MEAN_HU = 75;

  /** Whether a place is far outside, edge and irregularities included; quick. */
  public boolean misses(double x, double y, double z) {
    double reach = 1 + irregularity;
    return Math.abs(x - shape.cx()) > shape.rx() * reach + edgeMm
        || Math.abs(y - shape.cy()) > shape.ry() * reach + edgeMm
        || Math.abs(z - shape.cz()) > shape.rz() * reach + edgeMm;
  }

  /** Distance from its surface, negative inside. */
  public double distance(double x, double y, double z, NoiseField noise) {
    double smooth = shape.distance(x, y, z);
    if (irregularity == 0) {
      return smooth;
    }
    double radius = Math.min(shape.rx(), Math.min(shape.ry(), shape.rz()));
    double bumps = noise.at(x, y, z, 0.8 * radius) + 0.5 * noise.at(z, x, y, 0.3 * radius);
    return smooth + irregularity * radius * bumps;
  }

  /** HU of the lung with this opacity in it. */
  public double over(
      double lungHu, double x, double y, double z, NoiseField noise, CellWalls septa) {
    double distance = distance(x, y, z, noise);
    if (distance > edgeMm / 2) {
      return lungHu;
    }
    double filled = Blend.step(edgeMm / 2, -edgeMm / 2, distance);
    return Blend.mix(lungHu, Math.max(lungHu, inside(x, y, z, noise, septa)), filled);
  }

  private double inside(double x, double y, double z, NoiseField noise, CellWalls septa) {
    return switch (look) {
      case HAZE -> hu + 70 * noise.at(x, y, z, 7) + 50 * noise.at(x, y, z, 2.6);
      case NET -> {
        double across = septa.distance(x, y, z) / NET_LINE_MM;
        double haze = hu - NET_MEAN_HU + 60 * noise.at(x, y, z, 6);
        yield haze + NET_HU * Math.exp(-across * across);
      }
      case SOLID -> hu + 90 * noise.at(x, y, z, 6) + 60 * noise.at(x, y, z, 2.4);
    };
  }
}
