package org.hilum.imaging.phantom;

import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.PatientPoint;

/**
 * Where in the chest a lesion sits, said of the standard body at full inspiration: it follows size,
 * breath and mirroring.
 */
public sealed interface LesionSite {

  /**
   * A place by coordinates: x to the left from the midline, y to the back, z to the head from the
   * carina, in millimetres.
   */
  record At(PatientPoint place) implements LesionSite {}

  /**
   * A place under the pleura of the ribs.
   *
   * @param heightMm above the carina
   * @param degreesFromBack 0 beside the spine, 90 at the side, 180 behind the sternum
   * @param depthMm how far inside the pleura
   */
  record Subpleural(Side side, double heightMm, double degreesFromBack, double depthMm)
      implements LesionSite {
    public Subpleural {
      if (!(degreesFromBack > 0 && degreesFromBack < 180)) {
        throw new IllegalArgumentException("the ribs go from 0 to 180 degrees");
      }
    }
  }
}
