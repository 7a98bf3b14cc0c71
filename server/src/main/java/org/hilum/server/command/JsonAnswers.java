package org.hilum.server.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.hilum.imaging.reading.ComparisonOutcome.DatesCompared;
import org.hilum.imaging.reading.ComparisonOutcome.DatesRefused;
import org.hilum.imaging.reading.ComparisonRun;
import org.hilum.imaging.reading.NotRead;
import org.hilum.imaging.reading.SeriesReport;
import org.hilum.imaging.reading.StudyOutcome;
import org.hilum.imaging.reading.StudyOutcome.StudyFailed;
import org.hilum.imaging.reading.StudyOutcome.StudyRead;
import org.hilum.imaging.reading.StudyOutcome.StudyRefused;
import org.hilum.imaging.reading.StudyReport;
import org.hilum.imaging.vocabulary.Reason;

/** Tells a program what became of the studies; the numbers are in each {@code reading.json}. */
final class JsonAnswers {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonAnswers() {}

  static ObjectNode of(List<ObjectNode> studies, NotRead rest) {
    var answer = JSON.objectNode();
    answer.putArray("studies").addAll(studies);
    answer.set("refusals", reasons(rest.refusals()));
    answer.set("leftAlone", reasons(rest.leftAlone()));
    return answer;
  }

  static ObjectNode of(ComparisonRun run) {
    var answer = JSON.objectNode();
    var studies = answer.putArray("studies");
    run.readings().forEach(outcome -> studies.add(of(outcome)));
    answer.set("refusals", reasons(run.refusals()));
    var comparison = answer.putObject("comparison");
    switch (run.comparison()) {
      case DatesCompared compared ->
          comparison.put("status", "compared").put("folder", compared.folder().toString());
      case DatesRefused refused -> {
        comparison.put("status", "refused").put("folder", refused.folder().toString());
        comparison.set("refusals", reasons(refused.reasons()));
      }
    }
    return answer;
  }

  static ObjectNode of(StudyOutcome outcome) {
    var study = JSON.objectNode().put("study", outcome.studyName());
    switch (outcome) {
      case StudyRead read -> study.put("status", "read").put("folder", read.folder().toString());
      case StudyRefused refused -> {
        study.put("status", "refused").put("folder", refused.folder().toString());
        study.set("refusals", reasons(refused.reasons()));
      }
      case StudyFailed failed ->
          study.put("status", "failed").put("fault", String.valueOf(failed.fault()));
    }
    return study;
  }

  static ObjectNode of(StudyReport report) {
    var study =
        JSON.objectNode()
            .put("studyInstanceUid", report.studyInstanceUid().value())
            .put("patientId", report.patientId())
            .put("studyDate", report.studyDate());
    var series = study.putArray("series");
    report.series().forEach(each -> series.add(series(each)));
    return study;
  }

  private static ObjectNode series(SeriesReport report) {
    var series =
        JSON.objectNode()
            .put("seriesInstanceUid", report.seriesInstanceUid().value())
            .put("modality", report.modality())
            .put("description", report.description())
            .put("instanceCount", report.instanceCount())
            .put("verdict", report.verdict().name());
    series.set("reasons", reasons(report.reasons()));
    return series;
  }

  static ArrayNode reasons(List<Reason> reasons) {
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
