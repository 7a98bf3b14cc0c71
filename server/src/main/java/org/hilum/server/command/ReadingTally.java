package org.hilum.server.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.reading.NotRead;
import org.hilum.imaging.reading.ReadingListener;
import org.hilum.imaging.reading.ReadingStep;
import org.hilum.imaging.reading.StudyOutcome;
import org.hilum.imaging.reading.StudyOutcome.StudyFailed;
import org.hilum.imaging.reading.StudyOutcome.StudyRead;
import org.hilum.imaging.reading.StudyOutcome.StudyRefused;

/** Answers each study as it is done, and counts them for the exit status. */
final class ReadingTally implements ReadingListener {

  private final ReadingListener progress;
  private final Consumer<StudyOutcome> answer;
  private final Map<String, Integer> studiesOf = new HashMap<>();
  private int read;
  private int refused;
  private int failed;

  ReadingTally(ReadingListener progress, Consumer<StudyOutcome> answer) {
    this.progress = progress;
    this.answer = answer;
  }

  @Override
  public void progress(String studyName, ReadingStep step, double fraction) {
    progress.progress(studyName, step, fraction);
  }

  @Override
  public void finished(StudyOutcome outcome) {
    progress.finished(outcome);
    answer.accept(outcome);
    switch (outcome) {
      case StudyRead study -> {
        read++;
        patientId(study).ifPresent(id -> studiesOf.merge(id, 1, Integer::sum));
      }
      case StudyRefused _ -> refused++;
      case StudyFailed _ -> failed++;
    }
  }

  private static Optional<String> patientId(StudyRead study) {
    return study
        .findings()
        .source()
        .flatMap(source -> source.header().text(Tag.PATIENT_ID))
        .filter(id -> !id.isBlank());
  }

  /** Whether several studies of one patient were read, which could be compared. */
  boolean hasSeveralDates() {
    return studiesOf.values().stream().anyMatch(studies -> studies > 1);
  }

  /** Fault before refusal before done; nothing read is a refusal. */
  int exitStatus(NotRead rest) {
    if (failed > 0) {
      return ExitStatus.FAULT;
    }
    return refused > 0 || read == 0 || !rest.refusals().isEmpty()
        ? ExitStatus.REFUSED
        : ExitStatus.DONE;
  }
}
