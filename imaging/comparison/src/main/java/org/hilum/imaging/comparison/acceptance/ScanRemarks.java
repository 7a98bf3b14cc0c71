package org.hilum.imaging.comparison.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.hilum.imaging.comparison.ComparisonReason;
import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.segmentation.SegmentationReason;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.Region;

/** What limits the comparison of two scans: dates, breath, coverage. */
public final class ScanRemarks {

  /**
   * Lungs that differ by so much of their volume were scanned at another depth of breath, %. Scans
   * a week apart differ by 3 % on average when patients are coached (169 of 5802 mL: Chong 2011,
   * SPIE Medical Imaging), so three times that is not chance.
   */
  private static final double OTHER_BREATH_PERCENT = 10;

  private static final Set<SegmentationReason> CUT =
      Set.of(
          SegmentationReason.CUT_AT_TOP,
          SegmentationReason.CUT_AT_BOTTOM,
          SegmentationReason.CUT_AT_SIDE);

  private ScanRemarks() {}

  /** All remarks on two scans in a row. */
  public static List<Reason> of(DatedReading prior, DatedReading current) {
    var remarks = new ArrayList<Reason>();
    if (prior.date().isEmpty() || current.date().isEmpty()) {
      remarks.add(reason(ComparisonReason.DATE_UNKNOWN));
    } else if (prior.date().equals(current.date())) {
      remarks.add(reason(ComparisonReason.SAME_DATE));
    }
    PatientCheck.remark(prior, current).ifPresent(remarks::add);
    remarks.addAll(ReconstructionCheck.remarks(prior, current));
    breath(prior, current, remarks);
    if (Stream.of(prior, current).anyMatch(ScanRemarks::isCut)) {
      remarks.add(reason(ComparisonReason.OTHER_COVERAGE));
    }
    return remarks;
  }

  private static void breath(DatedReading prior, DatedReading current, List<Reason> remarks) {
    var before = prior.measurements().of(Region.LUNGS).of(Quantity.VOLUME).number();
    var after = current.measurements().of(Region.LUNGS).of(Quantity.VOLUME).number();
    if (before.isEmpty() || after.isEmpty()) {
      return;
    }
    double percent = 100 * (after.getAsDouble() / before.getAsDouble() - 1);
    // Against the smaller volume, so that swapped dates say the same.
    double ofSmaller = 100 * Math.expm1(Math.abs(Math.log1p(percent / 100)));
    if (ofSmaller >= OTHER_BREATH_PERCENT) {
      var code = ComparisonReason.OTHER_BREATH;
      remarks.add(
          Reason.of(
              code,
              code.meaning()
                  + String.format(
                      Locale.ROOT,
                      " Here %.0f and %.0f mL.",
                      before.getAsDouble(),
                      after.getAsDouble())));
    }
  }

  private static boolean isCut(DatedReading reading) {
    return reading.segmentation().remarks().stream()
        .anyMatch(remark -> remark.code() instanceof SegmentationReason code && CUT.contains(code));
  }

  private static Reason reason(ComparisonReason code) {
    return Reason.of(code, code.meaning());
  }
}
