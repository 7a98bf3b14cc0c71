package org.hilum.imaging.phantom.tree;

import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;

/**
 * Grows a tree from a root until it reaches every one of a cloud of points.
 *
 * <p>Points are reached from near to far, each from the node that makes the way short without
 * making the tree long; then the ways are smoothed. Radii follow the number of tips supplied, so
 * that the cube of a parent's radius is the sum of its children's cubes.
 *
 * <p>Source: trade-off of path and tree length (Alpert 1995, doi:10.1109/43.391737); Murray's law
 * (1926, doi:10.1073/pnas.12.3.207). <br>
 * Cost: grows with the square of the number of points.
 */
final class TreeGrowth {

  /** Weight of the way back to the root against the way to the nearest node. */
  private static final double PATH_WEIGHT = 0.4;

  private static final int SMOOTHINGS = 5;
  private static final double SMOOTHING = 0.5;
  private static final double TIP_TAPER = 0.55;

  private final double[] x;
  private final double[] y;
  private final double[] z;
  private final double[] way;
  private final int[] parent;
  private final int[] mainChild;
  private final int[] tips;

  private TreeGrowth(PatientPoint root, List<PatientPoint> points) {
    var sorted = new ArrayList<>(points);
    sorted.sort((a, b) -> Double.compare(a.minus(root).length(), b.minus(root).length()));
    sorted.addFirst(root);
    int n = sorted.size();
    x = sorted.stream().mapToDouble(PatientPoint::x).toArray();
    y = sorted.stream().mapToDouble(PatientPoint::y).toArray();
    z = sorted.stream().mapToDouble(PatientPoint::z).toArray();
    way = new double[n];
    parent = new int[n];
    mainChild = new int[n];
    tips = new int[n];
  }

  /** The branches of a tree, parents before children. */
  static List<Branch> grow(
      PatientPoint root, Vector3 along, List<PatientPoint> points, double tipRadius) {
    var growth = new TreeGrowth(root, points);
    growth.connect();
    growth.countTips();
    for (int round = 0; round < SMOOTHINGS; round++) {
      growth.smooth();
    }
    return growth.branches(along, tipRadius);
  }

  private void connect() {
    parent[0] = -1;
    for (int n = 1; n < x.length; n++) {
      double least = Double.MAX_VALUE;
      for (int m = 0; m < n; m++) {
        double cost = distance(n, m) + PATH_WEIGHT * way[m];
        if (cost < least) {
          least = cost;
          parent[n] = m;
        }
      }
      way[n] = way[parent[n]] + distance(n, parent[n]);
    }
  }

  private double distance(int n, int m) {
    double dx = x[n] - x[m];
    double dy = y[n] - y[m];
    double dz = z[n] - z[m];
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  private void countTips() {
    for (int n = x.length - 1; n >= 0; n--) {
      tips[n] = Math.max(1, tips[n]);
      if (n > 0) {
        tips[parent[n]] += tips[n];
      }
    }
    for (int n = x.length - 1; n > 0; n--) {
      int main = mainChild[parent[n]];
      if (main == 0 || tips[n] > tips[main]) {
        mainChild[parent[n]] = n;
      }
    }
  }

  /** Moves every fork towards the middle of where it comes from and where most of it goes. */
  private void smooth() {
    for (int n = 1; n < x.length; n++) {
      int next = mainChild[n];
      if (next != 0) {
        int before = parent[n];
        x[n] += SMOOTHING * ((x[before] + x[next]) / 2 - x[n]);
        y[n] += SMOOTHING * ((y[before] + y[next]) / 2 - y[n]);
        z[n] += SMOOTHING * ((z[before] + z[next]) / 2 - z[n]);
      }
    }
  }

  private List<Branch> branches(Vector3 along, double tipRadius) {
    var branches = new ArrayList<Branch>();
    for (int n = 1; n < x.length; n++) {
      double radius = tipRadius * Math.cbrt(tips[n]);
      int next = mainChild[n];
      double endRadius = next == 0 ? TIP_TAPER * radius : tipRadius * Math.cbrt(tips[next]);
      branches.add(
          new Branch(
              parent[n] - 1, place(parent[n]), leaving(n, along), place(n), radius, endRadius));
    }
    return branches;
  }

  private PatientPoint place(int n) {
    return new PatientPoint(x[n], y[n], z[n]);
  }

  /** The direction a branch leaves its parent in: half its own, half its parent's. */
  private Vector3 leaving(int n, Vector3 along) {
    int from = parent[n];
    var own = unit(place(n).minus(place(from)), along);
    var old = from == 0 ? along : unit(place(from).minus(place(parent[from])), along);
    return unit(new Vector3(own.x() + old.x(), own.y() + old.y(), own.z() + old.z()), own);
  }

  private static Vector3 unit(Vector3 vector, Vector3 otherwise) {
    return vector.length() < 1e-6 ? otherwise : vector.normalised();
  }
}
