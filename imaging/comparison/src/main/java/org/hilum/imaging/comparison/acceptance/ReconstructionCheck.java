package org.hilum.imaging.comparison.acceptance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.hilum.imaging.comparison.ComparisonReason;
import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Whether two readings were made alike enough for their amounts to be compared.
 *
 * <p>Slices: refused when the thicker are at least {@value #THICK_MM} mm and at least {@value
 * #TOO_DIFFERENT} times the thinner. The thickness is the larger of what the header says and the
 * distance between slices. <br>
 * Source: volumes at 1.25 to 2.5 mm must not be used interchangeably with those at 5 mm,
 * PMC4000020; 4 mm lies between, and the factor keeps 4 and 5 mm together. <br>
 * Limits: where the spacing is not known, slices are not compared.
 */
public final class ReconstructionCheck {
  private static final double THICK_MM = 4;
  private static final double TOO_DIFFERENT = 1.5;

  /** From here on a difference is worth a remark: 1.5 and 2 mm read alike. */
  private static final double DIFFERENT = 1.4;

  private ReconstructionCheck() {}

  /** Why two readings in a row must not be compared. */
  public static List<Reason> refusals(DatedReading prior, DatedReading current) {
    var reasons = new ArrayList<Reason>();
    var where = prior.key() + " and " + current.key();
    if (!networks(prior).isEmpty()
        && !networks(current).isEmpty()
        && !networks(prior).equals(networks(current))) {
      var code = ComparisonReason.OTHER_NETWORKS;
      reasons.add(new Reason(code, code.meaning(), where));
    }
    if (spacingKnown(prior, current)
        && thicker(prior, current) >= THICK_MM
        && ratio(prior, current) >= TOO_DIFFERENT) {
      var code = ComparisonReason.OTHER_THICKNESS;
      reasons.add(new Reason(code, code.meaning() + words(prior, current), where));
    }
    return reasons;
  }

  /** What is worth saying about how two readings were made. */
  public static List<Reason> remarks(DatedReading prior, DatedReading current) {
    var remarks = new ArrayList<Reason>();
    if (networks(prior).isEmpty() || networks(current).isEmpty()) {
      remarks.add(of(ComparisonReason.NETWORKS_UNKNOWN));
    }
    if (spacingKnown(prior, current) && ratio(prior, current) >= DIFFERENT) {
      var code = ComparisonReason.THICKNESS_DIFFERS;
      remarks.add(Reason.of(code, code.meaning() + words(prior, current)));
    }
    if (otherKernel(prior, current)) {
      remarks.add(of(ComparisonReason.OTHER_KERNEL));
    }
    if (prior.acquisition().contrast() != current.acquisition().contrast()) {
      remarks.add(of(ComparisonReason.CONTRAST_DIFFERS));
    }
    return remarks;
  }

  private static boolean otherKernel(DatedReading prior, DatedReading current) {
    var before = prior.acquisition().kernel();
    var after = current.acquisition().kernel();
    return before.isPresent()
        && after.isPresent()
        && !before.get().strip().equalsIgnoreCase(after.get().strip());
  }

  private static boolean spacingKnown(DatedReading prior, DatedReading current) {
    return prior.volume().spacingKnown() && current.volume().spacingKnown();
  }

  private static HashSet<Object> networks(DatedReading reading) {
    return new HashSet<>(reading.segmentation().networks());
  }

  /** What a slice covers, mm. */
  private static double thicknessMm(DatedReading reading) {
    double apart = reading.volume().geometry().normalSpacingMm();
    return Math.max(apart, reading.acquisition().thicknessMm().orElse(apart));
  }

  private static double thicker(DatedReading prior, DatedReading current) {
    return Math.max(thicknessMm(prior), thicknessMm(current));
  }

  private static double ratio(DatedReading prior, DatedReading current) {
    return thicker(prior, current) / Math.min(thicknessMm(prior), thicknessMm(current));
  }

  private static String words(DatedReading prior, DatedReading current) {
    return String.format(
        Locale.ROOT, " Here %.2f and %.2f mm.", thicknessMm(prior), thicknessMm(current));
  }

  private static Reason of(ComparisonReason code) {
    return Reason.of(code, code.meaning());
  }
}
