package org.hilum.imaging.intake.completion;

import static java.util.Collections.disjoint;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.MalformedValueException;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.intake.CompletionSettings;
import org.hilum.imaging.intake.SeriesCompleted.Why;

/** A series that is coming in: when the last image came, what is missing, which transfers go on. */
public final class GrowingSeries {

  /** A number above this is some other numbering than from one on; gaps in it mean nothing. */
  private static final int LARGEST_NUMBER = 20_000;

  /** Longest that a series waits for a transfer that sends several by turns. */
  private static final Duration ITS_TURN = Duration.ofSeconds(30);

  private final Set<String> openTransfers = new HashSet<>();

  /** Those whose last object belonged here: while they are busy, more may come. */
  private final Set<String> current = new HashSet<>();

  /** Those that went on to another series and came back: they send several series by turns. */
  private final Set<String> returning = new HashSet<>();

  private final BitSet numbers = new BitSet();
  private String modality = "";
  private boolean isNumbered = true;
  private int expected;
  private boolean isCountBelieved = true;
  private int taken;
  private long revision;
  private Instant lastAt;

  /** It begins at a moment. */
  public GrowingSeries(Instant at) {
    this.lastAt = at;
  }

  /** One of its images has come. */
  public void add(String transfer, long newRevision, DataSet header, Instant at) {
    boolean isKnown = !openTransfers.add(transfer);
    if (current.add(transfer) && isKnown) {
      returning.add(transfer);
    }
    revision = Math.max(revision, newRevision);
    lastAt = at;
    taken++;
    modality = text(header).orElse(modality);
    var number = number(header, Tag.INSTANCE_NUMBER);
    if (number.isPresent() && number.getAsInt() >= 0 && number.getAsInt() <= LARGEST_NUMBER) {
      numbers.set(number.getAsInt());
    } else {
      isNumbered = false;
    }
    number(header, Tag.NUMBER_OF_SERIES_RELATED_INSTANCES).ifPresent(this::expect);
  }

  /** Images that do not agree on how many they are know it as little as we do. */
  private void expect(int count) {
    isCountBelieved &= expected == 0 || expected == count;
    expected = count;
  }

  /** It is known from before a stop: nothing is known but that nothing comes at the moment. */
  public void resume(long knownRevision, String knownModality) {
    if (knownRevision > revision) {
      revision = knownRevision;
      modality = knownModality;
    }
    isNumbered = false;
  }

  private static Optional<String> text(DataSet header) {
    try {
      return header.text(Tag.MODALITY);
    } catch (MalformedValueException unreadable) {
      return Optional.empty();
    }
  }

  private static OptionalInt number(DataSet header, int tag) {
    try {
      return header.integer(tag);
    } catch (MalformedValueException unreadable) {
      return OptionalInt.empty();
    }
  }

  /** A transfer has ended. */
  public void ended(String transfer) {
    openTransfers.remove(transfer);
    current.remove(transfer);
    returning.remove(transfer);
  }

  /** A transfer has gone on to another series. */
  public void movedOn(String transfer) {
    current.remove(transfer);
  }

  /**
   * How it is known to be complete at a moment, if it is.
   *
   * @param busy transfers by which an object is coming in at this moment
   */
  public Optional<Why> complete(Instant now, Set<String> busy, CompletionSettings settings) {
    var quiet = Duration.between(lastAt, now);
    boolean moreMayCome = current.stream().anyMatch(busy::contains);
    if (isWholeByCount() && (!moreMayCome || isOver(quiet, settings.otherwise()))) {
      return Optional.of(Why.COUNT);
    }
    if (moreMayCome || quiet.compareTo(ITS_TURN) < 0 && !disjoint(returning, busy)) {
      return Optional.empty();
    }
    if (openTransfers.isEmpty() && hasNoGaps() && isOver(quiet, settings.afterTransfer())) {
      return Optional.of(Why.TRANSFER_ENDED);
    }
    return isOver(quiet, settings.otherwise()) ? Optional.of(Why.QUIET) : Optional.empty();
  }

  /** A count is believed only where all images say the same and none is missing in their row. */
  private boolean isWholeByCount() {
    return isCountBelieved && taken == expected && numbers.cardinality() == expected && hasRow();
  }

  private static boolean isOver(Duration quiet, Duration needed) {
    return quiet.compareTo(needed) >= 0;
  }

  /** Whether the numbers go from zero or one to the largest; a single image proves nothing. */
  private boolean hasNoGaps() {
    return numbers.cardinality() > 1 && hasRow();
  }

  private boolean hasRow() {
    int first = numbers.nextSetBit(0);
    return isNumbered && first <= 1 && numbers.length() - first == numbers.cardinality();
  }

  /** Of the last image. */
  public long revision() {
    return revision;
  }

  /** Of its images. */
  public String modality() {
    return modality;
  }
}
