package org.hilum.imaging.evaluation;

/** Is told how far an evaluation is. */
public interface EvaluationListener {

  /** Tells nobody. */
  EvaluationListener SILENT = (row, number, count, fraction) -> {};

  /**
   * A case is being read.
   *
   * @param number of the case, from 1
   * @param count of cases
   * @param fraction of this case that is done, 0 to 1
   */
  void progress(ManifestRow row, int number, int count, double fraction);
}
