package org.hilum.imaging.volume.stack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hilum.imaging.dicom.Instance;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;
import org.hilum.imaging.volume.VolumeReason;

/**
 * Puts slices in order by Image Position along their normal, and says all that keeps them from
 * being a volume.
 *
 * <p>Never by file order, Instance Number or Slice Location. The slice direction comes from the
 * positions, so that a tilted gantry gives a sheared volume; k grows along i x j, so that the
 * volume is right-handed.
 */
public final class StackPlanner {

  /** Beyond this no chest is scanned; gantries tilt by at most 30 degrees. */
  private static final double MOST_TILT_DEGREES = 30.05;

  /** From here a tilt is worth a word; below it is the rounding of positions. */
  private static final double STATED_TILT_DEGREES = 0.5;

  /** How far a slice may lie beside the straight line through the first and the last. */
  private static final double BESIDE_LINE_MM = 0.5;

  /** Pixel spacing may differ by this fraction: 0.2 mm at the far edge of a 400 mm field. */
  private static final double PIXEL_SPACING_TOLERANCE = 5e-4;

  private final List<Reason> deviations = new ArrayList<>();
  private final List<Reason> refusals = new ArrayList<>();
  private final List<StackPlan.Repeat> repeats = new ArrayList<>();

  private StackPlanner() {}

  /** Plans the stack of the instances of one series, in any order. */
  public static PlanResult plan(List<Instance> instances) {
    return new StackPlanner().planned(instances);
  }

  private PlanResult planned(List<Instance> instances) {
    var slices = slices(instances);
    if (slices.isEmpty()) {
      return new PlanResult.PlanRefused(refusals);
    }
    var parallels = Parallels.of(slices);
    parallels.refusal().ifPresent(refusals::add);
    parallels.deviation().ifPresent(deviations::add);
    requireOneGrid(parallels.main());
    var stack = stacked(parallels.main());
    if (stack.size() > 1) {
      refusals.addAll(new Spacing(stack, stack.getFirst().normal()).refusals());
      requireLine(stack);
    }
    ChestExtent.requireEnough(stack, refusals);
    if (!refusals.isEmpty()) {
      return new PlanResult.PlanRefused(refusals);
    }
    var geometry = geometry(stack);
    ChestExtent.require(geometry, refusals, deviations);
    requireTilt(geometry);
    deviations.addAll(ScanRemarks.of(stack.getFirst().instance().dataSet()));
    return refusals.isEmpty()
        ? new PlanResult.Planned(new StackPlan(geometry, stack, repeats, deviations))
        : new PlanResult.PlanRefused(refusals);
  }

  private List<Slice> slices(List<Instance> instances) {
    var tally = new ReasonTally();
    var reader = new SliceReader(tally);
    instances.forEach(reader::read);
    refusals.addAll(tally.reasons());
    if (instances.isEmpty()) {
      refusals.add(Reason.of(VolumeReason.NOTHING_TO_BUILD, "there is no image"));
    } else if (reader.slices().isEmpty() && refusals.isEmpty()) {
      refusals.add(
          Reason.of(
              VolumeReason.ONLY_LOCALIZERS,
              reader.localizers().size() == 1
                  ? "its only image is a localizer, not the scan itself"
                  : "all "
                      + reader.localizers().size()
                      + " images are localizers, not the scan itself"));
    } else if (!reader.localizers().isEmpty()) {
      deviations.add(
          new Reason(
              VolumeReason.LOCALIZER_DROPPED,
              reader.localizers().size() + " localizers inside the series were left out",
              reader.localizers().getFirst()));
    }
    return reader.slices().stream()
        .sorted(Comparator.comparing(Slice::sopInstanceUid).thenComparingInt(Slice::frame))
        .toList();
  }

  private void requireOneGrid(List<Slice> slices) {
    var first = slices.getFirst();
    var others = slices.stream().filter(slice -> !sameGrid(first, slice)).toList();
    if (!others.isEmpty()) {
      refusals.add(
          new Reason(
              VolumeReason.MIXED_GRID,
              others.size()
                  + " of "
                  + slices.size()
                  + " slices have another size than "
                  + grid(first)
                  + ", the first of them "
                  + grid(others.getFirst())
                  + ": send each reconstruction as a series of its own",
              others.getFirst().label()));
    }
  }

  private static boolean sameGrid(Slice one, Slice other) {
    return one.rows() == other.rows()
        && one.columns() == other.columns()
        && near(one.iSpacingMm(), other.iSpacingMm())
        && near(one.jSpacingMm(), other.jSpacingMm());
  }

  private static boolean near(double one, double other) {
    return Math.abs(one - other) <= PIXEL_SPACING_TOLERANCE * one;
  }

  private static String grid(Slice slice) {
    return String.format(
        Locale.ROOT,
        "%d x %d pixels of %.4f x %.4f mm",
        slice.rows(),
        slice.columns(),
        slice.jSpacingMm(),
        slice.iSpacingMm());
  }

  /** The slices along their normal; further images at one position become repeats. */
  private List<Slice> stacked(List<Slice> slices) {
    var normal = slices.getFirst().normal();
    var stack = new ArrayList<Slice>();
    for (var slice :
        slices.stream().sorted(Comparator.comparingDouble(each -> each.along(normal))).toList()) {
      boolean repeat =
          !stack.isEmpty()
              && slice.along(normal) - stack.getLast().along(normal) < Spacing.SAME_POSITION_MM;
      if (repeat) {
        repeats.add(new StackPlan.Repeat(stack.size() - 1, slice));
      } else {
        stack.add(slice);
      }
    }
    return stack;
  }

  private void requireLine(List<Slice> stack) {
    var first = stack.getFirst();
    var line = stack.getLast().position().minus(first.position());
    var normal = first.normal();
    double length = line.dot(normal);
    for (var slice : stack) {
      double along = (slice.along(normal) - first.along(normal)) / length;
      double beside = slice.position().minus(first.position()).plus(line.scaled(-along)).length();
      if (beside > BESIDE_LINE_MM) {
        refusals.add(
            new Reason(
                VolumeReason.SLIDING_SLICES,
                String.format(
                    Locale.ROOT,
                    "a slice lies %.1f mm beside the line of the others: send one scan without"
                        + " table or centre change",
                    beside),
                slice.label()));
        return;
      }
    }
  }

  private static VolumeGeometry geometry(List<Slice> stack) {
    var first = stack.getFirst();
    Vector3 through = stack.getLast().position().minus(first.position());
    return new VolumeGeometry(
        first.position(),
        first.iDirection(),
        first.jDirection(),
        through.normalised(),
        first.iSpacingMm(),
        first.jSpacingMm(),
        through.length() / (stack.size() - 1),
        first.columns(),
        first.rows(),
        stack.size());
  }

  private void requireTilt(VolumeGeometry geometry) {
    double tilt = geometry.tiltDegrees();
    if (tilt > MOST_TILT_DEGREES) {
      refusals.add(
          Reason.of(
              VolumeReason.TILT_TOO_STRONG,
              String.format(
                  Locale.ROOT,
                  "the slices lean by %.1f degrees, at most 30 are read: send an upright scan",
                  tilt)));
    } else if (tilt >= STATED_TILT_DEGREES) {
      deviations.add(
          Reason.of(
              VolumeReason.TILTED_GANTRY,
              String.format(
                  Locale.ROOT,
                  "the gantry was tilted by %.1f degrees; the volume is kept sheared as scanned",
                  tilt)));
    }
  }
}
