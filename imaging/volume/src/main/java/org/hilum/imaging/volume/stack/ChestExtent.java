package org.hilum.imaging.volume.stack;

import java.util.List;
import java.util.Locale;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;
import org.hilum.imaging.volume.VolumeReason;

/**
 * Whether a volume is large enough to hold an adult's lungs.
 *
 * <p>Limits: our own rule from the height of adult lungs, 200 to 300 mm: under {@value
 * #LEAST_HEIGHT_MM} mm from head to feet is refused, under {@value #WHOLE_HEIGHT_MM} mm is stated.
 */
public final class ChestExtent {

  private static final int LEAST_SLICES = 15;
  private static final double LEAST_HEIGHT_MM = 150;
  private static final double WHOLE_HEIGHT_MM = 200;
  private static final double LEAST_WIDTH_MM = 220;

  /** Contiguous chest CT is read at up to 5 mm (ct-reading, slice thickness); 10 mm is the most. */
  private static final double THICK_MM = 5.05;

  private static final double MOST_SPACING_MM = 10.05;

  /** 700 million voxels are 1.4 GB of Hounsfield units. */
  private static final long MOST_VOXELS = 700_000_000;

  private ChestExtent() {}

  static void requireEnough(List<Slice> stack, List<Reason> refusals) {
    var first = stack.getFirst();
    requireEnough(stack.size(), refusals);
    if ((long) stack.size() * first.rows() * first.columns() > MOST_VOXELS) {
      refusals.add(
          Reason.of(
              VolumeReason.TOO_LARGE,
              String.format(
                  Locale.ROOT,
                  "%d slices of %d x %d are more than %d million voxels: send a coarser series",
                  stack.size(),
                  first.rows(),
                  first.columns(),
                  MOST_VOXELS / 1_000_000)));
    }
  }

  private static void requireEnough(int slices, List<Reason> refusals) {
    if (slices < LEAST_SLICES) {
      refusals.add(
          Reason.of(
              VolumeReason.TOO_FEW_SLICES,
              slices
                  + (slices == 1 ? " slice is" : " slices are")
                  + " too few for a chest, at"
                  + " least "
                  + LEAST_SLICES
                  + " are needed: send the whole series"));
    }
  }

  /** Adds what speaks against a volume of this size, and what must be said about it. */
  public static void require(
      VolumeGeometry geometry, List<Reason> refusals, List<Reason> deviations) {
    double height = extentMm(geometry, 2);
    double width = extentMm(geometry, 0);
    if (height < LEAST_HEIGHT_MM) {
      refusals.add(
          says(
              VolumeReason.COVERAGE_TOO_SHORT,
              "%.0f mm from head to feet cannot hold lungs, at least %.0f mm are needed: send or scan the rest",
              height,
              LEAST_HEIGHT_MM));
    } else if (height < WHOLE_HEIGHT_MM) {
      deviations.add(
          says(
              VolumeReason.SHORT_COVERAGE,
              "%.0f mm from head to feet may not hold the lungs from apex to base",
              height));
    }
    if (width < LEAST_WIDTH_MM) {
      deviations.add(
          says(
              VolumeReason.NARROW_FIELD,
              "a field %.0f mm wide may cut the lungs off at the sides",
              width));
    }
    double spacing = geometry.normalSpacingMm();
    if (spacing > MOST_SPACING_MM) {
      refusals.add(
          says(
              VolumeReason.TOO_FAR_APART,
              "slices %.1f mm apart are single samples, not a volume: send a reconstruction of at most %.0f mm",
              spacing,
              MOST_SPACING_MM));
    } else if (spacing > THICK_MM) {
      deviations.add(
          says(
              VolumeReason.THICK_SLICES,
              "slices lie %.1f mm apart; small findings may be missed",
              spacing));
    }
  }

  /** Whether a block of voxels has enough layers along its shortest side. */
  public static void requireLayers(VolumeGeometry geometry, List<Reason> refusals) {
    int layers = Math.min(geometry.slices(), Math.min(geometry.rows(), geometry.columns()));
    requireEnough(layers, refusals);
  }

  /** How far the voxels reach along a patient axis: 0 left to right, 1 front to back, 2 height. */
  public static double extentMm(VolumeGeometry geometry, int axis) {
    return reach(geometry.iDirection(), axis, geometry.iSpacingMm(), geometry.columns())
        + reach(geometry.jDirection(), axis, geometry.jSpacingMm(), geometry.rows())
        + reach(geometry.kDirection(), axis, geometry.kSpacingMm(), geometry.slices());
  }

  private static double reach(Vector3 direction, int axis, double spacingMm, int count) {
    return Math.abs(direction.component(axis)) * spacingMm * count;
  }

  private static Reason says(VolumeReason code, String pattern, Object... values) {
    return Reason.of(code, String.format(Locale.ROOT, pattern, values));
  }
}
