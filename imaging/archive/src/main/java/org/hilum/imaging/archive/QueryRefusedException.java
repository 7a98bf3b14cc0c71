package org.hilum.imaging.archive;

import java.util.List;
import java.util.stream.Collectors;
import org.hilum.imaging.vocabulary.Reason;

/** A query cannot be answered as it was put; whoever asked can put it otherwise. */
public final class QueryRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Reason> reasons;

  public QueryRefusedException(List<Reason> reasons) {
    super(reasons.stream().map(Reason::toString).collect(Collectors.joining("; ")));
    this.reasons = List.copyOf(reasons);
  }

  /** All that stands against it. */
  public List<Reason> reasons() {
    return reasons;
  }
}
