package org.hilum.imaging.comparison.carrying;

import org.hilum.imaging.comparison.Alignment;

/** Where points of one date lie at another, which need not be its neighbour. */
public interface Movement {

  /**
   * Moves a point, LPS mm; {@code out} receives x, y, z and may not be read by the caller before.
   */
  void move(double x, double y, double z, double[] out);

  /** Volume of a small piece of tissue there over its volume here. */
  double expansion(double x, double y, double z);

  /** From the prior of an alignment to its current. */
  static Movement forward(Alignment alignment) {
    return new Movement() {
      @Override
      public void move(double x, double y, double z, double[] out) {
        alignment.toCurrent(x, y, z, out);
      }

      @Override
      public double expansion(double x, double y, double z) {
        return alignment.expansion(x, y, z);
      }
    };
  }

  /** From the current of an alignment to its prior. */
  static Movement back(Alignment alignment) {
    return forward(alignment.swapped());
  }

  /** This movement and then another; its expansion is that of both. */
  default Movement then(Movement next) {
    var first = this;
    return new Movement() {
      @Override
      public void move(double x, double y, double z, double[] out) {
        first.move(x, y, z, out);
        next.move(out[0], out[1], out[2], out);
      }

      @Override
      public double expansion(double x, double y, double z) {
        var between = new double[3];
        first.move(x, y, z, between);
        return first.expansion(x, y, z) * next.expansion(between[0], between[1], between[2]);
      }
    };
  }
}
