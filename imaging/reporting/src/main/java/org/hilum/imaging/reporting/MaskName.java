package org.hilum.imaging.reporting;

/** The masks a reading has, by their names in its folder. */
public enum MaskName {
  /** 1 left, 2 right. */
  LUNGS("lungs"),
  /** 1 ground-glass, 2 consolidation, 3 of undetermined kind. */
  OPACITY("opacity"),
  /** 1 LUL, 2 LLL, 3 RUL, 4 RML, 5 RLL. */
  LOBES("lobes"),
  /** 1 where a lung voxel may be opacity, 2 where it probably is. */
  OPACITY_LEVELS("opacity-levels"),
  /** 0 to 1. */
  OPACITY_PROBABILITY("opacity-probability"),
  /** How a person parted lesions (1 to 127) and put them together (128 to 255). */
  LESION_PARTS("lesion-parts");

  private final String path;

  MaskName(String name) {
    this.path = "masks/" + name + ".nii.gz";
  }

  /** Relative to the folder of the study. */
  public String path() {
    return path;
  }
}
