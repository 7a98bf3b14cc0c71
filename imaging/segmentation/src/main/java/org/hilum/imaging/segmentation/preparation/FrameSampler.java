package org.hilum.imaging.segmentation.preparation;

import org.hilum.imaging.volume.VolumeGeometry;

/**
 * Samples slices of a volume on a network's frame, scaled to 0..1.
 *
 * <p>In: one slice of HU in canonical order. Out: {@code size x size} values, (clip(HU) - low) /
 * (high - low); 0 outside the picture.
 */
public final class FrameSampler {

  private final FrameRule rule;
  private final int size;
  private final int columns;
  private final AxisWeights rowWeights;
  private final AxisWeights columnWeights;

  public FrameSampler(VolumeGeometry geometry, Frame frame, FrameRule rule) {
    this.rule = rule;
    this.size = frame.size();
    this.columns = geometry.columns();
    this.rowWeights =
        AxisWeights.of(
            geometry.rows(), geometry.jSpacingMm(), frame.centreRowMm(), frame.mmPerPixel(), size);
    this.columnWeights =
        AxisWeights.of(
            columns, geometry.iSpacingMm(), frame.centreColumnMm(), frame.mmPerPixel(), size);
  }

  /** One slice on the frame. Numeric kernel: rows first, then columns. */
  public float[] sample(short[] hu) {
    var out = new float[size * size];
    int from = columnWeights.firstNeeded();
    var sums = new float[columnWeights.endNeeded() - from];
    for (int row = 0; row < size; row++) {
      var weights = rowWeights.weights()[row];
      java.util.Arrays.fill(sums, 0);
      for (int tap = 0; tap < weights.length; tap++) {
        addRow(hu, (rowWeights.first()[row] + tap) * columns + from, weights[tap], sums);
      }
      for (int column = 0; column < size && weights.length > 0; column++) {
        var across = columnWeights.weights()[column];
        int at = columnWeights.first()[column] - from;
        float sum = 0;
        for (int tap = 0; tap < across.length; tap++) {
          sum += across[tap] * sums[at + tap];
        }
        out[row * size + column] = sum;
      }
    }
    return out;
  }

  private void addRow(short[] hu, int first, float weight, float[] sums) {
    float low = (float) rule.clipLowHu();
    float high = (float) rule.clipHighHu();
    float scaled = weight / (high - low);
    for (int i = 0; i < sums.length; i++) {
      sums[i] += scaled * (Math.min(Math.max(hu[first + i], low), high) - low);
    }
  }
}
