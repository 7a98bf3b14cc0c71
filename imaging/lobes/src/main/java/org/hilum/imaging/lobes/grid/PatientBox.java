package org.hilum.imaging.lobes.grid;

import java.util.stream.IntStream;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;

/**
 * How far the voxels of a label reach in the patient.
 *
 * <p>Out: LPS millimetres between the centres of the outermost voxels; {@code high} below {@code
 * low} where there is no voxel.
 *
 * @param low least x, y, z
 * @param high greatest x, y, z
 * @param voxels how many voxels carry the label
 */
public record PatientBox(double[] low, double[] high, long voxels) {

  private static final int AXES = 3;

  private static PatientBox none() {
    double far = Double.POSITIVE_INFINITY;
    return new PatientBox(new double[] {far, far, far}, new double[] {-far, -far, -far}, 0);
  }

  /** The box of a label. */
  public static PatientBox of(LabelRaster raster, byte label) {
    return IntStream.range(0, raster.geometry().slices())
        .parallel()
        .mapToObj(k -> ofSlice(raster, k, label))
        .reduce(none(), PatientBox::with);
  }

  private static PatientBox ofSlice(LabelRaster raster, int k, byte label) {
    var geometry = raster.geometry();
    var slice = raster.labels()[k];
    var box = none();
    long found = 0;
    for (int j = 0; j < geometry.rows(); j++) {
      int start = j * geometry.columns();
      int first = -1;
      int last = -1;
      for (int i = 0; i < geometry.columns(); i++) {
        if (slice[start + i] == label) {
          first = first < 0 ? i : first;
          last = i;
          found++;
        }
      }
      if (first >= 0) {
        // Places are linear along a row, so its ends hold the extremes of every axis.
        box.include(geometry.point(k, j, first));
        box.include(geometry.point(k, j, last));
      }
    }
    return new PatientBox(box.low, box.high, found);
  }

  private void include(PatientPoint point) {
    double[] place = {point.x(), point.y(), point.z()};
    for (int axis = 0; axis < AXES; axis++) {
      low[axis] = Math.min(low[axis], place[axis]);
      high[axis] = Math.max(high[axis], place[axis]);
    }
  }

  private PatientBox with(PatientBox other) {
    var both = none();
    for (int axis = 0; axis < AXES; axis++) {
      both.low[axis] = Math.min(low[axis], other.low[axis]);
      both.high[axis] = Math.max(high[axis], other.high[axis]);
    }
    return new PatientBox(both.low, both.high, voxels + other.voxels);
  }

  /** From the least to the greatest along an axis, in mm. */
  public double extent(int axis) {
    return high[axis] - low[axis];
  }
}
