package org.hilum.imaging.volume;

import java.util.List;

/**
 * How the voxels of a volume of any orientation are put in the one order that networks, measurers
 * and pictures expect, and how masks are put back.
 *
 * <p>Canonical: i runs towards the patient's left, j towards the back, k towards the head, each as
 * nearly as the volume's own axes allow. Nothing is interpolated: axes are exchanged and turned
 * round, so every voxel keeps its place in the patient.
 *
 * <p>Cost: an order that is already canonical shares its arrays; slices that only change places are
 * shared too; anything else is copied once. What is shared must not be changed.
 */
public final class CanonicalOrder {

  private static final List<int[]> PERMUTATIONS =
      List.of(
          new int[] {0, 1, 2},
          new int[] {1, 0, 2},
          new int[] {0, 2, 1},
          new int[] {2, 1, 0},
          new int[] {1, 2, 0},
          new int[] {2, 0, 1});

  private final VolumeGeometry source;
  private final VolumeGeometry geometry;
  private final AxisOrder order;

  private CanonicalOrder(VolumeGeometry source, AxisOrder order) {
    this.source = source;
    this.order = order;
    this.geometry = reordered(source, order);
  }

  /** The canonical order of the voxels of a geometry. */
  public static CanonicalOrder of(VolumeGeometry source) {
    var directions = List.of(source.iDirection(), source.jDirection(), source.kDirection());
    int[] best = PERMUTATIONS.getFirst();
    for (int[] candidate : PERMUTATIONS) {
      // A tie keeps the earlier, simpler exchange, so that 45 degrees always reads the same way.
      if (alignment(directions, candidate) > alignment(directions, best) + 1e-9) {
        best = candidate;
      }
    }
    return new CanonicalOrder(
        source,
        new AxisOrder(
            axis(directions, best, 0), axis(directions, best, 1), axis(directions, best, 2)));
  }

  private static double alignment(List<Vector3> directions, int[] permutation) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      sum += Math.abs(directions.get(permutation[axis]).component(axis));
    }
    return sum;
  }

  private static AxisOrder.Axis axis(List<Vector3> directions, int[] permutation, int axis) {
    int number = permutation[axis];
    return new AxisOrder.Axis(number, directions.get(number).component(axis) < 0);
  }

  private static VolumeGeometry reordered(VolumeGeometry source, AxisOrder order) {
    if (order.isIdentity()) {
      return source;
    }
    int[] size = size(source);
    int[] corner = new int[3];
    for (var axis : List.of(order.i(), order.j(), order.k())) {
      corner[axis.number()] = axis.reversed() ? size[axis.number()] - 1 : 0;
    }
    return new VolumeGeometry(
        source.point(corner[2], corner[1], corner[0]),
        direction(source, order.i()),
        direction(source, order.j()),
        direction(source, order.k()),
        spacing(source, order.i()),
        spacing(source, order.j()),
        spacing(source, order.k()),
        size[order.i().number()],
        size[order.j().number()],
        size[order.k().number()]);
  }

  private static int[] size(VolumeGeometry geometry) {
    return new int[] {geometry.columns(), geometry.rows(), geometry.slices()};
  }

  private static Vector3 direction(VolumeGeometry source, AxisOrder.Axis axis) {
    var direction =
        switch (axis.number()) {
          case 0 -> source.iDirection();
          case 1 -> source.jDirection();
          default -> source.kDirection();
        };
    return axis.reversed() ? direction.scaled(-1) : direction;
  }

  private static double spacing(VolumeGeometry source, AxisOrder.Axis axis) {
    return switch (axis.number()) {
      case 0 -> source.iSpacingMm();
      case 1 -> source.jSpacingMm();
      default -> source.kSpacingMm();
    };
  }

  /** The geometry of the source. */
  public VolumeGeometry source() {
    return source;
  }

  /** The geometry of the same voxels in canonical order. */
  public VolumeGeometry geometry() {
    return geometry;
  }

  /** Whether the source is already in canonical order. */
  public boolean isIdentity() {
    return order.isIdentity();
  }

  /** Hounsfield units of the source, {@code [k][j * columns + i]}, in canonical order. */
  public short[][] toCanonical(short[][] hu) {
    return order.isIdentity()
        ? hu
        : order.apply(hu, size(source), new short[geometry.slices()][], new AxisOrder.Shorts());
  }

  /** Labels on the source, in canonical order. */
  public byte[][] toCanonical(byte[][] labels) {
    return order.isIdentity()
        ? labels
        : order.apply(labels, size(source), new byte[geometry.slices()][], new AxisOrder.Bytes());
  }

  /** Hounsfield units in canonical order, in the order of the source. */
  public short[][] fromCanonical(short[][] hu) {
    return order.isIdentity()
        ? hu
        : order
            .inverse()
            .apply(hu, size(geometry), new short[source.slices()][], new AxisOrder.Shorts());
  }

  /** Labels in canonical order, in the order of the source. */
  public byte[][] fromCanonical(byte[][] labels) {
    return order.isIdentity()
        ? labels
        : order
            .inverse()
            .apply(labels, size(geometry), new byte[source.slices()][], new AxisOrder.Bytes());
  }

  /** The volume in canonical order; it must lie on the source geometry. */
  public CtVolume toCanonical(CtVolume volume) {
    requireOn(volume.geometry(), source);
    return order.isIdentity()
        ? volume
        : new CtVolume(geometry, toCanonical(volume.hu()), volume.spacingKnown());
  }

  /** A raster on the source, in canonical order. */
  public LabelRaster toCanonical(LabelRaster raster) {
    requireOn(raster.geometry(), source);
    return order.isIdentity() ? raster : new LabelRaster(geometry, toCanonical(raster.labels()));
  }

  /** A raster in canonical order, in the order of the source. */
  public LabelRaster fromCanonical(LabelRaster raster) {
    requireOn(raster.geometry(), geometry);
    return order.isIdentity() ? raster : new LabelRaster(source, fromCanonical(raster.labels()));
  }

  private static void requireOn(VolumeGeometry actual, VolumeGeometry expected) {
    if (!actual.equals(expected)) {
      throw new IllegalArgumentException("the voxels lie on another geometry than this order's");
    }
  }
}
