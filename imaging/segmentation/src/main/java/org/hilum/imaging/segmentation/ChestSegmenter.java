package org.hilum.imaging.segmentation;

import java.util.function.DoubleConsumer;
import org.hilum.imaging.volume.CtVolume;

/** Finds lungs and opacities in a chest CT of any orientation. */
public interface ChestSegmenter extends AutoCloseable {

  /**
   * Segments a volume.
   *
   * @param progress told the fraction done, 0 to 1, now and then, from any thread
   */
  SegmentationResult segment(CtVolume volume, DoubleConsumer progress);

  @Override
  void close();
}
