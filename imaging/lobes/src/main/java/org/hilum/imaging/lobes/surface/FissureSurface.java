package org.hilum.imaging.lobes.surface;

import org.hilum.imaging.volume.PatientPoint;

/**
 * A surface that parts a lung: a height over each post of a raster.
 *
 * @param heights in mm, {@code [row * columns + column]}
 */
@SuppressWarnings("ArrayRecordComponent")
public record FissureSurface(SurfaceFrame frame, float[] heights) {

  /** How far a place lies above the surface along the posts, in mm; negative below. */
  public double above(double x, double y, double z) {
    return above(new PatientPoint(x, y, z));
  }

  private double above(PatientPoint place) {
    var from = place.minus(frame.origin());
    double column = from.dot(frame.u()) / SurfaceFrame.POST_MM;
    double row = from.dot(frame.v()) / SurfaceFrame.POST_MM;
    return from.dot(frame.up()) - height(column, row);
  }

  /** Height between posts by linear interpolation; level beyond the raster. */
  double height(double column, double row) {
    double c = Math.clamp(column, 0, frame.columns() - 1.001);
    double r = Math.clamp(row, 0, frame.rows() - 1.001);
    int post = (int) r * frame.columns() + (int) c;
    double a = c - (int) c;
    double b = r - (int) r;
    int next = post + frame.columns();
    double near = heights[post] + a * (heights[post + 1] - heights[post]);
    double far = heights[next] + a * (heights[next + 1] - heights[next]);
    return near + b * (far - near);
  }
}
