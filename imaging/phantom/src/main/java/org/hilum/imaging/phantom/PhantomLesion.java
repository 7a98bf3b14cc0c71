package org.hilum.imaging.phantom;

/**
 * One lesion to be drawn: an ellipsoid, cut off at the pleura, of one look.
 *
 * @param id its name in the truth, the same at every date
 * @param look what it looks like
 * @param site its centre
 * @param radiusXMm half its extent from right to left, before it is cut off
 * @param radiusYMm half its extent from front to back
 * @param radiusZMm half its extent from feet to head
 * @param hu mean density: ground-glass -750 to -450, consolidation -100 to 40
 * @param edgeMm width over which it fades out
 * @param irregularity how far its surface departs from the ellipsoid, as part of its smallest
 *     radius; 0 for an exact ellipsoid
 */
public record PhantomLesion(
    String id,
    Look look,
    LesionSite site,
    double radiusXMm,
    double radiusYMm,
    double radiusZMm,
    double hu,
    double edgeMm,
    double irregularity) {

  /** What a lesion looks like (Fleischner glossary, Hansell 2008). */
  public enum Look {
    GROUND_GLASS,
    CRAZY_PAVING,
    CONSOLIDATION
  }

  public PhantomLesion {
    if (!(radiusXMm > 0 && radiusYMm > 0 && radiusZMm > 0 && edgeMm > 0)) {
      throw new IllegalArgumentException("a lesion has positive radii and an edge");
    }
    if (!(irregularity >= 0 && irregularity <= 0.6)) {
      throw new IllegalArgumentException("irregularity is 0 to 0.6 of the radius");
    }
    if (!(hu >= -900 && hu <= 100)) {
      throw new IllegalArgumentException("an opacity has -900 to 100 HU");
    }
  }

  /** Ground-glass of -600 HU with an exact ellipsoid's surface. */
  public static PhantomLesion groundGlass(
      String id, LesionSite site, double radiusX, double radiusY, double radiusZ) {
    return new PhantomLesion(id, Look.GROUND_GLASS, site, radiusX, radiusY, radiusZ, -600, 8, 0);
  }

  /** Ground-glass of -560 HU with a net of septa, with an exact ellipsoid's surface. */
  public static PhantomLesion crazyPaving(
      String id, LesionSite site, double radiusX, double radiusY, double radiusZ) {
    return new PhantomLesion(id, Look.CRAZY_PAVING, site, radiusX, radiusY, radiusZ, -560, 8, 0);
  }

  /** Consolidation of 10 HU with an exact ellipsoid's surface. */
  public static PhantomLesion consolidation(
      String id, LesionSite site, double radiusX, double radiusY, double radiusZ) {
    return new PhantomLesion(id, Look.CONSOLIDATION, site, radiusX, radiusY, radiusZ, 10, 3, 0);
  }

  /** The same lesion with all radii times a factor. */
  public PhantomLesion scaled(double factor) {
    return new PhantomLesion(
        id,
        look,
        site,
        radiusXMm * factor,
        radiusYMm * factor,
        radiusZMm * factor,
        hu,
        edgeMm,
        irregularity);
  }

  /** The same lesion with another density. */
  public PhantomLesion withHu(double meanHu) {
    return new PhantomLesion(
        id, look, site, radiusXMm, radiusYMm, radiusZMm, meanHu, edgeMm, irregularity);
  }

  /** The same lesion with an uneven surface and a softer or harder edge. */
  public PhantomLesion irregular(double partOfRadius, double softEdgeMm) {
    return new PhantomLesion(
        id, look, site, radiusXMm, radiusYMm, radiusZMm, hu, softEdgeMm, partOfRadius);
  }
}
