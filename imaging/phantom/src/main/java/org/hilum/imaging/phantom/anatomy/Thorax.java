package org.hilum.imaging.phantom.anatomy;

import org.hilum.imaging.phantom.shape.Blend;
import org.hilum.imaging.phantom.shape.Profile;

/**
 * Where skin, rib cage, diaphragm, mediastinum and lungs are in the body as described, at full
 * inspiration.
 */
public final class Thorax {

  /** How sharply the lung's faces meet: at the mediastinum, and at the recess of the diaphragm. */
  private static final double MEDIASTINAL_ROUNDING_MM = 9;

  private static final double RECESS_ROUNDING_MM = 3;

  private final Outline cavity =
      new Outline(
          Profile.through(
              -260, 128, -200, 131, -160, 133, -120, 134, -80, 132, -40, 128, 0, 121, 30, 112, 60,
              96, 85, 73, 100, 53, 108, 34),
          Profile.through(
              -260, 88, -200, 90, -160, 92, -120, 93, -80, 91, -40, 87, 0, 80, 30, 72, 60, 60, 85,
              44, 100, 26, 108, 2, 112, -14, 150, -100),
          Profile.through(
              -260, -2, -160, 0, -80, -1, -40, 1, 0, 4, 30, 8, 60, 13, 85, 18, 100, 21, 112, 23));

  private final Outline skin =
      new Outline(
          Profile.through(
              -260, 168, -200, 167, -120, 170, -60, 174, 0, 182, 40, 187, 80, 190, 120, 190),
          Profile.through(
              -260, 112, -200, 114, -120, 118, -60, 118, 0, 112, 40, 104, 80, 94, 120, 84),
          Profile.through(-260, 2, -120, 3, -60, 4, 0, 6, 40, 10, 80, 14, 120, 16));

  private final Spine spine = new Spine();
  private final Diaphragm diaphragm = new Diaphragm();
  private final Mediastinum mediastinum = new Mediastinum(spine);
  private final Fissures fissures = new Fissures();

  /** The inside of the rib cage. */
  public Outline cavity() {
    return cavity;
  }

  /** The skin. */
  public Outline skin() {
    return skin;
  }

  public Spine spine() {
    return spine;
  }

  public Diaphragm diaphragm() {
    return diaphragm;
  }

  public Mediastinum mediastinum() {
    return mediastinum;
  }

  public Fissures fissures() {
    return fissures;
  }

  /** Distance from the surface of the lungs, negative inside. */
  public double lungDistance(double x, double y, double z) {
    return lungDistance(x, y, z, cavity.distance(x, y, z));
  }

  /** The same where the distance from the inside of the rib cage is known. */
  public double lungDistance(double x, double y, double z, double fromRibs) {
    if (fromRibs > RECESS_ROUNDING_MM + MEDIASTINAL_ROUNDING_MM) {
      return fromRibs;
    }
    double fromDiaphragm = -diaphragm.above(x, y, z);
    if (fromDiaphragm > RECESS_ROUNDING_MM) {
      return fromDiaphragm;
    }
    double outer = Blend.larger(fromRibs, fromDiaphragm, RECESS_ROUNDING_MM);
    double fromMediastinum = -mediastinum.distance(x, y, z);
    return Blend.larger(outer, fromMediastinum, MEDIASTINAL_ROUNDING_MM);
  }
}
