package org.hilum.platform.jobs;

/** Who is told how far an attempt is. */
@FunctionalInterface
public interface JobProgress {

  /**
   * A step goes on.
   *
   * @param fraction of the whole attempt, 0 to 1
   */
  void at(String step, double fraction);
}
