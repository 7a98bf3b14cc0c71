package org.hilum.imaging.reading;

import java.util.function.DoubleConsumer;
import org.hilum.imaging.intake.ArrivedStudy;
import org.hilum.imaging.volume.VolumeResult;

/**
 * The volume that a reading of a study is made from, without the reading: the same choice of
 * series, the same refusals.
 */
public final class StudyVolume {

  private StudyVolume() {}

  /**
   * Builds the volume.
   *
   * @param progress told the fraction done, 0 to 1, now and then, from any thread
   */
  public static VolumeResult of(ArrivedStudy study, DoubleConsumer progress) {
    return VolumeSource.dicom(study).volume(progress).result();
  }
}
