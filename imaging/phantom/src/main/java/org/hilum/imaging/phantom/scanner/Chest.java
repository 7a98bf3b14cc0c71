package org.hilum.imaging.phantom.scanner;

import java.util.List;
import org.hilum.imaging.phantom.anatomy.BodyFrame;
import org.hilum.imaging.phantom.anatomy.Thorax;
import org.hilum.imaging.phantom.disease.Opacity;
import org.hilum.imaging.phantom.texture.NoiseField;

/**
 * Everything a scanner needs to know of a chest.
 *
 * @param opacities in the body as described; where two overlap, the later one wins
 * @param seed of all random detail
 */
public record Chest(
    Thorax thorax, BodyFrame frame, List<Opacity> opacities, NoiseField noise, long seed) {

  public Chest {
    opacities = List.copyOf(opacities);
  }

  /** A chest whose detail follows a seed. */
  public static Chest of(Thorax thorax, BodyFrame frame, List<Opacity> opacities, long seed) {
    return new Chest(thorax, frame, opacities, new NoiseField(seed), seed);
  }
}
