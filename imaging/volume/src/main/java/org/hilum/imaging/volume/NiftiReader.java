package org.hilum.imaging.volume;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.nifti.NiftiFile;
import org.hilum.imaging.volume.nifti.NiftiRefusal;
import org.hilum.imaging.volume.stack.ChestExtent;

/**
 * Makes a volume of a NIfTI file.
 *
 * <p>In: NIfTI-1 or -2, compressed or not, any plain number type, one volume, values in HU after
 * scl_slope and scl_inter. <br>
 * Out: whole HU in LPS millimetres; the voxels stay in the order of the file, so a mask on them is
 * written back to the same grid. <br>
 * Refuses: damaged files, several volumes, values that are not HU (masks, MR), too small a chest.
 */
public final class NiftiReader {

  private NiftiReader() {}

  /** Reads a file. */
  public static VolumeResult read(Path file) throws IOException {
    try {
      return judged(NiftiFile.read(file));
    } catch (NiftiRefusal refused) {
      return new VolumeResult.VolumeRefused(List.of(refused.reason()));
    }
  }

  private static VolumeResult judged(NiftiFile file) {
    var refusals = new ArrayList<>(file.tally().refusals());
    var deviations = new ArrayList<>(file.place().deviations());
    deviations.addAll(file.tally().deviations());
    var geometry = file.place().geometry();
    ChestExtent.requireLayers(geometry, refusals);
    if (file.place().spacingKnown() && refusals.isEmpty()) {
      requireSize(geometry, refusals, deviations);
    }
    return refusals.isEmpty()
        ? new VolumeResult.VolumeBuilt(
            new CtVolume(geometry, file.hu(), file.place().spacingKnown()),
            Optional.empty(),
            deviations)
        : new VolumeResult.VolumeRefused(refusals);
  }

  /** Any axis may be the slice axis here, so sizes are judged in canonical order. */
  private static void requireSize(
      VolumeGeometry geometry, List<Reason> refusals, List<Reason> deviations) {
    ChestExtent.require(CanonicalOrder.of(geometry).geometry(), refusals, deviations);
  }
}
