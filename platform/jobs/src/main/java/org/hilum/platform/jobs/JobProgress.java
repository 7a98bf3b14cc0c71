package org.hilum.platform.jobs;

/** Who is told how far an attempt is. */
@FunctionalInterface
public interface JobProgress {

  /**
   * A step goes on.
   *
   * @param fraction of the whole attempt, 0 to 1
   * @throws java.util.concurrent.CancellationException when the attempt shall stop: let it through
   */
  void at(String step, double fraction);
}
