package org.hilum.imaging.comparison;

/**
 * What is compared between two dates, with its unit. The keys are those of {@code comparison.json}.
 */
public enum ComparedQuantity {
  /** Volume of the region or, for a lesion, of the lesion. */
  VOLUME("volumeMl", "mL"),
  /** Volume of opacity inside the region. */
  OPACITY_VOLUME("opacityMl", "mL"),
  /** Opacity over region, 0 to 100; the change is in percentage points. */
  OPACITY_PERCENT("opacityPercent", "%"),
  /** Volume of ground-glass opacity. */
  GROUND_GLASS_VOLUME("groundGlassMl", "mL"),
  /** Volume of consolidation. */
  CONSOLIDATION_VOLUME("consolidationMl", "mL"),
  /** Mass of opacity: volume x (HU + 1000) / 1000; breathing does not change it. */
  OPACITY_MASS("opacityMassG", "g"),
  /** Mean attenuation, of the region or of the lesion. */
  MEAN_HU("meanHu", "HU"),
  /**
   * Volume of opacity, the prior's as it would be at the current depth of breath: each voxel times
   * the expansion of its tissue.
   */
  OPACITY_VOLUME_AT_CURRENT_BREATH("opacityMlAtCurrentBreath", "mL");

  private final String key;
  private final String unit;

  ComparedQuantity(String key, String unit) {
    this.key = key;
    this.unit = unit;
  }

  /** Key in {@code comparison.json}. */
  public String key() {
    return key;
  }

  /** Unit as written. */
  public String unit() {
    return unit;
  }
}
