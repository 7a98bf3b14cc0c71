package org.hilum.imaging.lobes.anatomy;

import org.hilum.imaging.lobes.grid.PatientBox;
import org.hilum.imaging.lobes.surface.DrawnSurface;
import org.hilum.imaging.lobes.surface.SurfaceFrame;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;

/**
 * Where anatomy has the fissures in a lung of a given extent: our own drawing.
 *
 * <p>An oblique fissure runs from the back, at the level of the third (left) or fourth (right)
 * thoracic spine, down and forward to the sixth costochondral junction; the left one is the higher
 * and steeper. The horizontal fissure runs from the oblique one in the midaxillary line forward
 * along the fourth rib. (Moore, Clinically Oriented Anatomy, surface anatomy of the pleurae and
 * lungs.) In parts of a lung's extent these are the numbers below; they only say where to begin to
 * look.
 */
public final class FissureDrawing {

  /** Where the oblique fissure meets the back, as a part of the height from the base. */
  private static final double LEFT_BACK = 0.76;

  private static final double RIGHT_BACK = 0.74;

  /** Where it meets the front: part of the height, and part of the depth from the front. */
  private static final double FRONT_HEIGHT = 0.16;

  private static final double LEFT_FRONT_DEPTH = 0.08;
  private static final double RIGHT_FRONT_DEPTH = 0.05;

  /** Height of the horizontal fissure, as a part of the height from the base. */
  private static final double HORIZONTAL_HEIGHT = 0.6;

  /** How far the posts of an oblique fissure reach beyond its drawn ends, in mm. */
  private static final double BEYOND_MM = 30;

  private static final double OBLIQUE_RANGE_MM = 45;
  private static final double OBLIQUE_SPREAD_MM = 25;
  private static final float OBLIQUE_STIFFNESS = 0.02f;
  private static final double HORIZONTAL_RANGE_MM = 40;
  private static final double HORIZONTAL_SPREAD_MM = 20;
  private static final float HORIZONTAL_STIFFNESS = 0.05f;

  private static final Vector3 LEFTWARDS = new Vector3(1, 0, 0);
  private static final Vector3 BACKWARDS = new Vector3(0, 1, 0);
  private static final Vector3 HEADWARDS = new Vector3(0, 0, 1);

  private FissureDrawing() {}

  /** The oblique fissure of a lung; the upper lobe lies above it. */
  public static DrawnSurface oblique(Side side, PatientBox lung) {
    boolean left = side == Side.LEFT;
    double backY = lung.high()[1];
    double backZ = lung.low()[2] + (left ? LEFT_BACK : RIGHT_BACK) * lung.extent(2);
    double frontY = lung.low()[1] + (left ? LEFT_FRONT_DEPTH : RIGHT_FRONT_DEPTH) * lung.extent(1);
    double frontZ = lung.low()[2] + FRONT_HEIGHT * lung.extent(2);
    var downwards = new Vector3(0, frontY - backY, frontZ - backZ);
    var along = downwards.normalised();
    var frame =
        new SurfaceFrame(
            new PatientPoint(lung.low()[0], backY, backZ).plus(along, -BEYOND_MM),
            LEFTWARDS,
            along,
            new Vector3(0, along.z(), -along.y()),
            posts(lung.extent(0)),
            posts(downwards.length() + 2 * BEYOND_MM));
    return new DrawnSurface(frame, OBLIQUE_RANGE_MM, OBLIQUE_SPREAD_MM, OBLIQUE_STIFFNESS);
  }

  /** The horizontal fissure of a right lung; the upper lobe lies above it. */
  public static DrawnSurface horizontal(PatientBox lung) {
    var frame =
        new SurfaceFrame(
            new PatientPoint(
                lung.low()[0], lung.low()[1], lung.low()[2] + HORIZONTAL_HEIGHT * lung.extent(2)),
            LEFTWARDS,
            BACKWARDS,
            HEADWARDS,
            posts(lung.extent(0)),
            posts(lung.extent(1)));
    return new DrawnSurface(frame, HORIZONTAL_RANGE_MM, HORIZONTAL_SPREAD_MM, HORIZONTAL_STIFFNESS);
  }

  private static int posts(double extentMm) {
    return Math.max(2, (int) (extentMm / SurfaceFrame.POST_MM) + 1);
  }
}
