package org.hilum.imaging.phantom.anatomy;

import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.phantom.shape.Blend;
import org.hilum.imaging.phantom.shape.Solid;
import org.hilum.imaging.phantom.shape.Solid.Rod;
import org.hilum.imaging.phantom.shape.Solid.Round;

/**
 * What lies between the lungs: heart, great vessels, gullet, fat, and the face they turn to the
 * lungs.
 */
public final class Mediastinum {

  /** Distance given where nothing of the mediastinum is near. */
  private static final double FAR_MM = 60;

  /** Fat between the parts and the pleura. */
  private static final double COVER_MM = 2.2;

  private static final double ROUNDING_MM = 9;

  /** The raster of cells, each with the parts that count in it. */
  private static final double CELL_MM = 10;

  private static final double LOWEST_X_MM = -130;
  private static final double LOWEST_Y_MM = -140;
  private static final double LOWEST_Z_MM = -260;
  private static final int CELLS_X = 26;
  private static final int CELLS_Y = 30;
  private static final int CELLS_Z = 42;
  private static final Part[] NONE = {};

  /** HU of unenhanced blood and heart muscle, muscle, and lymph nodes. */
  private static final double BLOOD = 42;

  private static final double HEART = 44;
  private static final double GULLET = 34;
  private static final double NODES = 30;

  /** Beyond this far from its box a part changes nothing on the face. */
  private static final double REACH_MM = ROUNDING_MM + COVER_MM;

  /** A part, its HU (NaN for one that is only fat), and the box in which it counts. */
  private record Part(Solid solid, double hu, double[] box) {

    Part(Solid solid, double hu) {
      this(solid, hu, solid.box());
      for (int axis = 0; axis < 3; axis++) {
        box[axis] -= REACH_MM;
        box[axis + 3] += REACH_MM;
      }
    }

    /** Whether it counts in the cell that starts at a place. */
    boolean counts(double x, double y, double z) {
      return x + CELL_MM > box[0]
          && x < box[3]
          && y + CELL_MM > box[1]
          && y < box[4]
          && z + CELL_MM > box[2]
          && z < box[5];
    }
  }

  private final Part[][] cells = new Part[CELLS_X * CELLS_Y * CELLS_Z][];

  /** The mediastinum as described, about a spine. */
  public Mediastinum(Spine spine) {
    var parts = new ArrayList<Part>();
    addFat(parts, spine);
    addHeart(parts);
    addArteries(parts);
    addVeins(parts);
    addGullet(parts);
    for (int cell = 0; cell < cells.length; cell++) {
      double x = LOWEST_X_MM + cell % CELLS_X * CELL_MM;
      double y = LOWEST_Y_MM + cell / CELLS_X % CELLS_Y * CELL_MM;
      double z = LOWEST_Z_MM + cell / (CELLS_X * CELLS_Y) * CELL_MM;
      cells[cell] = parts.stream().filter(part -> part.counts(x, y, z)).toArray(Part[]::new);
    }
  }

  /** Distance from its face, negative inside. */
  public double distance(double x, double y, double z) {
    double nearest = FAR_MM;
    for (var part : near(x, y, z)) {
      nearest = Blend.smaller(nearest, part.solid.distance(x, y, z), ROUNDING_MM);
    }
    return nearest - COVER_MM;
  }

  /** HU of its parts painted over what lies behind. */
  public double hu(double x, double y, double z, double behind, double edgeMm) {
    double hu = behind;
    for (var part : near(x, y, z)) {
      if (!Double.isNaN(part.hu)) {
        double covered = Blend.coverage(part.solid.distance(x, y, z), edgeMm);
        hu = Blend.mix(hu, part.hu, covered);
      }
    }
    return hu;
  }

  private Part[] near(double x, double y, double z) {
    int i = (int) ((x - LOWEST_X_MM) / CELL_MM);
    int j = (int) ((y - LOWEST_Y_MM) / CELL_MM);
    int k = (int) ((z - LOWEST_Z_MM) / CELL_MM);
    boolean within =
        x > LOWEST_X_MM
            && y > LOWEST_Y_MM
            && z > LOWEST_Z_MM
            && i < CELLS_X
            && j < CELLS_Y
            && k < CELLS_Z;
    return within ? cells[(k * CELLS_Y + j) * CELLS_X + i] : NONE;
  }

  private static void rods(List<Part> parts, double hu, double... knots) {
    for (int n = 0; n + 7 < knots.length; n += 4) {
      parts.add(
          new Part(
              new Rod(
                  knots[n],
                  knots[n + 1],
                  knots[n + 2],
                  knots[n + 3],
                  knots[n + 4],
                  knots[n + 5],
                  knots[n + 6],
                  knots[n + 7]),
              hu));
    }
  }

  private static void round(
      List<Part> parts, double hu, double x, double y, double z, double a, double b, double c) {
    parts.add(new Part(new Round(x, y, z, a, b, c), hu));
  }

  private static void addFat(List<Part> parts, Spine spine) {
    for (double z = -250; z < 150; z += 40) {
      rods(parts, Double.NaN, 0, spine.centreY(z), z, 20, 0, spine.centreY(z + 40), z + 40, 20);
      rods(
          parts,
          Double.NaN,
          0,
          spine.centreY(z) + 26,
          z,
          24,
          0,
          spine.centreY(z + 40) + 26,
          z + 40,
          24);
    }
    rods(parts, Double.NaN, 0, 4, 130, 30, 0, 2, 70, 24, 0, 2, 30, 20);
    rods(
        parts,
        Double.NaN,
        0,
        -52,
        60,
        11,
        0,
        -62,
        10,
        6,
        2,
        -78,
        -40,
        6,
        4,
        -92,
        -90,
        16,
        4,
        -98,
        -170,
        18);
    rods(parts, Double.NaN, 0, -22, 50, 18, 2, -34, 0, 18, 4, -48, -50, 20);
    rods(parts, Double.NaN, 0, 10, 40, 19, 0, 14, -20, 24, 4, 22, -60, 18, 4, 24, -110, 22);
    rods(parts, Double.NaN, 4, 24, -110, 24, 4, 30, -250, 30);
    rods(parts, Double.NaN, -24, 14, -12, 12, 0, 14, -4, 14, 30, 16, -14, 12);
    round(parts, Double.NaN, 6, -40, -124, 46, 46, 22);
    round(parts, Double.NaN, 2, -8, -100, 26, 30, 26);
    round(parts, Double.NaN, -40, -62, -126, 20, 22, 20);
    round(parts, Double.NaN, 72, -52, -128, 20, 20, 16);
    round(parts, NODES, -42, 8, -14, 9, 11, 15);
    round(parts, NODES, 42, 12, -10, 9, 10, 13);
    round(parts, NODES, 2, 16, -14, 9, 6, 9);
    rods(parts, Double.NaN, -40, 10, -16, 10, -38, 20, -48, 9);
    rods(parts, Double.NaN, 40, 12, -14, 10, 38, 22, -46, 9);
  }

  private static void addHeart(List<Part> parts) {
    round(parts, HEART, -29, -22, -74, 27, 30, 38);
    round(parts, HEART, 8, -52, -90, 46, 28, 36);
    rods(parts, HEART, 24, -14, -66, 32, 58, -40, -106, 25);
    round(parts, HEART, 2, 10, -52, 34, 20, 23);
    round(parts, HEART, 33, -22, -38, 12, 14, 14);
  }

  private static void addArteries(List<Part> parts) {
    rods(parts, BLOOD, 8, -16, -58, 14, -12, -22, -30, 15, -14, -20, 10, 15.5);
    rods(parts, BLOOD, -14, -20, 10, 15, -4, -8, 32, 13.5, 10, 12, 36, 12.5, 20, 36, 28, 12.5);
    rods(parts, BLOOD, 20, 36, 28, 12.5, 23, 44, 0, 12, 20, 44, -70, 11.5, 10, 40, -150, 11);
    rods(parts, BLOOD, 10, 40, -150, 11, 2, 34, -250, 10.5);
    rods(parts, BLOOD, -6, -6, 40, 6.5, -16, 2, 90, 5.5, -26, 6, 120, 4.5);
    rods(parts, BLOOD, 6, 4, 42, 4, 12, 6, 120, 3.5);
    rods(parts, BLOOD, 14, 18, 40, 5, 22, 16, 92, 5, 46, 10, 112, 4.5);
    rods(parts, BLOOD, 18, -38, -56, 14, 20, -26, -24, 14, 22, -8, -8, 12.5);
    rods(parts, BLOOD, 20, -10, -12, 11, 0, -2, -17, 10.5, -36, 2, -16, 9);
    rods(parts, BLOOD, 22, -6, -8, 11.5, 34, 16, -4, 10, 42, 24, -16, 8);
    rods(parts, BLOOD, -38, 3, -16, 8, -43, 10, -30, 7.5);
  }

  private static void addVeins(List<Part> parts) {
    rods(parts, BLOOD, -30, -16, -50, 10, -29, -12, 20, 9.5, -27, -14, 56, 9);
    rods(parts, BLOOD, -27, -16, 54, 8.5, 2, -24, 66, 7, 30, -18, 82, 6.5, 60, -10, 104, 5.5);
    rods(parts, BLOOD, -27, -14, 56, 8, -34, -12, 88, 7, -58, -8, 106, 5.5);
    rods(parts, BLOOD, -26, -4, 14, 4.5, -14, 38, 12, 4, -8, 46, -10, 3.5, -6, 46, -200, 3);
    rods(parts, BLOOD, -20, 2, -100, 12, -20, 14, -150, 12, -16, 16, -250, 11);
    rods(parts, BLOOD, -26, 10, -48, 7.5, -40, -6, -32, 6);
    rods(parts, BLOOD, -24, 18, -54, 7.5, -38, 22, -58, 6.5);
    rods(parts, BLOOD, 28, 8, -44, 7.5, 40, -4, -26, 6);
    rods(parts, BLOOD, 28, 18, -52, 7.5, 38, 24, -54, 6.5);
  }

  private static void addGullet(List<Part> parts) {
    rods(parts, GULLET, 3, 24, 130, 6.5, 6, 31, 30, 6.5, 6, 33, -40, 6.5, 14, 26, -140, 7.5);
  }
}
