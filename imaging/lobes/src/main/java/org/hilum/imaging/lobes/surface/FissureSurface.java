package org.hilum.imaging.lobes.surface;

import org.hilum.imaging.volume.Vector3;

/**
 * A surface that parts a lung: a height over each post of a raster.
 *
 * @param heights in mm, {@code [row * columns + column]}
 */
@SuppressWarnings("ArrayRecordComponent")
public record FissureSurface(SurfaceFrame frame, float[] heights) {

  /** How far a place lies above the surface along the posts, in mm; negative below. */
  public double above(double x, double y, double z) {
    // Asked of every voxel of a lung: numbers, since vectors would fill the memory.
    double fromX = x - frame.origin().x();
    double fromY = y - frame.origin().y();
    double fromZ = z - frame.origin().z();
    double column = along(frame.u(), fromX, fromY, fromZ) / SurfaceFrame.POST_MM;
    double row = along(frame.v(), fromX, fromY, fromZ) / SurfaceFrame.POST_MM;
    return along(frame.up(), fromX, fromY, fromZ) - height(column, row);
  }

  private static double along(Vector3 axis, double x, double y, double z) {
    return x * axis.x() + y * axis.y() + z * axis.z();
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
