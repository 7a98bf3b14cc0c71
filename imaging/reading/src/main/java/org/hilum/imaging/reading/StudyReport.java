package org.hilum.imaging.reading;

import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.intake.ArrivedSeries;
import org.hilum.imaging.intake.ArrivedStudy;
import org.hilum.imaging.reading.SeriesReport.Verdict;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.CtSeries;
import org.hilum.imaging.volume.SeriesChoice;

/** What is in a study, series by series, and what a reading would do with each; headers only. */
public record StudyReport(
    String patientId, Uid studyInstanceUid, String studyDate, List<SeriesReport> series) {

  public StudyReport {
    series = List.copyOf(series);
  }

  /** Looks at a study as it arrived. */
  public static StudyReport of(ArrivedStudy study) {
    var choice =
        SeriesChoice.of(
            study.readableCt().stream()
                .map(each -> new CtSeries(each.seriesInstanceUid(), each.instances()))
                .toList());
    return new StudyReport(
        study.patientId(),
        study.studyInstanceUid(),
        study.studyDate(),
        study.series().stream().map(series -> report(series, choice)).toList());
  }

  private static SeriesReport report(ArrivedSeries series, SeriesChoice choice) {
    var uid = series.seriesInstanceUid();
    var verdict = verdict(series, choice);
    var reasons = new ArrayList<Reason>(series.refusals());
    reasons.addAll(choice.refusals().getOrDefault(uid, List.of()));
    if (verdict == Verdict.COULD_BE_READ) {
      var why = choice.notChosen().get(uid);
      if (why != null) {
        reasons.add(why);
      }
    }
    reasons.addAll(series.deviations());
    return new SeriesReport(
        uid,
        series.modality(),
        series.description(),
        series.seriesNumber(),
        series.instanceCount(),
        verdict,
        reasons);
  }

  private static Verdict verdict(ArrivedSeries series, SeriesChoice choice) {
    if (!series.isCt()) {
      return Verdict.LEFT_ALONE;
    }
    var uid = series.seriesInstanceUid();
    if (choice.chosen().filter(chosen -> chosen.seriesInstanceUid().equals(uid)).isPresent()) {
      return Verdict.WOULD_BE_READ;
    }
    boolean ranked =
        choice.ranked().stream().anyMatch(each -> each.seriesInstanceUid().equals(uid));
    return ranked ? Verdict.COULD_BE_READ : Verdict.REFUSED;
  }
}
