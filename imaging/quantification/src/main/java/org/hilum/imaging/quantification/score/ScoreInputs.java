package org.hilum.imaging.quantification.score;

import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.vocabulary.Region;

/** What the scores are computed from. */
public interface ScoreInputs {

  /** A quantity of a region. */
  Measurement of(Region region, Quantity quantity);

  /**
   * Percent of a region that lesions fill: opacity without specks too small to be a lesion.
   *
   * <p>The scores were published for readers, who call a region free when they see no opacity in
   * it; a speck of a few voxels would give every lobe of a healthy chest a point.
   */
  Measurement lesionPercent(Region region);
}
