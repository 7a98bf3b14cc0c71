package org.hilum.imaging.reporting.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import org.hilum.imaging.comparison.Change;
import org.hilum.imaging.comparison.ComparedQuantity;
import org.hilum.imaging.comparison.LesionFate;
import org.hilum.imaging.comparison.LesionState;
import org.hilum.imaging.comparison.LesionStep;
import org.hilum.imaging.comparison.TrackedLesion;
import org.hilum.imaging.reporting.ComparedFindings;
import org.hilum.imaging.reporting.ComparisonTracking;
import org.hilum.imaging.reporting.ReportingReason;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Every followed lesion as a part of {@code comparison.json}: by date what it is, by step what
 * became of it. Its fate is that of its last step.
 */
final class TrackedLesionParts {

  private final ComparedFindings findings;

  private TrackedLesionParts(ComparedFindings findings) {
    this.findings = findings;
  }

  static ArrayNode of(ComparedFindings findings) {
    var parts = new TrackedLesionParts(findings);
    var node = JsonParts.array();
    findings.comparison().lesions().forEach(lesion -> node.add(parts.lesion(lesion)));
    return node;
  }

  private ObjectNode lesion(TrackedLesion lesion) {
    var node =
        JsonParts.object()
            .put("trackingUid", ComparisonTracking.uid(findings, lesion).value())
            .put("identity", lesion.identity());
    if (!lesion.steps().isEmpty()) {
      node.put("fate", lesion.steps().getLast().fate().name());
    }
    genealogy(node, lesion);
    states(node, lesion);
    lesion.steps().stream()
        .filter(step -> step.step() == findings.lastPair().prior())
        .forEach(step -> lastChange(node, step));
    var steps = node.putArray("steps");
    lesion.steps().forEach(step -> steps.add(step(step)));
    return node;
  }

  private void genealogy(ObjectNode node, TrackedLesion lesion) {
    for (var step : lesion.steps()) {
      step.partner()
          .flatMap(identity -> ComparisonTracking.uid(findings, identity))
          .ifPresent(
              uid ->
                  node.put(
                      step.fate() == LesionFate.MERGED ? "mergedInto" : "splitFrom", uid.value()));
    }
  }

  private void states(ObjectNode node, TrackedLesion lesion) {
    if (spacingKnown()) {
      byDate(node, lesion, "volumeMl", LesionState::volumeMl);
      byDate(node, lesion, "massG", LesionState::massG);
    } else {
      notMeasured(node, "volumeMl");
      notMeasured(node, "massG");
    }
    byDate(node, lesion, "meanHu", LesionState::meanHu);
    byDate(node, lesion, "region", (list, state) -> list.add(state.region().name()));
    byDate(node, lesion, "kind", (list, state) -> list.add(state.kind().name()));
    byDate(node, lesion, "keySlice", (list, state) -> list.add(state.keySlice()));
    byDate(
        node,
        lesion,
        "centreLps",
        (list, state) ->
            list.add(
                JsonParts.numbers(state.centre().x(), state.centre().y(), state.centre().z())));
    byDate(
        node,
        lesion,
        "numbers",
        (list, state) -> {
          var numbers = list.addArray();
          state.numbers().forEach(numbers::add);
        });
  }

  private boolean spacingKnown() {
    return findings.readings().stream().allMatch(reading -> reading.volume().spacingKnown());
  }

  private static void notMeasured(ObjectNode node, String key) {
    JsonParts.notMeasured(
        node,
        key,
        Reason.of(ReportingReason.SPACING_UNKNOWN, ReportingReason.SPACING_UNKNOWN.meaning()));
  }

  private static void byDate(
      ObjectNode node, TrackedLesion lesion, String key, ToDoubleFunction<LesionState> value) {
    byDate(
        node,
        lesion,
        key,
        (list, state) -> list.add(JsonParts.rounded(value.applyAsDouble(state))));
  }

  private static void byDate(
      ObjectNode node, TrackedLesion lesion, String key, BiConsumer<ArrayNode, LesionState> put) {
    var list = node.putArray(key);
    lesion
        .states()
        .forEach(state -> state.ifPresentOrElse(there -> put.accept(list, there), list::addNull));
  }

  private static void lastChange(ObjectNode node, LesionStep step) {
    if (step.changes().get(ComparedQuantity.VOLUME) instanceof Change.Compared volume) {
      node.put("changeMl", JsonParts.rounded(volume.difference()))
          .put("limitOfDetectableChangeMl", JsonParts.rounded(volume.limit()))
          .put("verdict", volume.verdict().name());
      volume
          .relativePercent()
          .ifPresent(percent -> node.put("changePercent", JsonParts.rounded(percent)));
    }
    step.doubt().ifPresent(doubt -> node.set("doubt", JsonParts.codeAndMessage(doubt)));
  }

  private ObjectNode step(LesionStep step) {
    var node =
        JsonParts.object()
            .put("prior", step.step())
            .put("current", step.step() + 1)
            .put("fate", step.fate().name());
    step.partner()
        .flatMap(identity -> ComparisonTracking.uid(findings, identity))
        .ifPresent(uid -> node.put("partner", uid.value()));
    for (var quantity : ComparedQuantity.values()) {
      var change = step.changes().get(quantity);
      if (change != null) {
        ChangeParts.change(node, quantity, change);
      }
    }
    step.doubt().ifPresent(doubt -> node.set("doubt", JsonParts.codeAndMessage(doubt)));
    return node;
  }
}
