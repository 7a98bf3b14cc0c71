package org.hilum.imaging.segmentation.painting;

/** The fields of one slice that lies between two run slices, row by row. One thread only. */
final class BetweenRuns {

  private final int size;
  private final int from;
  private final int to;
  private final float share;
  private final byte[] lowerSide;
  private final byte[] upperSide;
  private final boolean opaque;
  private final float[] lung;
  private final float[] opacity;
  private final float[] sureness;
  private final float[] dense;
  private final float[] lungRow;
  private final float[] opacityRow;
  private final float[] surenessRow;
  private int row;
  private float rowShare;

  BetweenRuns(
      FrameLayers layers, int lower, int upper, float share, LabelBox box, boolean withSureness) {
    this.size = layers.size();
    this.from = Math.max(0, box.firstColumn() - 1);
    this.to = Math.min(size, box.lastColumn() + 2);
    this.share = share;
    this.lowerSide = layers.side()[lower];
    this.upperSide = layers.side()[upper];
    this.lung = mean(layers.lung()[lower], layers.lung()[upper]);
    this.opaque = layers.opaque()[lower] || layers.opaque()[upper];
    this.opacity = opaque ? mean(layers.opacity()[lower], layers.opacity()[upper]) : new float[0];
    this.sureness =
        withSureness ? mean(layers.sureness()[lower], layers.sureness()[upper]) : new float[0];
    this.dense = mean(layers.dense()[lower], layers.dense()[upper]);
    this.lungRow = new float[size];
    this.opacityRow = new float[size];
    this.surenessRow = new float[size];
  }

  /** A slice of length 0 is 0 everywhere. */
  private float[] mean(float[] below, float[] above) {
    if (share == 0 || (below.length == 0 && above.length == 0)) {
      return below;
    }
    var out = new float[size * size];
    float belowShare = below.length == 0 ? 0 : 1 - share;
    float aboveShare = above.length == 0 ? 0 : share;
    var b = below.length == 0 ? above : below;
    var a = above.length == 0 ? below : above;
    for (int pixel = 0; pixel < out.length; pixel++) {
      out[pixel] = b[pixel] * belowShare + a[pixel] * aboveShare;
    }
    return out;
  }

  /** Moves to a row between frame rows {@code low} and {@code low} + 1. */
  void atRow(int low, float share) {
    this.row = low;
    this.rowShare = share;
    meanRow(lung, lungRow);
    if (opacity.length > 0) {
      meanRow(opacity, opacityRow);
    }
    if (sureness.length > 0) {
      meanRow(sureness, surenessRow);
    }
  }

  private void meanRow(float[] field, float[] out) {
    int first = row * size;
    int second = first + size;
    for (int column = from; column < to; column++) {
      out[column] = field[first + column] * (1 - rowShare) + field[second + column] * rowShare;
    }
  }

  boolean hasOpacity() {
    return opaque;
  }

  float[] lungRow() {
    return lungRow;
  }

  float[] opacityRow() {
    return opacityRow;
  }

  float[] surenessRow() {
    return surenessRow;
  }

  /** Above 0 is consolidation. */
  float dense(int column, float columnShare) {
    if (dense.length == 0) {
      return -1;
    }
    int at = row * size + column;
    float first = dense[at] * (1 - columnShare) + dense[at + 1] * columnShare;
    float second = dense[at + size] * (1 - columnShare) + dense[at + size + 1] * columnShare;
    return first * (1 - rowShare) + second * rowShare;
  }

  /** The lung of the nearest pixel that belongs to one. */
  byte side(int column, float columnShare) {
    int nearest =
        (rowShare < 0.5f ? row : row + 1) * size + (columnShare < 0.5f ? column : column + 1);
    byte side = (share < 0.5f ? lowerSide : upperSide)[nearest];
    return side != 0 ? side : heaviest(column, columnShare);
  }

  private byte heaviest(int column, float columnShare) {
    float best = -1;
    byte side = 0;
    for (int corner = 0; corner < 8; corner++) {
      boolean nextColumn = (corner & 1) != 0;
      boolean nextRow = (corner & 2) != 0;
      boolean upper = (corner & 4) != 0;
      byte label =
          (upper ? upperSide : lowerSide)
              [(row + (nextRow ? 1 : 0)) * size + column + (nextColumn ? 1 : 0)];
      float weight =
          (nextColumn ? columnShare : 1 - columnShare)
              * (nextRow ? rowShare : 1 - rowShare)
              * (upper ? share : 1 - share);
      if (label != 0 && weight > best) {
        best = weight;
        side = label;
      }
    }
    return side;
  }
}
