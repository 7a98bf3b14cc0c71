package org.hilum.imaging.evaluation;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.evaluation.agreement.Reliability;
import org.hilum.imaging.segmentation.NetworkIdentity;
import org.hilum.imaging.vocabulary.Reason;

/** What became of one case. */
public sealed interface CaseOutcome {

  /** Which case. */
  ManifestRow row();

  /**
   * The case was compared.
   *
   * @param network that segmented it
   * @param figures what is known of it
   * @param labelledSlices how many slices count for percentages and overlaps
   * @param slices how many slices the volume has
   * @param reliability of the probability of opacity, where opacity was drawn and a probability
   *     kept
   * @param remarks of the segmentation
   */
  record CaseMeasured(
      ManifestRow row,
      NetworkIdentity network,
      CaseFigures figures,
      int labelledSlices,
      int slices,
      Optional<Reliability> reliability,
      List<Reason> remarks)
      implements CaseOutcome {
    public CaseMeasured {
      remarks = List.copyOf(remarks);
    }
  }

  /** The CT, its segmentation or a mask was refused. */
  record CaseRefused(ManifestRow row, List<Reason> reasons) implements CaseOutcome {
    public CaseRefused {
      reasons = List.copyOf(reasons);
    }
  }

  /** Something failed that should not have. */
  record CaseFailed(ManifestRow row, Exception fault) implements CaseOutcome {}
}
