package org.hilum.imaging.comparison.alignment;

import java.util.Arrays;

/** Draws the image of one date as it would look had its tissue moved. */
final class Warp {

  private static final int CHANNELS = LungImage.CHANNELS;

  private Warp() {}

  /** Looks up every cube where the flow carries it. */
  static LungImage of(LungImage image, Flow flow) {
    var everywhere = new boolean[flow.lattice().size()];
    Arrays.fill(everywhere, true);
    return of(image, flow, everywhere);
  }

  /**
   * Looks up each cube where the flow carries it.
   *
   * @param near cubes of the flow's lattice near a lung; elsewhere nothing is drawn
   */
  static LungImage of(LungImage image, Flow flow, boolean[] near) {
    var lattice = image.lattice();
    var out = new float[CHANNELS * lattice.size()];
    int ratio = (int) Math.round(flow.lattice().stepMm() / lattice.stepMm());
    Layers.forEach(lattice.layers(), z -> layer(image, flow, near, ratio, z, out));
    return new LungImage(lattice, out);
  }

  /** Numeric kernel. */
  private static void layer(
      LungImage image, Flow flow, boolean[] near, int ratio, int z, float[] out) {
    var lattice = image.lattice();
    var coarse = flow.lattice();
    var move = new float[3];
    float perMm = (float) (1 / lattice.stepMm());
    float shift = (1 - ratio) / (2f * ratio);
    for (int y = 0; y < lattice.rows(); y++) {
      int to = (z * lattice.rows() + y) * lattice.columns() * CHANNELS;
      int row = (z / ratio * coarse.rows() + y / ratio) * coarse.columns();
      for (int x = 0; x < lattice.columns(); x++, to += CHANNELS) {
        if (near[row + x / ratio]) {
          if (ratio == 1) {
            int at = 3 * (row + x);
            move[0] = flow.mm()[at];
            move[1] = flow.mm()[at + 1];
            move[2] = flow.mm()[at + 2];
          } else {
            flow.add(
                (float) x / ratio + shift,
                (float) y / ratio + shift,
                (float) z / ratio + shift,
                move,
                0);
          }
          look(image, x + move[0] * perMm, y + move[1] * perMm, z + move[2] * perMm, out, to);
        }
      }
    }
  }

  /** Numeric kernel: all channels by linear interpolation. */
  private static void look(LungImage image, float x, float y, float z, float[] out, int to) {
    var lattice = image.lattice();
    int columns = lattice.columns();
    int rows = lattice.rows();
    int layers = lattice.layers();
    if (!(x >= 0 && y >= 0 && z >= 0 && x <= columns - 1 && y <= rows - 1 && z <= layers - 1)) {
      return;
    }
    int ix = Math.min((int) x, columns - 2);
    int iy = Math.min((int) y, rows - 2);
    int iz = Math.min((int) z, layers - 2);
    float fx = x - ix;
    float fy = y - iy;
    float fz = z - iz;
    var values = image.values();
    int at = CHANNELS * ((iz * rows + iy) * columns + ix);
    int down = CHANNELS * columns;
    int up = down * rows;
    for (int c = 0; c < CHANNELS; c++, at++) {
      float p = values[at] + fx * (values[at + CHANNELS] - values[at]);
      float q = values[at + down] + fx * (values[at + down + CHANNELS] - values[at + down]);
      float r = values[at + up] + fx * (values[at + up + CHANNELS] - values[at + up]);
      float s =
          values[at + up + down]
              + fx * (values[at + up + down + CHANNELS] - values[at + up + down]);
      float below = p + fy * (q - p);
      float above = r + fy * (s - r);
      out[to + c] = below + fz * (above - below);
    }
  }
}
