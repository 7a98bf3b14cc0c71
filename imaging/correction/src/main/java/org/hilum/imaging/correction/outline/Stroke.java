package org.hilum.imaging.correction.outline;

import java.util.BitSet;
import org.hilum.imaging.correction.CorrectionLimits;
import org.hilum.imaging.correction.CorrectionReason;
import org.hilum.imaging.correction.CorrectionRefusal;
import org.hilum.imaging.correction.StepRequest;
import org.hilum.imaging.volume.VolumeGeometry;

/** The voxels somebody marked. */
final class Stroke {

  private Stroke() {}

  static BitSet voxels(StepRequest request, VolumeGeometry geometry, CorrectionLimits limits)
      throws CorrectionRefusal {
    var runs = request.runs();
    if (runs.length == 0 || runs.length % 2 != 0) {
      throw unclear("a mark is needed, as pairs of first voxel and count");
    }
    if (runs.length / 2 > limits.mostRuns()) {
      throw new CorrectionRefusal(
          CorrectionReason.TOO_LARGE, "a step has at most " + limits.mostRuns() + " runs");
    }
    var voxels = new BitSet();
    for (int at = 0; at < runs.length; at += 2) {
      long first = runs[at];
      long end = first + runs[at + 1];
      if (first < 0 || runs[at + 1] < 1 || end > geometry.voxelCount()) {
        throw unclear("a run leaves the volume: " + first + ", " + runs[at + 1]);
      }
      voxels.set((int) first, (int) end);
    }
    return voxels;
  }

  private static CorrectionRefusal unclear(String words) {
    return new CorrectionRefusal(CorrectionReason.STEP_UNCLEAR, words);
  }
}
