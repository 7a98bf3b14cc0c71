package org.hilum.imaging.evaluation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hilum.imaging.segmentation.ChestSegmenter;

/** The segmenters of an evaluation: for one network always the same one, opened once. */
public interface SegmenterShelf {

  /** The segmenter of a network's folder; of the network that is shipped when none is named. */
  ChestSegmenter segmenter(Optional<Path> network);

  /**
   * By what the logits of opacity were divided to calibrate them, as the network's card says; empty
   * when the card says nothing, and the probabilities are as the network gives them.
   */
  OptionalDouble opacityTemperature(Optional<Path> network);
}
