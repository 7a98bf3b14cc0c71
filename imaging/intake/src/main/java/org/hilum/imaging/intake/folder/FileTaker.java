package org.hilum.imaging.intake.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.Sender;
import org.hilum.imaging.intake.arrival.Arrival;
import org.hilum.imaging.intake.arrival.ArrivalTaker;
import org.hilum.imaging.intake.arrival.Fate;
import org.hilum.imaging.intake.arrival.Signature;
import org.hilum.imaging.intake.arrival.ZipScan;
import org.hilum.imaging.vocabulary.Reason;

/** Takes one file of a watched folder, or all entries of one archive. */
public final class FileTaker {

  private final ArrivalTaker taker;

  public FileTaker(InstanceReceiver receiver) {
    this.taker = new ArrivalTaker(receiver);
  }

  /** Takes it; a receiver that fails is a fault. */
  public Verdict take(Sender sender, Path file, Sighting sighting) throws IOException {
    var arrival = new StableFile(file, String.valueOf(file.getFileName()), sighting);
    return isZip(arrival) ? archive(sender, file) : verdict(List.of(taker.take(sender, arrival)));
  }

  private static boolean isZip(Arrival arrival) {
    try {
      return Signature.isZip(arrival.head(Signature.LENGTH));
    } catch (IOException unreadable) {
      // Said in words by whoever takes it.
      return false;
    }
  }

  private Verdict archive(Sender sender, Path file) throws IOException {
    try (var arrivals = ZipScan.of(file)) {
      var fates = new ArrayList<Fate>();
      for (var arrival : arrivals.files()) {
        fates.add(taker.take(sender, arrival));
      }
      var notRead = new ArrayList<>(arrivals.refusals());
      notRead.addAll(arrivals.leftAlone());
      if (!notRead.isEmpty()) {
        fates.add(new Fate.TurnedAway(notRead));
      }
      return verdict(fates);
    }
  }

  private static Verdict verdict(List<Fate> fates) {
    var failures = new ArrayList<Reason>();
    var leftAlone = new ArrayList<Reason>();
    var studies = new TreeSet<String>();
    int objects = 0;
    for (var fate : fates) {
      switch (fate) {
        case Fate.Taken(var receipt) -> {
          objects++;
          studies.add(receipt.studyInstanceUid().value());
        }
        case Fate.LeftAlone(var reason) -> leftAlone.add(reason);
        case Fate.TurnedAway(var reasons) -> failures.addAll(reasons);
      }
    }
    if (!failures.isEmpty()) {
      return new Verdict(Shelf.FAILED, failures, objects, studies);
    }
    return new Verdict(objects > 0 ? Shelf.DONE : Shelf.LEFT_ALONE, leftAlone, objects, studies);
  }
}
