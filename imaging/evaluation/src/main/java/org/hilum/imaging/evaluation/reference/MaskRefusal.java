package org.hilum.imaging.evaluation.reference;

import java.util.List;
import org.hilum.imaging.evaluation.EvaluationReason;
import org.hilum.imaging.vocabulary.Reason;

/** Reading a reference mask ends here because it cannot be used; caught once, at the door. */
final class MaskRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Reason> reasons;

  MaskRefusal(List<Reason> reasons) {
    super(reasons.toString());
    this.reasons = List.copyOf(reasons);
  }

  MaskRefusal(EvaluationReason code, String message) {
    this(List.of(Reason.of(code, message)));
  }

  List<Reason> reasons() {
    return reasons;
  }
}
