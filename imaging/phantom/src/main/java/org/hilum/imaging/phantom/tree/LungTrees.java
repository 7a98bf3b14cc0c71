package org.hilum.imaging.phantom.tree;

import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.phantom.anatomy.BodyFrame;
import org.hilum.imaging.phantom.anatomy.Thorax;
import org.hilum.imaging.phantom.shape.Capsules;
import org.hilum.imaging.phantom.texture.Hash;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;

/**
 * Where the airways and vessels of both lungs run in a patient.
 *
 * <p>Each lobe has an artery that its bronchus accompanies, and a vein between; all grown to fill
 * the lobe from its root at the hilum.
 */
public final class LungTrees {

  /** Distance between the ends of neighbouring twigs, and from the pleura. */
  private static final double TWIG_SPACING_MM = 9.5;

  private static final double PLEURA_MM = 4;
  private static final double ARTERY_TIP_MM = 0.46;
  private static final double VEIN_TIP_MM = 0.44;

  /** Arteries thinner than this have no visible airway beside them. */
  private static final double THINNEST_ACCOMPANIED_MM = 0.95;

  private static final double LUMEN_OF_ARTERY = 0.86;
  private static final double SMALLEST_WALL_MM = 0.45;
  private static final double WALL_OF_LUMEN = 0.2;

  /** Vessels at least this thick count as hilum, not as lung. */
  private static final double HILAR_RADIUS_MM = 3.6;

  private static final double VESSEL_HU = 45;
  private static final double WALL_HU = 20;
  private static final double LUMEN_HU = -985;

  /** Where the bronchus, artery and vein of each lobe spring off, by the label of the lobe. */
  private record Root(PatientPoint bronchus, PatientPoint artery, PatientPoint vein) {}

  private static final List<Root> ROOTS =
      List.of(
          new Root(point(48, 9, -13), point(45, 14, -4), point(44, -4, -24)),
          new Root(point(44, 26, -38), point(48, 22, -28), point(40, 27, -54)),
          new Root(point(-44, 12, -7), point(-47, 4, -6), point(-43, -5, -24)),
          new Root(point(-49, 0, -44), point(-51, -3, -38), point(-44, -10, -38)),
          new Root(point(-43, 24, -48), point(-48, 18, -44), point(-40, 27, -60)));

  private final Thorax thorax;
  private final BodyFrame frame;
  private final Capsules vessels = new Capsules();
  private final Capsules walls = new Capsules();
  private final Capsules lumens = new Capsules();
  private final Capsules hilar = new Capsules();

  /** The trees of a chest, the same for the same seed. */
  public LungTrees(Thorax thorax, BodyFrame frame, long seed) {
    this.thorax = thorax;
    this.frame = frame;
    addCentralAirways();
    var arteryEnds = ends(seed, 0);
    var veinEnds = ends(seed + 1, TWIG_SPACING_MM / 2);
    for (int lobe = 1; lobe <= ROOTS.size(); lobe++) {
      var root = ROOTS.get(lobe - 1);
      var out = new Vector3(root.bronchus.x() > 0 ? 1 : -1, 0, 0);
      var cloud = arteryEnds.get(lobe - 1);
      var arteries = TreeGrowth.grow(root.artery, out, cloud, ARTERY_TIP_MM);
      addVessels(arteries);
      addAirways(arteries, root.bronchus.minus(root.artery));
      var veins = veinEnds.get(lobe - 1);
      addVessels(TreeGrowth.grow(root.vein, out, veins, VEIN_TIP_MM));
    }
  }

  /** Arteries and veins. */
  public Capsules vessels() {
    return vessels;
  }

  /** Airways with their walls, to be painted before the lumens. */
  public Capsules walls() {
    return walls;
  }

  /** The air inside the airways. */
  public Capsules lumens() {
    return lumens;
  }

  /** Trachea, main and lobar bronchi and hilar vessels: not counted as lung. */
  public Capsules hilar() {
    return hilar;
  }

  private static PatientPoint point(double x, double y, double z) {
    return new PatientPoint(x, y, z);
  }

  /** Evenly strewn ends of twigs, one list a lobe. */
  private List<List<PatientPoint>> ends(long seed, double shift) {
    var clouds = new ArrayList<List<PatientPoint>>();
    ROOTS.forEach(root -> clouds.add(new ArrayList<>()));
    long n = 0;
    for (double z = -230 + shift; z < 115; z += TWIG_SPACING_MM) {
      for (double y = -105 + shift; y < 105; y += TWIG_SPACING_MM) {
        for (double x = -140 + shift; x < 145; x += TWIG_SPACING_MM) {
          double u = x + TWIG_SPACING_MM * (Hash.unit(Hash.bits(seed, n, 0)) - 0.5);
          double v = y + TWIG_SPACING_MM * (Hash.unit(Hash.bits(seed, n, 1)) - 0.5);
          double w = z + TWIG_SPACING_MM * (Hash.unit(Hash.bits(seed, n++, 2)) - 0.5);
          if (thorax.lungDistance(u, v, w) < -PLEURA_MM) {
            clouds.get(thorax.fissures().lobe(u, v, w) - 1).add(point(u, v, w));
          }
        }
      }
    }
    return clouds;
  }

  private void addVessels(List<Branch> branches) {
    for (var branch : branches) {
      var ends = new PatientPoint[] {branch.start(), branch.end()};
      add(vessels, ends, branch, 1, 0, VESSEL_HU);
      if (branch.radius() > HILAR_RADIUS_MM) {
        add(hilar, ends, branch, 1, 0, VESSEL_HU);
      }
    }
  }

  /** A branch as a bent chain of rods that springs off in its parent's direction. */
  private void add(
      Capsules into, PatientPoint[] ends, Branch branch, double factor, double more, double hu) {
    double length = ends[1].minus(ends[0]).length();
    var bend = ends[0].plus(branch.along(), 0.4 * length);
    int pieces = length > 12 ? 4 : length > 5 ? 2 : 1;
    var before = ends[0];
    double radiusBefore = branch.radius();
    for (int piece = 1; piece <= pieces; piece++) {
      double t = piece / (double) pieces;
      var here = bezier(ends[0], bend, ends[1], t);
      double radius = branch.radius() + (branch.endRadius() - branch.radius()) * t;
      rod(into, before, radiusBefore * factor + more, here, radius * factor + more, hu);
      before = here;
      radiusBefore = radius;
    }
  }

  private static PatientPoint bezier(PatientPoint a, PatientPoint b, PatientPoint c, double t) {
    double u = (1 - t) * (1 - t);
    double v = 2 * t * (1 - t);
    double w = t * t;
    return point(
        u * a.x() + v * b.x() + w * c.x(),
        u * a.y() + v * b.y() + w * c.y(),
        u * a.z() + v * b.z() + w * c.z());
  }

  private void rod(Capsules into, PatientPoint a, double ra, PatientPoint b, double rb, double hu) {
    double size = frame.size();
    into.add(
        frame.soft(a.x(), a.y(), a.z()), ra * size, frame.soft(b.x(), b.y(), b.z()), rb * size, hu);
  }

  /** Airways beside the thicker arteries of a lobe, starting away from them by a vector. */
  private void addAirways(List<Branch> arteries, Vector3 apart) {
    var away = apart.normalised();
    for (var artery : arteries) {
      if (artery.radius() < THINNEST_ACCOMPANIED_MM) {
        continue;
      }
      boolean first = artery.parent() < 0;
      var start =
          first ? artery.start().plus(apart, 1) : beside(arteries.get(artery.parent()), away);
      var ends = new PatientPoint[] {start, beside(artery, away)};
      addAirway(ends, artery, first);
    }
  }

  private void addAirway(PatientPoint[] ends, Branch artery, boolean first) {
    double wall = Math.max(SMALLEST_WALL_MM, WALL_OF_LUMEN * artery.radius());
    add(walls, ends, artery, LUMEN_OF_ARTERY, wall, WALL_HU);
    add(lumens, ends, artery, LUMEN_OF_ARTERY, 0, LUMEN_HU);
    if (first || artery.radius() > HILAR_RADIUS_MM) {
      add(hilar, ends, artery, LUMEN_OF_ARTERY, wall, LUMEN_HU);
    }
  }

  /** The place beside the end of an artery where its airway ends too. */
  private static PatientPoint beside(Branch artery, Vector3 away) {
    var along = artery.end().minus(artery.start());
    var straight = along.length() < 1e-6 ? new Vector3(0, 0, 1) : along.normalised();
    double part = away.dot(straight);
    var across =
        new Vector3(
            away.x() - part * straight.x(),
            away.y() - part * straight.y(),
            away.z() - part * straight.z());
    if (across.length() < 0.2) {
      across = straight.cross(new Vector3(0, 1, 0));
    }
    var unit = across.length() < 1e-6 ? away : across.normalised();
    return artery.end().plus(unit, 2 * artery.endRadius() + SMALLEST_WALL_MM);
  }

  private void addCentralAirways() {
    airway(0, 3, 135, 8.2, 0, 6, 70, 8.2, 0, 12, 14, 8.4, 0, 13, 4, 8.6);
    airway(0, 13, 4, 8, -16, 14, -8, 7.2, -26, 14, -14, 6.6);
    airway(-26, 14, -14, 5, -36, 13, -10, 4.8, -44, 12, -7, 4.4);
    airway(-26, 14, -14, 5.8, -35, 14, -28, 5.4, -42, 16, -40, 5);
    airway(-42, 16, -40, 4, -46, 8, -42, 3.6, -49, 0, -44, 3.2);
    airway(-42, 16, -40, 4.6, -43, 20, -44, 4.5, -43, 24, -48, 4.4);
    airway(0, 13, 4, 7.6, 16, 16, -8, 6.8, 36, 18, -18, 6.2);
    airway(36, 18, -18, 5, 42, 13, -15, 4.8, 48, 9, -13, 4.4);
    airway(36, 18, -18, 5.2, 41, 22, -28, 4.8, 44, 26, -38, 4.4);
  }

  private void airway(double... knots) {
    for (int n = 0; n + 7 < knots.length; n += 4) {
      var a = point(knots[n], knots[n + 1], knots[n + 2]);
      var b = point(knots[n + 4], knots[n + 5], knots[n + 6]);
      rod(walls, a, knots[n + 3] + 1.4, b, knots[n + 7] + 1.4, WALL_HU);
      rod(lumens, a, knots[n + 3], b, knots[n + 7], LUMEN_HU);
      rod(hilar, a, knots[n + 3] + 1.4, b, knots[n + 7] + 1.4, LUMEN_HU);
    }
  }
}
