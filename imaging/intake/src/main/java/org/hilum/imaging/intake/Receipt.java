package org.hilum.imaging.intake;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.vocabulary.Reason;

/** What became of an object that was handed in. */
public sealed interface Receipt {

  /**
   * It is safe on disk and in the index.
   *
   * @param already whether the same object was here before; then nothing was changed
   * @param replaced whether it took the place of other content under the same UID
   * @param opensSeries whether it is the first of its series that is here
   */
  record Accepted(
      Uid studyInstanceUid,
      Uid seriesInstanceUid,
      Uid sopClassUid,
      Uid sopInstanceUid,
      boolean already,
      boolean replaced,
      boolean opensSeries)
      implements Receipt {}

  /**
   * It was not taken, and nothing of it is kept: handing in the same again will not help.
   *
   * @param sopClassUid as far as it could be read
   * @param sopInstanceUid as far as it could be read
   */
  record TurnedAway(List<Reason> reasons, Optional<Uid> sopClassUid, Optional<Uid> sopInstanceUid)
      implements Receipt {
    public TurnedAway {
      reasons = List.copyOf(reasons);
    }
  }
}
