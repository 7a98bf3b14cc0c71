package org.hilum.imaging.phantom.texture;

/**
 * How far a place is from the nearest wall between cells of a random honeycomb, as the secondary
 * lobules of the lung are parted by septa.
 *
 * <p>Source: cellular basis function (Worley 1996, doi:10.1145/237170.237267): half the difference
 * of the distances to the nearest and second nearest of one random point a lattice cell.
 */
public final class CellWalls {

  private final long seed;
  private final double sizeMm;

  /** Cells of about the given width. */
  public CellWalls(long seed, double sizeMm) {
    this.seed = seed;
    this.sizeMm = sizeMm;
  }

  /** Distance to the nearest wall, in millimetres. */
  public double distance(double x, double y, double z) {
    int ix = (int) Math.floor(x / sizeMm);
    int iy = (int) Math.floor(y / sizeMm);
    int iz = (int) Math.floor(z / sizeMm);
    double nearest = Double.MAX_VALUE;
    double second = Double.MAX_VALUE;
    for (int n = 0; n < 27; n++) {
      double squared = squaredDistance(x, y, z, ix + n % 3 - 1, iy + n / 3 % 3 - 1, iz + n / 9 - 1);
      if (squared < nearest) {
        second = nearest;
        nearest = squared;
      } else if (squared < second) {
        second = squared;
      }
    }
    return (Math.sqrt(second) - Math.sqrt(nearest)) / 2;
  }

  private double squaredDistance(double x, double y, double z, int cx, int cy, int cz) {
    long bits = Hash.bits(seed, ((long) cx << 32) ^ (cy & 0xFFFFFFFFL), cz);
    double dx = (cx + (bits & 0xFFFF) / 65536.0) * sizeMm - x;
    double dy = (cy + (bits >>> 16 & 0xFFFF) / 65536.0) * sizeMm - y;
    double dz = (cz + (bits >>> 32 & 0xFFFF) / 65536.0) * sizeMm - z;
    return dx * dx + dy * dy + dz * dz;
  }
}
