package org.hilum.imaging.intake.arrival;

import java.util.List;
import org.hilum.imaging.intake.Receipt;
import org.hilum.imaging.vocabulary.Reason;

/** What became of a file or entry that lay somewhere. */
public sealed interface Fate {

  /** It is safe on disk and in the index, now or before. */
  record Taken(Receipt.Accepted receipt) implements Fate {}

  /** It is something else than an object that could be kept; nothing is wrong. */
  record LeftAlone(Reason reason) implements Fate {}

  /** It should have been one, and was not taken, for all these reasons. */
  record TurnedAway(List<Reason> reasons) implements Fate {
    public TurnedAway {
      reasons = List.copyOf(reasons);
    }
  }
}
