package org.hilum.benchmarks.alignment;

import java.util.Random;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * A movement of the lungs that is known everywhere: the diaphragm rises, the back more than the
 * front, the ribs come in a little, and twelve places move by a few millimetres of their own.
 *
 * <p>In and out: a place of the current (breathed out) to its place in the prior, LPS mm.
 */
final class KnownBreath {

  private static final int PLACES = 12;

  /** Standard deviation of the movement about one place, in mm, and its greatest length. */
  private static final double PLACE_MM = 32;

  private static final double PLACE_MOVES_MM = 4;

  /** How fast the rise fades with height, as part of the lungs' height. */
  private static final double FADES = 0.4;

  private final double[] low = {1e9, 1e9, 1e9};
  private final double[] high = {-1e9, -1e9, -1e9};
  private final double[][] places = new double[PLACES][3];
  private final double[][] moves = new double[PLACES][3];
  private final double scale;

  /**
   * A movement of these lungs.
   *
   * @param peakMm length of the movement where it is greatest
   */
  KnownBreath(ChestSegmentation lungs, double peakMm, long seed) {
    bounds(lungs);
    var random = new Random(seed);
    for (int n = 0; n < PLACES; n++) {
      for (int axis = 0; axis < 3; axis++) {
        places[n][axis] = low[axis] + random.nextDouble() * (high[axis] - low[axis]);
        moves[n][axis] = PLACE_MOVES_MM * (2 * random.nextDouble() - 1) / peakMm;
      }
    }
    this.scale = peakMm / peak(lungs);
  }

  private void bounds(ChestSegmentation lungs) {
    eachLungVoxel(
        lungs,
        1,
        (x, y, z) -> {
          double[] place = {x, y, z};
          for (int axis = 0; axis < 3; axis++) {
            low[axis] = Math.min(low[axis], place[axis]);
            high[axis] = Math.max(high[axis], place[axis]);
          }
        });
  }

  private double peak(ChestSegmentation lungs) {
    double[] most = {0};
    var move = new double[3];
    eachLungVoxel(
        lungs,
        3,
        (x, y, z) -> {
          unscaled(x, y, z, move);
          most[0] = Math.max(most[0], Math.hypot(move[0], Math.hypot(move[1], move[2])));
        });
    return most[0];
  }

  /** Tells the places of lung voxels, some left out. */
  static void eachLungVoxel(ChestSegmentation chest, int every, Place use) {
    var geometry = chest.lungs().geometry();
    for (int k = 0; k < geometry.slices(); k += every) {
      for (int n = 0; n < geometry.sliceSize(); n += every) {
        if (chest.lungs().labels()[k][n] != 0) {
          var point = geometry.point(k, n / geometry.columns(), n % geometry.columns());
          use.at(point.x(), point.y(), point.z());
        }
      }
    }
  }

  private void unscaled(double x, double y, double z, double[] move) {
    double height = (z - low[2]) / (high[2] - low[2]);
    double back = (y - low[1]) / (high[1] - low[1]) - 0.5;
    double aside = (x - (low[0] + high[0]) / 2) / (high[0] - low[0]);
    double rise = Math.exp(-Math.max(height, -0.3) / FADES);
    move[0] = 0.15 * aside;
    move[1] = 0.12 * back;
    move[2] = -rise * (0.85 + 0.3 * back);
    for (int n = 0; n < PLACES; n++) {
      double dx = x - places[n][0];
      double dy = y - places[n][1];
      double dz = z - places[n][2];
      double near = Math.exp(-(dx * dx + dy * dy + dz * dz) / (2 * PLACE_MM * PLACE_MM));
      for (int axis = 0; axis < 3; axis++) {
        move[axis] += near * moves[n][axis];
      }
    }
  }

  /** Where a place of the current lies in the prior. */
  void toPrior(double x, double y, double z, double[] out) {
    unscaled(x, y, z, out);
    out[0] = x + scale * out[0];
    out[1] = y + scale * out[1];
    out[2] = z + scale * out[2];
  }

  /** Volume of tissue in the prior over its volume in the current, at a place of the current. */
  double expansion(double x, double y, double z) {
    double step = 0.5;
    var m = new double[3][3];
    var ahead = new double[3];
    var behind = new double[3];
    for (int by = 0; by < 3; by++) {
      double[] d = {by == 0 ? step : 0, by == 1 ? step : 0, by == 2 ? step : 0};
      toPrior(x + d[0], y + d[1], z + d[2], ahead);
      toPrior(x - d[0], y - d[1], z - d[2], behind);
      for (int axis = 0; axis < 3; axis++) {
        m[axis][by] = (ahead[axis] - behind[axis]) / (2 * step);
      }
    }
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
  }

  /** The same block of voxels, with as many slices as wanted. */
  static VolumeGeometry resliced(VolumeGeometry geometry, int slices) {
    double spacing = geometry.kSpacingMm() * (geometry.slices() - 1) / (slices - 1);
    return new VolumeGeometry(
        geometry.origin(),
        geometry.iDirection(),
        geometry.jDirection(),
        geometry.kDirection(),
        geometry.iSpacingMm(),
        geometry.jSpacingMm(),
        spacing,
        geometry.columns(),
        geometry.rows(),
        slices);
  }

  /** Told a place in LPS mm. */
  interface Place {
    void at(double x, double y, double z);
  }
}
