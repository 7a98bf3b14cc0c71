package org.hilum.imaging.evaluation.reference;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;
import org.hilum.imaging.volume.VoxelIndex;

/**
 * Which voxel of a volume each voxel of another grid is.
 *
 * <p>In: a grid by its first voxel and its steps, in LPS millimetres. <br>
 * Out: whole indices; axes may be exchanged or turned round, nothing is interpolated. <br>
 * Refuses: a grid whose voxel centres are off those of the volume by more than {@value #TOLERANCE}
 * of a voxel anywhere.
 */
final class GridPlacement {

  /** In voxels: files round positions to about a thousandth of a millimetre. */
  static final double TOLERANCE = 0.1;

  /**
   * One axis of the other grid.
   *
   * @param mm from one voxel to the next
   * @param count voxels along it
   */
  record Axis(Vector3 mm, int count) {}

  /** One step along an axis of the other grid, in indices of the volume. */
  record Step(int k, int j, int i) {}

  private final Step first;
  private final List<Step> steps;

  private GridPlacement(Step first, List<Step> steps) {
    this.first = first;
    this.steps = steps;
  }

  /** Places a grid; empty when it does not lie on the voxels of the volume. */
  static Optional<GridPlacement> of(VolumeGeometry volume, PatientPoint origin, List<Axis> axes) {
    var start = volume.index(origin);
    var first = rounded(start.k(), start.j(), start.i());
    if (isOff(start.k() - first.k(), start.j() - first.j(), start.i() - first.i())) {
      return Optional.empty();
    }
    var steps = new java.util.ArrayList<Step>();
    for (var axis : axes) {
      var step = step(volume, origin, start, axis);
      if (step.isEmpty()) {
        return Optional.empty();
      }
      steps.add(step.get());
    }
    return Optional.of(new GridPlacement(first, steps));
  }

  /** Judged at the far end of the axis, where the differences have added up. */
  private static Optional<Step> step(
      VolumeGeometry volume, PatientPoint origin, VoxelIndex start, Axis axis) {
    int count = Math.max(1, axis.count() - 1);
    var end = volume.index(origin.plus(axis.mm(), count));
    double k = end.k() - start.k();
    double j = end.j() - start.j();
    double i = end.i() - start.i();
    var step = rounded(k / count, j / count, i / count);
    boolean alongOneAxis = Math.abs(step.k()) + Math.abs(step.j()) + Math.abs(step.i()) == 1;
    return !alongOneAxis || isOff(k - step.k() * count, j - step.j() * count, i - step.i() * count)
        ? Optional.empty()
        : Optional.of(step);
  }

  private static boolean isOff(double k, double j, double i) {
    return Math.max(Math.abs(k), Math.max(Math.abs(j), Math.abs(i))) > TOLERANCE;
  }

  private static Step rounded(double k, double j, double i) {
    return new Step((int) Math.rint(k), (int) Math.rint(j), (int) Math.rint(i));
  }

  /** The voxel of the volume at which the other grid's voxel with these indices lies. */
  Step at(int... indices) {
    int k = first.k();
    int j = first.j();
    int i = first.i();
    for (int n = 0; n < indices.length; n++) {
      k += indices[n] * steps.get(n).k();
      j += indices[n] * steps.get(n).j();
      i += indices[n] * steps.get(n).i();
    }
    return new Step(k, j, i);
  }
}
