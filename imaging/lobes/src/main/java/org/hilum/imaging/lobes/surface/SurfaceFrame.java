package org.hilum.imaging.lobes.surface;

import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;

/**
 * A raster of posts over a plane, along each of which a fissure stands at one height.
 *
 * @param origin place of post (0, 0) at height 0, LPS mm
 * @param u unit vector from post to post of a row
 * @param v unit vector from row to row
 * @param up unit vector along which heights grow; u, v and up are at right angles
 */
public record SurfaceFrame(
    PatientPoint origin, Vector3 u, Vector3 v, Vector3 up, int columns, int rows) {

  /** From one post to the next, in mm. */
  public static final double POST_MM = 3;

  /** From one height looked at to the next, in mm. */
  public static final double LEVEL_MM = 1.25;

  /** Number of posts. */
  public int posts() {
    return columns * rows;
  }

  /** LPS x at a height of a post; posts may be fractional. */
  double x(double column, double row, double heightMm) {
    return origin.x() + POST_MM * (column * u.x() + row * v.x()) + heightMm * up.x();
  }

  /** LPS y at a height of a post. */
  double y(double column, double row, double heightMm) {
    return origin.y() + POST_MM * (column * u.y() + row * v.y()) + heightMm * up.y();
  }

  /** LPS z at a height of a post. */
  double z(double column, double row, double heightMm) {
    return origin.z() + POST_MM * (column * u.z() + row * v.z()) + heightMm * up.z();
  }
}
