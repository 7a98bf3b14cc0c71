package org.hilum.imaging.reporting.overlay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hilum.imaging.comparison.TrackedLesion;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.VoxelIndex;

/**
 * What one date shows at any point of its patient: attenuation between voxels, the labels of the
 * nearest voxel.
 */
final class ChestSampler {

  /** Attenuation of air, HU; what lies outside the scan is drawn as air. */
  private static final float AIR_HU = -1000;

  private final ReadingFindings findings;
  private final Map<Integer, Integer> identityOfNumber;

  private ChestSampler(ReadingFindings findings, Map<Integer, Integer> identityOfNumber) {
    this.findings = findings;
    this.identityOfNumber = identityOfNumber;
  }

  /** The findings of a date, and by which identity its lesions are followed. */
  static ChestSampler of(ReadingFindings findings, List<TrackedLesion> lesions, int date) {
    var identities = new HashMap<Integer, Integer>();
    for (var lesion : lesions) {
      lesion
          .states()
          .get(date)
          .ifPresent(
              state ->
                  state.numbers().forEach(number -> identities.put(number, lesion.identity())));
    }
    return new ChestSampler(findings, identities);
  }

  /** Puts what is at a point into a plane. */
  void fill(PatientPoint point, MatchedPlane into, int at) {
    var index = findings.volume().geometry().index(point);
    var plane = into.plane();
    plane.hu()[at] = (short) Math.round(hu(index));
    int k = (int) Math.round(index.k());
    int within = within(k, (int) Math.round(index.j()), (int) Math.round(index.i()));
    if (within >= 0) {
      plane.lungs()[at] = findings.segmentation().lungs().labels()[k][within];
      plane.opacity()[at] = findings.segmentation().opacity().labels()[k][within];
      int number = findings.measurements().lesionLabels()[k][within];
      into.identities()[at] = identityOfNumber.getOrDefault(number, 0);
    }
  }

  /** Trilinear between the centres of voxels. */
  private float hu(VoxelIndex index) {
    int k = (int) Math.floor(index.k());
    int j = (int) Math.floor(index.j());
    int i = (int) Math.floor(index.i());
    double sum = 0;
    for (int corner = 0; corner < 8; corner++) {
      int dk = corner >> 2;
      int dj = corner >> 1 & 1;
      int di = corner & 1;
      double weight =
          share(index.k() - k, dk) * share(index.j() - j, dj) * share(index.i() - i, di);
      if (weight > 0) {
        int within = within(k + dk, j + dj, i + di);
        sum += weight * (within < 0 ? AIR_HU : findings.volume().hu()[k + dk][within]);
      }
    }
    return (float) sum;
  }

  private static double share(double beyond, int step) {
    return step == 1 ? beyond : 1 - beyond;
  }

  /** Place within a slice; -1 outside the volume. */
  private int within(int k, int j, int i) {
    var geometry = findings.volume().geometry();
    boolean inside =
        k >= 0
            && k < geometry.slices()
            && j >= 0
            && j < geometry.rows()
            && i >= 0
            && i < geometry.columns();
    return inside ? j * geometry.columns() + i : -1;
  }
}
