package org.hilum.imaging.reading;

import org.hilum.imaging.reporting.Language;

/**
 * What a user can choose for a reading.
 *
 * @param language of the report
 * @param opacityProbability whether to write the probability of opacity of every voxel
 */
public record ReadingSettings(Language language, boolean opacityProbability) {

  /** English, without probabilities. */
  public static final ReadingSettings DEFAULT = new ReadingSettings(Language.ENGLISH, false);
}
