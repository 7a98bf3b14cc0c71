package org.hilum.imaging.quantification;

/**
 * What is measured of a region or lesion, with its unit.
 *
 * <p>The keys are those of {@code reading.json}; the units are UCUM codes.
 */
public enum Quantity {
  /** Volume of the region. */
  VOLUME("volumeMl", "ml"),
  /** Volume of opacity inside the region. */
  OPACITY_VOLUME("opacityMl", "ml"),
  /** Opacity voxels over region voxels, 0 to 100. */
  OPACITY_PERCENT("opacityPercent", "%"),
  /** Volume of ground-glass opacity. */
  GROUND_GLASS_VOLUME("groundGlassMl", "ml"),
  /** Ground-glass voxels over region voxels, 0 to 100. */
  GROUND_GLASS_PERCENT("groundGlassPercent", "%"),
  /** Volume of consolidation. */
  CONSOLIDATION_VOLUME("consolidationMl", "ml"),
  /** Consolidation voxels over region voxels, 0 to 100. */
  CONSOLIDATION_PERCENT("consolidationPercent", "%"),
  /** Opacity voxels above -200 HU over region voxels, 0 to 100. */
  HIGH_OPACITY_PERCENT("highOpacityPercent", "%"),
  /** Mean attenuation. */
  MEAN_HU("meanHu", "[hnsf'U]"),
  /** Standard deviation of attenuation. */
  SD_HU("sdHu", "[hnsf'U]"),
  /** Mass of opacity. */
  OPACITY_MASS("opacityMassG", "g"),
  /** Number of lesions whose centre of mass lies in the region. */
  LESION_COUNT("lesionCount", "{lesions}");

  private final String key;
  private final String ucum;

  Quantity(String key, String ucum) {
    this.key = key;
    this.ucum = ucum;
  }

  /** Key in {@code reading.json}. */
  public String key() {
    return key;
  }

  /** UCUM code of the unit. */
  public String ucum() {
    return ucum;
  }
}
