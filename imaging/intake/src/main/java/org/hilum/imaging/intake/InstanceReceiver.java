package org.hilum.imaging.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.ArchiveFault;
import org.hilum.imaging.archive.NewInstance;
import org.hilum.imaging.archive.StoreOutcome;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.intake.acceptance.Acceptance;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.ContentStore.Kept;
import org.hilum.platform.storage.ContentWriting;

/**
 * Takes objects in, by whatever way they come: accepted means safe on disk and in the index.
 *
 * <p>Files are kept as they were sent. The same object again is no second one; other content under
 * the same UID takes the place of the first, which is kept beside it; the same UID in another study
 * or series is turned away. Used by many threads at once.
 */
public final class InstanceReceiver {

  private static final int PIECE = 64 * 1024;

  private final ContentStore files;
  private final Archive archive;
  private final InstantSource clock;
  private final ArrivalObserver observer;
  private final long mostBytes;

  /**
   * A receiver.
   *
   * @param mostBytes of one object
   */
  public InstanceReceiver(
      ContentStore files,
      Archive archive,
      InstantSource clock,
      ArrivalObserver observer,
      long mostBytes) {
    this.files = files;
    this.archive = archive;
    this.clock = clock;
    this.observer = new GuardedObserver(List.of(observer));
    this.mostBytes = mostBytes;
  }

  /** Begins to take one object. */
  public Receiving begin(Sender sender) throws IOException {
    return new Receiving(sender, files.begin());
  }

  /** Takes one object from a stream to its end. */
  public Receipt receive(Sender sender, InputStream bytes) throws IOException {
    try (var receiving = begin(sender)) {
      var piece = new byte[PIECE];
      for (int n = bytes.read(piece); n >= 0; n = bytes.read(piece)) {
        receiving.write(piece, 0, n);
      }
      return receiving.finish();
    }
  }

  /**
   * Waits until several objects of one transfer are safe, and hands over their receipts in their
   * order. New images of one series share one wait for the index.
   *
   * @throws IOException where one could not be made safe; those before it have their receipts
   */
  public void settleAll(List<Settling> several, Consumer<Receipt> receipts) throws IOException {
    var together = several.size() > 1 ? storedTogether(several) : List.<Receipt>of();
    if (!together.isEmpty()) {
      together.forEach(receipts);
      return;
    }
    for (var each : several) {
      receipts.accept(each.receipt());
    }
  }

  /** Empty where they cannot be, or where one of them has a fault. */
  private List<Receipt> storedTogether(List<Settling> several) {
    var instances = several.stream().flatMap(each -> each.instance().stream()).toList();
    if (instances.size() < several.size()) {
      return List.of();
    }
    var stored = archive.storeTogether(instances).orElse(List.of());
    return IntStream.range(0, stored.size())
        .mapToObj(n -> several.get(n).entered(instances.get(n), stored.get(n)))
        .toList();
  }

  /** Says that nothing more comes by this transfer. */
  public void transferEnded(Sender sender) {
    observer.transferEnded(sender);
  }

  /** One object on its way in; used by one thread. */
  public final class Receiving implements Closeable {

    private final Sender sender;
    private final ContentWriting writing;
    private long bytes;
    private boolean isDone;

    private Receiving(Sender sender, ContentWriting writing) {
      this.sender = sender;
      this.writing = writing;
      observer.begun(sender);
    }

    /** Takes the next bytes of the file (PS3.10); the array may be used again. */
    public void write(byte[] from, int offset, int length) throws IOException {
      bytes += length;
      if (bytes <= mostBytes) {
        writing.write(from, offset, length);
      }
    }

    /**
     * The object is whole: judges it, and makes it safe.
     *
     * @throws IOException where it could not be made safe; {@link NotKeptException#reason} says why
     */
    public Receipt finish() throws IOException {
      return finish(fit -> true);
    }

    /** The same, where only objects of one study are wanted. */
    public Receipt finishOf(Uid study) throws IOException {
      return finish(fit -> fit.study().equals(study));
    }

    private Receipt finish(Predicate<Acceptance.Fit> isWanted) throws IOException {
      return settle(isWanted, Runnable::run).receipt();
    }

    /**
     * The object is whole: judges it, and brings its file to the disk beside whatever its transfer
     * does next. It is safe once {@link Settling#receipt} said so.
     *
     * @param study the only study that is wanted; empty for any
     */
    public Settling settle(Optional<Uid> study) throws IOException {
      return settle(
          fit -> study.isEmpty() || fit.study().equals(study.get()), Thread::startVirtualThread);
    }

    private Settling settle(Predicate<Acceptance.Fit> isWanted, Executor disk) throws IOException {
      var judged = judge(isWanted);
      var kept = new FutureTask<>(writing::keep);
      if (judged instanceof Acceptance.Fit) {
        disk.execute(kept);
      } else {
        kept.cancel(false);
      }
      return new Settling(this, judged, kept);
    }

    private Acceptance judge(Predicate<Acceptance.Fit> isWanted) throws IOException {
      if (bytes > mostBytes) {
        return new Acceptance.Refused(tooLarge());
      }
      return switch (DicomReader.read(writing.file(), DicomReader.Depth.HEADER)) {
        case DicomParse.NotDicom(var reason) -> new Acceptance.Refused(turnedAway(reason));
        case DicomParse.Refused(var reasons) ->
            new Acceptance.Refused(
                new Receipt.TurnedAway(reasons, Optional.empty(), Optional.empty()));
        case DicomParse.Parsed(var object) -> {
          var judged = Acceptance.of(object, writing.file());
          yield judged instanceof Acceptance.Fit fit && !isWanted.test(fit)
              ? new Acceptance.Refused(ofOtherStudy(fit))
              : judged;
        }
      };
    }

    private Receipt.TurnedAway tooLarge() {
      return turnedAway(
          Reason.of(
              IntakeReason.OBJECT_TOO_LARGE,
              "the object is larger than %d MB: nothing of it is kept"
                  .formatted(mostBytes / 1_000_000)));
    }

    Receipt receipt(Acceptance judged, Future<Kept> kept) throws IOException {
      var receipt =
          switch (judged) {
            case Acceptance.Refused(var away) -> away;
            case Acceptance.Fit fit -> {
              var instance = instance(fit, Settling.end(kept));
              yield entered(instance, stored(instance));
            }
          };
      isDone = true;
      if (receipt instanceof Receipt.TurnedAway away) {
        observer.turnedAway(sender, away);
      }
      return receipt;
    }

    private static Receipt.TurnedAway ofOtherStudy(Acceptance.Fit fit) {
      var reason =
          Reason.of(
              IntakeReason.OTHER_STUDY,
              "the object belongs to another study than the one it was sent to");
      return new Receipt.TurnedAway(
          List.of(reason), Optional.of(fit.sopClass()), Optional.of(fit.sopInstance()));
    }

    Receipt entered(NewInstance instance, StoreOutcome outcome) {
      isDone = true;
      return switch (outcome) {
        case StoreOutcome.Stored(var revision, var opensSeries) ->
            accepted(receipt(instance, false, false, opensSeries), instance, revision);
        case StoreOutcome.AlreadyHere() ->
            accepted(receipt(instance, true, false, false), instance, 0);
        case StoreOutcome.Replaced(var revision) ->
            accepted(receipt(instance, false, true, false), instance, revision);
        case StoreOutcome.NotStored(var reason) ->
            new Receipt.TurnedAway(
                List.of(reason),
                Optional.of(instance.sopClassUid()),
                Optional.of(instance.sopInstanceUid()));
      };
    }

    private StoreOutcome stored(NewInstance instance) throws NotKeptException {
      try {
        return archive.store(instance);
      } catch (ArchiveFault fault) {
        throw new NotKeptException(fault);
      }
    }

    private static Receipt.Accepted receipt(
        NewInstance instance, boolean already, boolean replaced, boolean opensSeries) {
      return new Receipt.Accepted(
          instance.studyInstanceUid(),
          instance.seriesInstanceUid(),
          instance.sopClassUid(),
          instance.sopInstanceUid(),
          already,
          replaced,
          opensSeries);
    }

    private Receipt accepted(Receipt.Accepted receipt, NewInstance instance, long revision) {
      observer.accepted(sender, receipt, revision, instance.header());
      return receipt;
    }

    NewInstance instance(Acceptance.Fit fit, Kept kept) {
      return new NewInstance(
          sender.institution(),
          fit.study(),
          fit.series(),
          fit.sopInstance(),
          fit.sopClass(),
          fit.object().dataSet(),
          fit.object().transferSyntaxUid(),
          kept.hash(),
          kept.bytes(),
          sender.source(),
          clock.instant());
    }

    private static Receipt.TurnedAway turnedAway(Reason reason) {
      return new Receipt.TurnedAway(List.of(reason), Optional.<Uid>empty(), Optional.<Uid>empty());
    }

    /** Leaves nothing behind of an object that was not finished. */
    @Override
    public void close() throws IOException {
      writing.close();
      if (!isDone) {
        isDone = true;
        observer.dropped(sender);
      }
    }
  }
}
