package org.hilum.imaging.dicom;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hilum.imaging.vocabulary.Reason;

/** Gathers the departures from the standard that parsing read over, each once. */
final class Deviations {

  /** Enough to see what is wrong with a file; a broken one could name millions. */
  private static final int LIMIT = 50;

  private final Set<Reason> found = new LinkedHashSet<>();

  void add(DicomReason code, String message, int tag) {
    add(new Reason(code, message, Tag.name(tag)));
  }

  void add(DicomReason code, String message) {
    add(Reason.of(code, message));
  }

  private void add(Reason reason) {
    if (found.size() < LIMIT) {
      found.add(reason);
    }
  }

  List<Reason> all() {
    return new ArrayList<>(found);
  }
}
