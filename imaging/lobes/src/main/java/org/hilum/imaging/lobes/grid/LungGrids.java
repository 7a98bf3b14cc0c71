package org.hilum.imaging.lobes.grid;

import java.util.Optional;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;

/** Samples the lungs of a volume of any orientation on cubes along the patient's axes. */
public final class LungGrids {

  private final LabelRaster lungs;
  private final ReducedVolume reduced;
  private final double stepMm;

  /**
   * Prepares a volume.
   *
   * @param stepMm side of a cube
   */
  public LungGrids(CtVolume volume, LabelRaster lungs, LabelRaster opacity, double stepMm) {
    this.lungs = lungs;
    this.stepMm = stepMm;
    this.reduced = ReducedVolume.of(volume, lungs, opacity, stepMm);
  }

  /** The lung of a label; empty when it has no voxel. */
  public Optional<LungGrid> of(byte label) {
    var box = PatientBox.of(lungs, label);
    return box.voxels() == 0
        ? Optional.empty()
        : Optional.of(LungGrid.of(reduced, box, label, stepMm));
  }
}
