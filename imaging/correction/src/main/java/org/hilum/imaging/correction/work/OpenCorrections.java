package org.hilum.imaging.correction.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hilum.imaging.correction.CorrectionLimits;
import org.hilum.imaging.worklist.CaseKey;

/** Keeps corrections in memory while they are worked on: the last used ones, for a while. */
final class OpenCorrections {

  /** Which correction: a case, and the result that is corrected. */
  record Of(CaseKey key, long result) {}

  private record Held(OpenCorrection correction, Instant usedAt) {}

  private final CorrectionLimits limits;
  private final Map<Of, Held> held = new LinkedHashMap<>(16, 0.75f, true);

  OpenCorrections(CorrectionLimits limits) {
    this.limits = limits;
  }

  synchronized Optional<OpenCorrection> get(Of which, Instant now) {
    var found = Optional.ofNullable(held.get(which)).map(Held::correction);
    found.ifPresent(correction -> held.put(which, new Held(correction, now)));
    return found;
  }

  /** Keeps one; the longest unused others go where there is no room. */
  synchronized void put(Of which, OpenCorrection correction, Instant now) {
    makeRoom(correction.bytes());
    held.put(which, new Held(correction, now));
  }

  /** Lets the longest unused ones go until there is room. */
  synchronized void makeRoom(long bytes) {
    var eldestFirst = new ArrayList<>(held.keySet());
    for (var each : eldestFirst) {
      if (bytes() + bytes <= limits.openBytes()) {
        return;
      }
      held.remove(each);
    }
  }

  private long bytes() {
    return held.values().stream().mapToLong(each -> each.correction().bytes()).sum();
  }

  synchronized void drop(Of which) {
    held.remove(which);
  }

  synchronized void drop(CaseKey key) {
    held.keySet().removeIf(each -> each.key().equals(key));
  }

  /** Lets go what nobody has used for a while. */
  synchronized void dropIdle(Instant now) {
    held.values().removeIf(each -> each.usedAt().plus(limits.idle()).isBefore(now));
  }
}
