package org.hilum.imaging.phantom.shape;

/** A body with a signed distance in millimetres: negative inside, positive outside. */
public sealed interface Solid {

  /** Signed distance of a place; near the surface good to a few percent. */
  double distance(double x, double y, double z);

  /** The box it lies in: lowest x, y, z, then highest x, y, z. */
  double[] box();

  /** An ellipsoid along the axes. */
  record Round(double cx, double cy, double cz, double rx, double ry, double rz) implements Solid {

    @Override
    public double distance(double x, double y, double z) {
      double u = (x - cx) / rx;
      double v = (y - cy) / ry;
      double w = (z - cz) / rz;
      double k0 = Math.sqrt(u * u + v * v + w * w);
      double k1 = Math.sqrt(u * u / (rx * rx) + v * v / (ry * ry) + w * w / (rz * rz));
      return k1 < 1e-9 ? -Math.min(rx, Math.min(ry, rz)) : k0 * (k0 - 1) / k1;
    }

    @Override
    public double[] box() {
      return new double[] {cx - rx, cy - ry, cz - rz, cx + rx, cy + ry, cz + rz};
    }
  }

  /** A rod with round ends that tapers from one radius to the other. */
  record Rod(double ax, double ay, double az, double ra, double bx, double by, double bz, double rb)
      implements Solid {

    @Override
    public double distance(double x, double y, double z) {
      double ux = bx - ax;
      double uy = by - ay;
      double uz = bz - az;
      double px = x - ax;
      double py = y - ay;
      double pz = z - az;
      double t = (px * ux + py * uy + pz * uz) / (ux * ux + uy * uy + uz * uz);
      t = t < 0 ? 0 : t > 1 ? 1 : t;
      double dx = px - t * ux;
      double dy = py - t * uy;
      double dz = pz - t * uz;
      return Math.sqrt(dx * dx + dy * dy + dz * dz) - (ra + (rb - ra) * t);
    }

    @Override
    public double[] box() {
      return new double[] {
        Math.min(ax - ra, bx - rb),
        Math.min(ay - ra, by - rb),
        Math.min(az - ra, bz - rb),
        Math.max(ax + ra, bx + rb),
        Math.max(ay + ra, by + rb),
        Math.max(az + ra, bz + rb)
      };
    }
  }
}
