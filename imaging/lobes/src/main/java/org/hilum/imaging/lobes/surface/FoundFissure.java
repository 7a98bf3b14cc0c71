package org.hilum.imaging.lobes.surface;

/**
 * A fissure as found.
 *
 * @param support part of the surface at which a bright plate stands out, 0 to 1
 * @param chance the same of the best surface elsewhere in the lung
 */
public record FoundFissure(FissureSurface surface, double support, double chance) {

  /**
   * How much of the surface is borne out beyond chance: 0 where another surface of the same lung is
   * borne out as well, 1 where all of it is and no other at all (the form of Cohen's kappa).
   */
  public double confidence() {
    return Math.clamp((support - chance) / (1 - chance), 0, 1);
  }
}
