package org.hilum.imaging.quantification;

import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.CodedConcept;

/**
 * What is measured of a region or lesion, with its unit.
 *
 * <p>The keys are those of {@code reading.json}; the units are UCUM codes.
 */
public enum Quantity {
  /** Volume of the region. */
  VOLUME("volumeMl", Code.VOLUME, Code.MILLILITRE),
  /** Volume of opacity inside the region. */
  OPACITY_VOLUME("opacityMl", Code.OPACITY_VOLUME, Code.MILLILITRE),
  /** Opacity voxels over region voxels, 0 to 100. */
  OPACITY_PERCENT("opacityPercent", Code.OPACITY_PERCENT, Code.PERCENT),
  /** Volume of ground-glass opacity. */
  GROUND_GLASS_VOLUME("groundGlassMl", Code.GROUND_GLASS_VOLUME, Code.MILLILITRE),
  /** Ground-glass voxels over region voxels, 0 to 100. */
  GROUND_GLASS_PERCENT("groundGlassPercent", Code.GROUND_GLASS_PERCENT, Code.PERCENT),
  /** Volume of consolidation. */
  CONSOLIDATION_VOLUME("consolidationMl", Code.CONSOLIDATION_VOLUME, Code.MILLILITRE),
  /** Consolidation voxels over region voxels, 0 to 100. */
  CONSOLIDATION_PERCENT("consolidationPercent", Code.CONSOLIDATION_PERCENT, Code.PERCENT),
  /** Opacity voxels above -200 HU over region voxels, 0 to 100. */
  HIGH_OPACITY_PERCENT("highOpacityPercent", Code.HIGH_OPACITY_PERCENT, Code.PERCENT),
  /** Mean attenuation of the region, opacity included. */
  MEAN_HU("meanHu", Code.MEAN_ATTENUATION, Code.HOUNSFIELD_UNIT),
  /** Standard deviation of attenuation of the region, opacity included. */
  SD_HU("sdHu", Code.SD_ATTENUATION, Code.HOUNSFIELD_UNIT),
  /** Mass of opacity: sum of voxel volume x (HU + 1000) / 1000, no voxel below 0. */
  OPACITY_MASS("opacityMassG", Code.OPACITY_MASS, Code.GRAM),
  /** Number of lesions that lie mostly in the region. */
  LESION_COUNT("lesionCount", Code.NUMBER_OF_LESIONS, Code.LESIONS);

  private final String key;
  private final Code concept;
  private final Code unit;

  Quantity(String key, Code concept, Code unit) {
    this.key = key;
    this.concept = concept;
    this.unit = unit;
  }

  /** Key in {@code reading.json}. */
  public String key() {
    return key;
  }

  /** UCUM code of the unit. */
  public String ucum() {
    return unit.concept().value();
  }

  /** What is measured, as DICOM codes it. */
  public CodedConcept concept() {
    return concept.concept();
  }

  /** The unit, as DICOM codes it. */
  public CodedConcept unit() {
    return unit.concept();
  }
}
