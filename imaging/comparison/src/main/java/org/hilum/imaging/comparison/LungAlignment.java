package org.hilum.imaging.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.hilum.imaging.comparison.alignment.LungRegistration;
import org.hilum.imaging.comparison.alignment.LungRegistration.Registered;
import org.hilum.imaging.segmentation.LungLabel;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Lays the lungs of two dates on each other, smoothly and one to one.
 *
 * <p>In: two readings of one patient; orientation, spacing and coverage may differ. <br>
 * Out: the movement from prior to current with its figures. Swapping the dates gives the inverse;
 * the number of threads changes nothing. <br>
 * Refuses: a date without lungs, scans with little lung in common, lungs whose outlines or whose
 * vessels do not come to lie on each other. <br>
 * Source and measurements: docs/methods/alignment.md. <br>
 * Limits: not meant for points outside the lungs; a lobe that is gone or a lung wholly opaque is
 * followed by its outline only. <br>
 * Cost: all threads of the common pool; under 350 MB beside the readings for lungs of usual size.
 */
public final class LungAlignment implements LungAligner {

  /** Least Dice of the lungs after alignment, over what both scans cover. */
  private static final double LEAST_OVERLAP = 0.9;

  /**
   * Least correlation of vessels and fissures after alignment. Measured: two patients 0.37 to 0.40,
   * upside down 0.30 to 0.33, two drawn chests that differ in their vessels only 0.56; one patient
   * breathed out 0.95, one drawn chest in slices of 5 mm 0.79.
   */
  private static final double LEAST_LIKENESS = 0.6;

  /**
   * Most uneven expansion: lungs of one patient stretch alike, those of two are forced. Measured:
   * two patients or upside down 0.28 to 0.52, one patient breathed out 0.05.
   */
  private static final double MOST_UNEVENNESS = 0.25;

  /** Least part of the lungs that both scans cover. */
  private static final double LEAST_SEEN = 0.3;

  @Override
  public AlignmentResult align(DatedReading prior, DatedReading current, DoubleConsumer progress) {
    if (!hasLungs(prior) || !hasLungs(current)) {
      return new AlignmentResult.NotAligned(
          List.of(failed("One of the scans shows no lung.")), Optional.empty());
    }
    var registered = LungRegistration.register(prior, current, progress);
    var reasons = reasons(registered);
    progress.accept(1);
    return reasons.isEmpty()
        ? new AlignmentResult.Aligned(registered.movement())
        : new AlignmentResult.NotAligned(reasons, Optional.of(registered.movement()));
  }

  private static boolean hasLungs(DatedReading reading) {
    var lungs = reading.segmentation().lungs();
    return lungs.count(LungLabel.LEFT) + lungs.count(LungLabel.RIGHT) > 0;
  }

  private static List<Reason> reasons(Registered registered) {
    double overlap = registered.movement().quality().overlap();
    var reasons = new ArrayList<Reason>();
    if (registered.seen() < LEAST_SEEN) {
      reasons.add(failed("Both scans cover only %.0f %% of the lungs.", 100 * registered.seen()));
    }
    if (overlap < LEAST_OVERLAP) {
      reasons.add(failed("The lungs overlap by only %.2f (Dice) when aligned.", overlap));
    }
    if (registered.likeness() < LEAST_LIKENESS) {
      reasons.add(
          failed(
              "Vessels and fissures do not lie on each other: correlation %.2f.",
              registered.likeness()));
    }
    if (registered.unevenness() > MOST_UNEVENNESS) {
      reasons.add(
          failed(
              "The lungs would have to be stretched too unevenly: %.2f.", registered.unevenness()));
    }
    if (!reasons.isEmpty()) {
      reasons.addAll(registered.movement().remarks());
    }
    return reasons;
  }

  private static Reason failed(String message, double number) {
    return failed(String.format(Locale.ROOT, message, number));
  }

  private static Reason failed(String message) {
    return Reason.of(ComparisonReason.ALIGNMENT_FAILED, message);
  }
}
