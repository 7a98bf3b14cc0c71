package org.hilum.imaging.correction.outline;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import org.hilum.imaging.correction.CorrectionReason;
import org.hilum.imaging.correction.CorrectionRefusal;
import org.hilum.imaging.quantification.LesionParts;

/** Finds parts that no voxel is of. */
final class Parts {

  private Parts() {}

  /** One that holds lesions apart. */
  static int free(Outlines outlines, LungBox box) throws CorrectionRefusal {
    return free(outlines, box, 1, LesionParts.FIRST_TOGETHER);
  }

  /** One that holds lesions together. */
  static int freeTogether(Outlines outlines, LungBox box) throws CorrectionRefusal {
    return free(outlines, box, LesionParts.FIRST_TOGETHER, LesionParts.LAST + 1);
  }

  private static int free(Outlines outlines, LungBox box, int from, int to)
      throws CorrectionRefusal {
    var used = used(outlines, box);
    for (int part = from; part < to; part++) {
      if (!used[part]) {
        return part;
      }
    }
    throw new CorrectionRefusal(
        CorrectionReason.TOO_LARGE, "no more lesions can be parted or put together in this case");
  }

  static boolean[] used(Outlines outlines, LungBox box) {
    var used = new boolean[LesionParts.LAST + 1];
    var parts = outlines.parts();
    if (parts.isPresent()) {
      for (int k = box.kFrom(); k < box.kTo(); k++) {
        for (byte part : parts.get().slice(k)) {
          used[part & 0xFF] = true;
        }
      }
    }
    return used;
  }

  /** What changes where some voxels become something. */
  static OutlineChange change(Outlines outlines, BitSet voxels, IntUnaryOperator is) {
    var change = new OutlineChange();
    for (int voxel = voxels.nextSetBit(0); voxel >= 0; voxel = voxels.nextSetBit(voxel + 1)) {
      short was = outlines.state(voxel);
      short becomes = (short) is.applyAsInt(voxel);
      if (was != becomes) {
        change.add(voxel, was, becomes);
      }
    }
    return change;
  }
}
