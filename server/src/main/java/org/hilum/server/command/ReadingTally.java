package org.hilum.server.command;

import java.util.function.Consumer;
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
      case StudyRead _ -> read++;
      case StudyRefused _ -> refused++;
      case StudyFailed _ -> failed++;
    }
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
