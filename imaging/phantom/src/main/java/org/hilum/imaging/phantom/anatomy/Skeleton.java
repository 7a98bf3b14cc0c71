package org.hilum.imaging.phantom.anatomy;

import org.hilum.imaging.phantom.shape.Capsules;
import org.hilum.imaging.volume.PatientPoint;

/** Where ribs, sternum, collar bones, shoulder blades and vertebral arches are in a patient. */
public final class Skeleton {

  private static final int RIBS = 12;

  /** How far each rib falls from back to front, and at what angle from the back its bone ends. */
  private static final double[] FALL_MM = {30, 58, 80, 92, 100, 106, 108, 102, 92, 78, 45, 30};

  private static final double[] END_DEGREES = {
    152, 152, 150, 148, 146, 142, 136, 128, 118, 108, 85, 65
  };
  private static final int LAST_RIB_AT_STERNUM = 7;
  private static final double FIRST_DEGREES = 16;
  private static final int STEPS = 36;
  private static final int CARTILAGE_STEPS = 8;

  private static final double RIB_OUTSET_MM = 5.5;
  private static final double RIB_RADIUS_MM = 3.1;
  private static final double RIB_HALF_HEIGHT_MM = 3.2;
  private static final double CORTEX_MM = 1.2;

  private static final double CORTEX_HU = 620;
  private static final double MARROW_HU = 160;
  private static final double CARTILAGE_HU = 95;

  private final Thorax thorax;
  private final BodyFrame frame;
  private final Capsules cartilage = new Capsules();
  private final Capsules cortex = new Capsules();
  private final Capsules marrow = new Capsules();

  /** The bones of a body in a frame. */
  public Skeleton(Thorax thorax, BodyFrame frame) {
    this.thorax = thorax;
    this.frame = frame;
    for (int side = -1; side <= 1; side += 2) {
      for (int rib = 1; rib <= RIBS; rib++) {
        addRib(rib, side);
      }
      addClavicle(side);
      addScapula(side);
    }
    addSternum();
    for (int vertebra = -1; vertebra <= 14; vertebra++) {
      addArch(vertebra);
    }
  }

  /** Cartilage, to be painted first. */
  public Capsules cartilage() {
    return cartilage;
  }

  /** Compact bone, to be painted next. */
  public Capsules cortex() {
    return cortex;
  }

  /** The inside of the bones, to be painted last. */
  public Capsules marrow() {
    return marrow;
  }

  private void addRib(int rib, int side) {
    var before = onRib(rib, side, 0);
    for (int step = 1; step <= STEPS; step++) {
      var here = onRib(rib, side, step / (double) STEPS);
      for (int edge = -1; edge <= 1; edge++) {
        bone(raised(before, edge), RIB_RADIUS_MM, raised(here, edge), RIB_RADIUS_MM);
      }
      before = here;
    }
    if (rib <= LAST_RIB_AT_STERNUM) {
      addCartilage(rib, side);
    }
  }

  /** From the end of the bone along the rib cage to the edge of the sternum. */
  private void addCartilage(int rib, int side) {
    double ribZ = thorax.spine().vertebraZ(rib) + 4 - FALL_MM[rib - 1];
    double sternumZ = 46 - 17 * (rib - 1);
    var before = onRib(rib, side, 1);
    for (int step = 1; step <= CARTILAGE_STEPS; step++) {
      double along = step / (double) CARTILAGE_STEPS;
      double degrees = END_DEGREES[rib - 1] + along * (176 - END_DEGREES[rib - 1]);
      double angle = Math.toRadians(degrees);
      double z = ribZ + along * (sternumZ - ribZ);
      double outset = RIB_OUTSET_MM + 2 * along;
      var here = frame.bone(side * onCavityX(angle, z, outset), onCavityY(angle, z, outset), z);
      cartilage.add(before, 5, here, 4.8, CARTILAGE_HU);
      before = here;
    }
  }

  private PatientPoint raised(PatientPoint point, int edge) {
    return new PatientPoint(
        point.x(), point.y(), point.z() + edge * RIB_HALF_HEIGHT_MM * frame.size());
  }

  /** A place on the middle line of a rib, from its head (0) to the end of its bone (1). */
  private PatientPoint onRib(int rib, int side, double along) {
    double top = thorax.spine().vertebraZ(rib) + 4;
    double z = top - FALL_MM[rib - 1] * Math.pow(along, 1.15);
    double first = Math.toRadians(FIRST_DEGREES);
    double angle = first + along * (Math.toRadians(END_DEGREES[rib - 1]) - first);
    double x = side * onCavityX(angle, z, RIB_OUTSET_MM);
    double y = onCavityY(angle, z, RIB_OUTSET_MM);
    double towardsHead = Math.max(0, 1 - along * 9);
    double headY = thorax.spine().centreY(z) + 10;
    return frame.bone(
        x + (side * 19 - x) * towardsHead * 0.6, y + (headY - y) * towardsHead * 0.8, z);
  }

  private double onCavityX(double angle, double boneZ, double outset) {
    return thorax.cavity().x(angle, softZ(boneZ), outset);
  }

  private double onCavityY(double angle, double boneZ, double outset) {
    return thorax.cavity().y(angle, softZ(boneZ), outset);
  }

  private double softZ(double boneZ) {
    return frame.z(boneZ * frame.size());
  }

  private double sternumY(double z) {
    return onCavityY(Math.PI, z, 9);
  }

  private void addSternum() {
    for (double z = 54; z > -92; z -= 8) {
      double half = z > 20 ? 20 : 12;
      for (double x = -half; x <= half; x += 4) {
        bone(frame.bone(x, sternumY(z), z), 5, frame.bone(x, sternumY(z - 8), z - 8), 5);
      }
    }
  }

  private void addClavicle(int side) {
    double[][] knots = {{22, -52, 62}, {60, -54, 78}, {110, -32, 97}, {152, -6, 106}};
    for (int n = 0; n + 1 < knots.length; n++) {
      bone(at(knots[n], side), 6, at(knots[n + 1], side), 6);
    }
    bone(at(new double[] {170, 8, 112}, side), 22, at(new double[] {176, 6, 128}, side), 20);
  }

  private void addScapula(int side) {
    for (double z = 78; z > -46; z -= 3) {
      double wide = 0.3 + 0.7 * (z + 46) / 124;
      for (double part = 0; part < 1; part += 0.125) {
        double radius = part == 0 || part > 0.8 ? 3.2 : 1.5;
        bone(
            onScapula(side, z, 78 - 34 * wide * part),
            radius,
            onScapula(side, z - 3, 78 - 34 * wide * (part + 0.125)),
            radius);
      }
    }
  }

  private PatientPoint onScapula(int side, double z, double degrees) {
    double angle = Math.toRadians(degrees);
    double outset = 20 + 0.25 * Math.max(0, z);
    return frame.bone(side * onCavityX(angle, z, outset), onCavityY(angle, z, outset), z);
  }

  private void addArch(int vertebra) {
    double z = thorax.spine().vertebraZ(vertebra);
    double y = thorax.spine().centreY(z);
    for (int side = -1; side <= 1; side += 2) {
      bone(frame.bone(side * 13, y + 6, z + 4), 4.5, frame.bone(side * 13, y + 22, z + 3), 4.5);
      bone(frame.bone(side * 13, y + 22, z + 3), 4.5, frame.bone(side * 33, y + 29, z + 5), 4);
      bone(frame.bone(side * 12, y + 24, z + 2), 3.6, frame.bone(side * 2, y + 34, z - 2), 3.6);
    }
    bone(frame.bone(0, y + 33, z - 2), 3.6, frame.bone(0, y + 52, z - 20), 3.2);
  }

  private PatientPoint at(double[] knot, int side) {
    return frame.bone(side * knot[0], knot[1], knot[2]);
  }

  private void bone(PatientPoint a, double ra, PatientPoint b, double rb) {
    double size = frame.size();
    cortex.add(a, ra * size, b, rb * size, CORTEX_HU);
    if (ra > CORTEX_MM + 0.8) {
      marrow.add(a, (ra - CORTEX_MM) * size, b, (rb - CORTEX_MM) * size, MARROW_HU);
    }
  }
}
