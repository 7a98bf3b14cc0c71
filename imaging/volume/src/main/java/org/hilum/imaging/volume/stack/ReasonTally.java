package org.hilum.imaging.volume.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.ReasonCode;

/** Gathers the same problem of many slices into one reason that names the first of them. */
public final class ReasonTally {

  private static final int NAMED = 3;

  private record Problem(ReasonCode code, String message) {}

  private final Map<Problem, List<String>> places = new LinkedHashMap<>();

  /** Adds a problem of one slice. */
  public void add(ReasonCode code, String message, String where) {
    places.computeIfAbsent(new Problem(code, message), problem -> new ArrayList<>()).add(where);
  }

  /** Adds a reason that came from elsewhere, with the slice it concerns when it names no place. */
  public void add(Reason reason, String slice) {
    add(reason.code(), reason.message(), slice);
  }

  /** Whether there was no problem. */
  public boolean isEmpty() {
    return places.isEmpty();
  }

  /** One reason a problem, in the order of first appearance. */
  public List<Reason> reasons() {
    return places.entrySet().stream().map(each -> reason(each.getKey(), each.getValue())).toList();
  }

  private static Reason reason(Problem problem, List<String> where) {
    int count = where.size();
    var named = String.join("; ", where.subList(0, Math.min(NAMED, count)));
    return count == 1
        ? new Reason(problem.code(), problem.message(), named)
        : new Reason(
            problem.code(),
            problem.message() + " (" + count + " slices)",
            count > NAMED ? named + "; …" : named);
  }
}
