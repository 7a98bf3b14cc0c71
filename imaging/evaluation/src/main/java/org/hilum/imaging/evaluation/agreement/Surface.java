package org.hilum.imaging.evaluation.agreement;

import java.util.Arrays;
import java.util.BitSet;
import org.hilum.imaging.volume.VolumeGeometry;

/** The surface of a mask as small elements, each with its place and its area. */
final class Surface {

  private static final int CORNERS = 256;

  private final Lattice lattice;
  private int[] place = new int[1024];
  private byte[] corners = new byte[1024];
  private int count;

  private Surface(Lattice lattice) {
    this.lattice = lattice;
  }

  /** The surface between slices that both belong to {@code slices}. */
  static Surface of(Mask mask, Lattice lattice, int columns, BitSet slices) {
    var surface = new Surface(lattice);
    for (int k = 0; k < lattice.depth(); k++) {
      int slice = lattice.firstK() + k;
      if (slices.get(slice) && slices.get(slice + 1)) {
        for (int j = 0; j < lattice.height(); j++) {
          surface.addRow(mask, k, j, columns);
        }
      }
    }
    return surface;
  }

  private void addRow(Mask mask, int k, int j, int columns) {
    int slice = lattice.firstK() + k;
    int at = (lattice.firstJ() + j) * columns + lattice.firstI();
    int before = column(mask, slice, at, columns);
    for (int i = 0; i < lattice.width(); i++) {
      int after = column(mask, slice, at + i + 1, columns);
      int code = before | after << 4;
      if (code != 0 && code != CORNERS - 1) {
        add(lattice.place(k, j, i), (byte) code);
      }
      before = after;
    }
  }

  /** Bits 0 and 1: rows j and j+1 of slice k; bits 2 and 3: of slice k+1. */
  private static int column(Mask mask, int slice, int at, int columns) {
    return (mask.has(slice, at) ? 1 : 0)
        | (mask.has(slice, at + columns) ? 2 : 0)
        | (mask.has(slice + 1, at) ? 4 : 0)
        | (mask.has(slice + 1, at + columns) ? 8 : 0);
  }

  private void add(int where, byte code) {
    if (count == place.length) {
      place = Arrays.copyOf(place, 2 * count);
      corners = Arrays.copyOf(corners, 2 * count);
    }
    place[count] = where;
    corners[count++] = code;
  }

  /** Area of all elements, mm2. */
  double area(double[] areas) {
    double sum = 0;
    for (int n = 0; n < count; n++) {
      sum += areas[corners[n] & 0xFF];
    }
    return sum;
  }

  /** Area of the elements whose place is among these, mm2. */
  double areaWithin(BitSet places, double[] areas) {
    double sum = 0;
    for (int n = 0; n < count; n++) {
      sum += places.get(place[n]) ? areas[corners[n] & 0xFF] : 0;
    }
    return sum;
  }

  /** All places of the lattice within a ball around any element. */
  BitSet neighbourhood(Ball ball) {
    int width = lattice.width();
    int height = lattice.height();
    var near = new BitSet(lattice.depth() * height * width);
    for (int n = 0; n < count; n++) {
      int i = place[n] % width;
      int j = place[n] / width % height;
      int k = place[n] / width / height;
      for (var run : ball.rows()) {
        int rowK = k + run.dk();
        int rowJ = j + run.dj();
        if (rowK >= 0 && rowK < lattice.depth() && rowJ >= 0 && rowJ < height) {
          int row = lattice.place(rowK, rowJ, 0);
          near.set(
              row + Math.max(0, i + run.firstDi()),
              row + Math.min(width - 1, i + run.lastDi()) + 1);
        }
      }
    }
    return near;
  }

  /**
   * Area in mm2 of an element for each way its eight corners can lie inside or outside.
   *
   * <p>The area of a surface is the integral of the length of the gradient of the indicator of its
   * inside (co-area formula); here the gradient is that of the mean differences between the four
   * corners on either side, in the patient's millimetres.
   */
  static double[] areas(VolumeGeometry geometry) {
    var i = geometry.iDirection().scaled(geometry.iSpacingMm());
    var j = geometry.jDirection().scaled(geometry.jSpacingMm());
    var k = geometry.kDirection().scaled(geometry.kSpacingMm());
    var areas = new double[CORNERS];
    for (int code = 0; code < CORNERS; code++) {
      // The cross products are the rows of the inverse times the volume of a voxel.
      areas[code] =
          j.cross(k)
              .scaled(difference(code, 4))
              .plus(k.cross(i).scaled(difference(code, 1)))
              .plus(i.cross(j).scaled(difference(code, 2)))
              .length();
    }
    return areas;
  }

  /** Mean of the corners with the bit's index upper minus mean of those with it lower. */
  private static double difference(int code, int step) {
    double sum = 0;
    for (int corner = 0; corner < 8; corner++) {
      if ((code >> corner & 1) != 0) {
        sum += (corner & step) != 0 ? 0.25 : -0.25;
      }
    }
    return sum;
  }
}
