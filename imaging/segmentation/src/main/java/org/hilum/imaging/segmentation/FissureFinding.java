package org.hilum.imaging.segmentation;

import java.util.Optional;
import java.util.OptionalDouble;
import org.hilum.imaging.vocabulary.Fissure;
import org.hilum.imaging.vocabulary.Reason;

/**
 * How well a fissure was seen, and whether the lobes are parted at it.
 *
 * @param confidence how far the image bears its surface out beyond chance, 0 to 1; empty when it
 *     was not looked for
 * @param notUsed why no lobes are parted at it; empty when they are
 */
public record FissureFinding(Fissure fissure, OptionalDouble confidence, Optional<Reason> notUsed) {

  public FissureFinding {
    if (confidence.isEmpty() && notUsed.isEmpty()) {
      throw new IllegalArgumentException("a fissure that is used has a confidence");
    }
  }
}
