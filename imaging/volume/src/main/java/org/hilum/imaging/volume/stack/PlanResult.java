package org.hilum.imaging.volume.stack;

import java.util.List;
import org.hilum.imaging.vocabulary.Reason;

/** What came of planning a stack: the plan, or all reasons why the slices make no volume. */
public sealed interface PlanResult {

  /** The slices can be stacked. */
  record Planned(StackPlan plan) implements PlanResult {}

  /** They cannot. */
  record PlanRefused(List<Reason> reasons) implements PlanResult {
    public PlanRefused {
      reasons = List.copyOf(reasons);
    }
  }
}
