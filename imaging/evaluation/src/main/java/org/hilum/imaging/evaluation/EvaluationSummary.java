package org.hilum.imaging.evaluation;

import java.util.List;
import org.hilum.imaging.evaluation.table.SummaryJson;
import org.hilum.imaging.evaluation.table.SummaryMarkdown;

/** An evaluation in a few lines, for a terminal or another program. */
public final class EvaluationSummary {

  private EvaluationSummary() {}

  /** Means by group and the table of cases, as in {@code summary.md}. */
  public static List<String> tables(Evaluation evaluation) {
    return SummaryMarkdown.tables(evaluation);
  }

  /** The content of {@code summary.json} on one line. */
  public static String json(Evaluation evaluation) {
    return SummaryJson.of(evaluation).toString();
  }
}
