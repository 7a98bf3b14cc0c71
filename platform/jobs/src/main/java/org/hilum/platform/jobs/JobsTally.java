package org.hilum.platform.jobs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How much work there is.
 *
 * @param open how many wait, run and are set aside; a state that no job is in is absent
 * @param longestWaiting since when the job waits that has waited longest
 * @param abandoned how many threads of this process are still busy with attempts given up
 */
public record JobsTally(Map<JobState, Long> open, Optional<Instant> longestWaiting, int abandoned) {

  public JobsTally {
    open = Map.copyOf(open);
  }
}
