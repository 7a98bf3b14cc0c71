package org.hilum.imaging.evaluation.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.hilum.imaging.evaluation.CaseOutcome;
import org.hilum.imaging.evaluation.CaseOutcome.CaseFailed;
import org.hilum.imaging.evaluation.CaseOutcome.CaseMeasured;
import org.hilum.imaging.evaluation.CaseOutcome.CaseRefused;
import org.hilum.imaging.evaluation.Evaluation;
import org.hilum.imaging.evaluation.Figure;
import org.hilum.imaging.evaluation.GroupSummary;
import org.hilum.imaging.evaluation.agreement.Reliability;
import org.hilum.imaging.evaluation.statistics.Bootstrap;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.vocabulary.Reason;

/** The evaluation for a program: {@code summary.json}. A key that is missing is not known. */
public final class SummaryJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SummaryJson() {}

  /** The whole. */
  public static ObjectNode of(Evaluation evaluation) {
    var json = JSON.objectNode().put("notice", ReadingFindings.NOT_A_MEDICAL_DEVICE);
    json.putObject("interval")
        .put("level", 0.95)
        .put("method", "percentile bootstrap over patients")
        .put("resamples", Bootstrap.RESAMPLES);
    var groups = json.putArray("groups");
    evaluation.summaries().forEach(summary -> groups.add(of(summary)));
    var cases = json.putArray("cases");
    evaluation.outcomes().forEach(outcome -> cases.add(of(outcome)));
    return json;
  }

  private static ObjectNode of(GroupSummary summary) {
    var group =
        JSON.objectNode()
            .put("group", summary.name())
            .put("cases", summary.cases())
            .put("measured", summary.measured());
    var figures = group.putObject("figures");
    for (var figure : Figure.values()) {
      summary
          .of(figure)
          .ifPresent(
              estimate -> {
                var node = figures.putObject(figure.key());
                node.put("value", estimate.value()).put("patients", estimate.patients());
                estimate
                    .interval()
                    .ifPresent(
                        interval ->
                            node.put("lower", interval.lower()).put("upper", interval.upper()));
                if (!figure.unit().isEmpty()) {
                  node.put("unit", figure.unit());
                }
              });
    }
    summary.reliability().ifPresent(counts -> group.set("reliability", of(counts)));
    return group;
  }

  private static ArrayNode of(Reliability reliability) {
    var bins = JSON.arrayNode();
    for (var bin : reliability.bins(1)) {
      bins.addObject()
          .put("from", bin.from())
          .put("to", bin.to())
          .put("voxels", bin.voxels())
          .put("meanProbability", bin.meanProbability())
          .put("drawnShare", bin.drawnShare());
    }
    return bins;
  }

  private static ObjectNode of(CaseOutcome outcome) {
    var row = outcome.row();
    var json = JSON.objectNode().put("case", row.id()).put("patient", row.patient());
    if (!row.group().isEmpty()) {
      json.put("group", row.group());
    }
    switch (outcome) {
      case CaseMeasured measured -> putMeasured(measured, json);
      case CaseRefused refused ->
          json.put("outcome", "refused").set("reasons", reasons(refused.reasons()));
      case CaseFailed failed ->
          json.put("outcome", "failed").put("fault", String.valueOf(failed.fault()));
    }
    return json;
  }

  private static void putMeasured(CaseMeasured measured, ObjectNode json) {
    json.put("outcome", "measured");
    json.putObject("network")
        .put("name", measured.network().name())
        .put("version", measured.network().version())
        .put("sha256", measured.network().sha256());
    json.put("slices", measured.slices()).put("labelledSlices", measured.labelledSlices());
    var figures = json.putObject("figures");
    for (var figure : Figure.values()) {
      measured.figures().value(figure).ifPresent(value -> figures.put(figure.key(), value));
      if (figure.isPooled()) {
        measured
            .figures()
            .whole(figure)
            .ifPresent(whole -> figures.put(figure.key() + "Of", (long) whole));
      }
    }
    json.set("remarks", reasons(measured.remarks()));
  }

  private static ArrayNode reasons(List<Reason> reasons) {
    var array = JSON.arrayNode();
    for (var reason : reasons) {
      array
          .addObject()
          .put("code", reason.code().code())
          .put("message", reason.message())
          .put("where", reason.where());
    }
    return array;
  }
}
