package org.hilum.imaging.correction.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.hilum.imaging.correction.CorrectionState;
import org.hilum.imaging.correction.CorrectionStep;
import org.jspecify.annotations.Nullable;

/**
 * A correction as it is told over HTTP.
 *
 * @param result id of the network's reading that is corrected
 * @param version of that reading
 * @param measurements {@code regions}, {@code intervals}, {@code scores}, {@code covid19} and
 *     {@code scope} as {@code reading.json} has them
 * @param lesions as {@code reading.json} has them
 * @param applied id of the result as which it is in force; null where it is not
 * @param isApplied whether that is of this revision
 */
public record CorrectionAnswer(
    String result,
    int version,
    int revision,
    List<CorrectionStep> steps,
    boolean canUndo,
    boolean canRedo,
    @JsonRawValue String measurements,
    @JsonRawValue String lesions,
    @Nullable String applied,
    boolean isApplied,
    boolean mayTrain) {

  public CorrectionAnswer {
    steps = List.copyOf(steps);
  }

  static CorrectionAnswer of(CorrectionState state) {
    return new CorrectionAnswer(
        Long.toString(state.result()),
        state.version(),
        state.revision(),
        state.steps(),
        state.canUndo(),
        state.canRedo(),
        state.measurements(),
        state.lesions(),
        state.applied().isPresent() ? Long.toString(state.applied().getAsLong()) : null,
        state.isApplied(),
        state.mayTrain());
  }
}
