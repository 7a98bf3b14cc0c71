package org.hilum.imaging.intake.upload;

import java.util.List;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.intake.Receipt;
import org.hilum.imaging.intake.arrival.Fate;

/**
 * What became of a file of an upload.
 *
 * @param studyInstanceUid empty unless it was taken
 * @param seriesInstanceUid empty unless it was taken
 * @param sopInstanceUid empty unless it was taken
 * @param reasons why, or what is to be known about it
 */
public record FileOutcome(
    FileState state,
    String studyInstanceUid,
    String seriesInstanceUid,
    String sopInstanceUid,
    List<UploadReason> reasons) {

  /** Nothing yet. */
  public static final FileOutcome WAITING = of(FileState.WAITING);

  /** The upload was finished without it. */
  public static final FileOutcome NOT_SENT =
      of(
          FileState.LEFT_ALONE,
          UploadReason.of(IntakeReason.NOT_SENT, "the upload was finished without this file"));

  public FileOutcome {
    reasons = List.copyOf(reasons);
  }

  static FileOutcome of(FileState state, UploadReason... reasons) {
    return new FileOutcome(state, "", "", "", List.of(reasons));
  }

  static FileOutcome of(Fate fate) {
    return switch (fate) {
      case Fate.Taken(var receipt) -> taken(receipt);
      case Fate.LeftAlone(var reason) -> of(FileState.LEFT_ALONE, UploadReason.of(reason));
      case Fate.TurnedAway(var reasons) ->
          of(
              FileState.TURNED_AWAY,
              reasons.stream().map(UploadReason::of).toArray(UploadReason[]::new));
    };
  }

  private static FileOutcome taken(Receipt.Accepted receipt) {
    var replaced =
        UploadReason.of(
            IntakeReason.DUPLICATE_DIFFERS,
            "it took the place of other content under the same UID, which is kept beside it: find"
                + " out which is right");
    return new FileOutcome(
        receipt.already() ? FileState.ALREADY_HERE : FileState.TAKEN,
        receipt.studyInstanceUid().value(),
        receipt.seriesInstanceUid().value(),
        receipt.sopInstanceUid().value(),
        receipt.replaced() ? List.of(replaced) : List.of());
  }
}
