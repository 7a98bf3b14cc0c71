package org.hilum.imaging.reading;

import java.nio.file.Path;
import java.util.List;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.StepTimes;
import org.hilum.imaging.vocabulary.Reason;

/** What became of one study. */
public sealed interface StudyOutcome {

  /** Folder name of the study. */
  String studyName();

  /** The study was read; everything is in its folder. */
  record StudyRead(
      String studyName,
      ReadingFindings findings,
      StepTimes times,
      List<Reason> remarks,
      Path folder)
      implements StudyOutcome {
    public StudyRead {
      remarks = List.copyOf(remarks);
    }
  }

  /** The study was refused; the folder holds a {@code reading.json} with the reasons. */
  record StudyRefused(String studyName, List<Reason> reasons, Path folder) implements StudyOutcome {
    public StudyRefused {
      reasons = List.copyOf(reasons);
    }
  }

  /** Something failed that should not have; earlier results of the study are untouched. */
  record StudyFailed(String studyName, Exception fault) implements StudyOutcome {}
}
