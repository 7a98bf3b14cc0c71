package org.hilum.platform.jobs;

import java.util.Set;

/**
 * Which jobs are wanted.
 *
 * @param kinds empty for all
 * @param institutions empty for all
 * @param states empty for all
 */
public record JobFilter(
    Set<String> kinds, Set<String> institutions, Set<JobState> states, int most) {

  public JobFilter {
    kinds = Set.copyOf(kinds);
    institutions = Set.copyOf(institutions);
    states = Set.copyOf(states);
  }
}
