package org.hilum.imaging.lobes.grid;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much brighter each cube of a lung is than the lung around it, without vessels.
 *
 * <p>Out: HU above the lung's local level, clipped to {@value #MOST_HU} either way; {@link #VESSEL}
 * in vessels and what else is as bright, {@link #UNSEEN} at the lung's surface, in its opacities
 * and outside.
 */
public final class LungContrast {

  /** A cube that vessels, airway walls or their blur fill; no HU. */
  public static final float VESSEL = -32768;

  /** A cube in which nothing can be said; no HU. */
  public static final float UNSEEN = -32767;

  /** In HU: one bright or dark cube cannot outweigh many. */
  static final float MOST_HU = 50;

  /** In HU; what counts for the level of the lung around a place. */
  private static final float LEVEL_SPREAD_HU = 120;

  /** Cubes at the border of the lattice that never are lung. */
  private static final int EDGE = 2;

  /** Side of the blocks whose mean is the local level, in cubes. */
  private static final int BLOCK = 8;

  private final LungGrid lung;
  private final Lattice lattice;
  private final float typical;
  private final int blockColumns;
  private final int blockRows;
  private final int blockLayers;

  private LungContrast(LungGrid lung) {
    this.lung = lung;
    this.lattice = lung.lattice();
    this.typical = typicalHu(lung);
    this.blockColumns = lattice.columns() / BLOCK + 1;
    this.blockRows = lattice.rows() / BLOCK + 1;
    this.blockLayers = lattice.layers() / BLOCK + 1;
  }

  /** The contrast of every cube. */
  public static float[] of(LungGrid lung) {
    return new LungContrast(lung).contrast();
  }

  /** Median HU of a lung, without its opacities. */
  public static float typicalHu(LungGrid lung) {
    var counts = new int[1400];
    int all = 0;
    for (float value : lung.hu()) {
      if (value > LungGrid.OPAQUE) {
        counts[Math.clamp((int) value + 1100, 0, counts.length - 1)]++;
        all++;
      }
    }
    int bin = 0;
    for (int seen = counts[0]; seen <= all / 2 && bin < counts.length - 1; seen += counts[bin]) {
      bin++;
    }
    return bin - 1100;
  }

  private float[] contrast() {
    var level = levels();
    var above = new float[lattice.size()];
    Arrays.fill(above, Float.NaN);
    var inner = IntStream.range(EDGE, lattice.layers() - EDGE);
    inner.parallel().forEach(z -> layerAbove(z, level, above));
    var vessels = new Vessels(lattice, above);
    var vessel = new boolean[lattice.size()];
    var contrast = new float[lattice.size()];
    Arrays.fill(contrast, UNSEEN);
    IntStream.range(EDGE, lattice.layers() - EDGE)
        .parallel()
        .forEach(z -> findVessels(z, above, vessels, vessel));
    IntStream.range(EDGE, lattice.layers() - EDGE)
        .parallel()
        .forEach(z -> layer(z, above, vessel, contrast));
    return contrast;
  }

  /** Numeric kernel. */
  private void layerAbove(int z, float[] level, float[] above) {
    int columns = lattice.columns();
    for (int y = EDGE; y < lattice.rows() - EDGE; y++) {
      int blocks = (z / BLOCK * blockRows + y / BLOCK) * blockColumns;
      int row = z * lattice.layer() + y * columns;
      for (int x = EDGE; x < columns - EDGE; x++) {
        if (isDeep(row + x)) {
          above[row + x] = lung.hu()[row + x] - level[blocks + x / BLOCK];
        }
      }
    }
  }

  /** Whether a cube is lung that is seen, and so are its neighbours. */
  private boolean isDeep(int at) {
    var hu = lung.hu();
    int row = lattice.columns();
    int layer = lattice.layer();
    return hu[at] > LungGrid.OPAQUE
        && lung.inside(at - 1)
        && lung.inside(at + 1)
        && lung.inside(at - row)
        && lung.inside(at + row)
        && lung.inside(at - layer)
        && lung.inside(at + layer);
  }

  private void findVessels(int z, float[] above, Vessels vessels, boolean[] vessel) {
    int columns = lattice.columns();
    for (int y = EDGE; y < lattice.rows() - EDGE; y++) {
      int row = z * lattice.layer() + y * columns;
      for (int at = row + EDGE; at < row + columns - EDGE; at++) {
        vessel[at] = above[at] > Vessels.BRIGHT_HU && vessels.isVessel(at);
      }
    }
  }

  /** Clips, and takes out vessels with the cubes that share their blur. Numeric kernel. */
  private void layer(int z, float[] above, boolean[] vessel, float[] contrast) {
    int row = lattice.columns();
    int layer = lattice.layer();
    for (int at = z * layer + row; at < (z + 1) * layer - row; at++) {
      if (Float.isNaN(above[at])) {
        continue;
      }
      boolean blurred =
          vessel[at]
              || vessel[at - 1]
              || vessel[at + 1]
              || vessel[at - row]
              || vessel[at + row]
              || vessel[at - layer]
              || vessel[at + layer];
      contrast[at] = blurred ? VESSEL : Math.clamp(above[at], -MOST_HU, MOST_HU);
    }
  }

  /** Mean HU of the lung about each block of cubes, without what is far from typical. */
  private float[] levels() {
    int blocks = blockColumns * blockRows * blockLayers;
    var sums = new double[blocks];
    var counts = new int[blocks];
    for (int z = 0, at = 0; z < lattice.layers(); z++) {
      for (int y = 0; y < lattice.rows(); y++) {
        int row = (z / BLOCK * blockRows + y / BLOCK) * blockColumns;
        for (int x = 0; x < lattice.columns(); x++, at++) {
          float above = lung.hu()[at] - typical;
          if (above < LEVEL_SPREAD_HU && above > -LEVEL_SPREAD_HU) {
            sums[row + x / BLOCK] += above;
            counts[row + x / BLOCK]++;
          }
        }
      }
    }
    return smoothed(sums, counts);
  }

  private float[] smoothed(double[] sums, int[] counts) {
    var level = new float[sums.length];
    for (int z = 0, block = 0; z < blockLayers; z++) {
      for (int y = 0; y < blockRows; y++) {
        for (int x = 0; x < blockColumns; x++, block++) {
          double sum = 0;
          int count = 0;
          for (int c = Math.max(0, z - 1); c <= Math.min(blockLayers - 1, z + 1); c++) {
            for (int b = Math.max(0, y - 1); b <= Math.min(blockRows - 1, y + 1); b++) {
              for (int a = Math.max(0, x - 1); a <= Math.min(blockColumns - 1, x + 1); a++) {
                int other = (c * blockRows + b) * blockColumns + a;
                sum += sums[other];
                count += counts[other];
              }
            }
          }
          level[block] = typical + (float) (count == 0 ? 0 : sum / count);
        }
      }
    }
    return level;
  }
}
