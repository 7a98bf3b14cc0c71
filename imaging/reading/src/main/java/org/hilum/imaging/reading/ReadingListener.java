package org.hilum.imaging.reading;

/** Who is told how far a reading is; called from any thread. */
public interface ReadingListener {

  /** Tells nobody. */
  ReadingListener SILENT = (_, _, _) -> {};

  /**
   * A step goes on.
   *
   * @param studyName folder name of the study; empty during intake
   * @param fraction how much of the step is done, 0 to 1
   */
  void progress(String studyName, ReadingStep step, double fraction);

  /** A study is done, one way or another. */
  default void finished(StudyOutcome outcome) {}
}
