package org.hilum.imaging.dicom.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.SendableObject;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;

/** How far a retrieval is: what arrived, what did not (PS3.4 C.4.2.1.6, C.4.2.1.7). */
final class SubOperations {

  /** Why one object was not sent, for counting only. */
  static final DimseStatus NOT_AGREED = new DimseStatus(0x0122, "no context for it was agreed on");

  static final DimseStatus NOT_READ = new DimseStatus(0xC000, "the file cannot be read");

  /** Whoever asked has had enough while it was on its way. */
  static final DimseStatus CUT = new DimseStatus(0xFE00, "cut off");

  static final DimseStatus UNREACHED = new DimseStatus(0xA700, "the destination has gone");

  private static final DimseStatus CANCELLED = new DimseStatus(0xFE00, "");
  private static final DimseStatus SOME_FAILED = new DimseStatus(0xB000, "");
  private static final int ALL_FAILED = 0xA702;
  private static final int MOST_COUNTED = 0xFFFF;

  /** Explicit VR writes the length of UIDs in 16 bits. */
  private static final int MOST_LISTED_BYTES = 0xFFFE;

  private final List<String> failed = new ArrayList<>();
  private int remaining;
  private int completed;
  private int warnings;
  private String firstFailure = "";

  SubOperations(int objects) {
    this.remaining = objects;
  }

  /** Why a file could not be sent, in words that say nothing of where it lies. */
  static DimseStatus notRead(IOException failed) {
    return failed instanceof NotEncodedException
        ? new DimseStatus(NOT_READ.code(), String.valueOf(failed.getMessage()))
        : NOT_READ;
  }

  boolean hasMore() {
    return remaining > 0;
  }

  /** One object was sent, or could not be. */
  void ended(SendableObject object, DimseStatus status) {
    remaining--;
    if (!status.isSuccess()) {
      failed.add(object.sopInstance().value());
      firstFailure = firstFailure.isEmpty() ? status.comment() : firstFailure;
    } else if (status.code() == 0) {
      completed++;
    } else {
      warnings++;
    }
  }

  /** What became of the whole. */
  DimseStatus outcome(boolean isCancelled) {
    if (isCancelled && remaining > 0) {
      return CANCELLED;
    }
    if (failed.isEmpty() && warnings == 0) {
      return DimseStatus.SUCCESS;
    }
    return completed + warnings == 0 ? new DimseStatus(ALL_FAILED, firstFailure) : SOME_FAILED;
  }

  /** Puts the counters into a response; what remains is told only while something does. */
  CommandSet counted(CommandSet response) {
    if (remaining > 0) {
      put(response, CommandSet.REMAINING, remaining);
    }
    put(response, CommandSet.COMPLETED, completed);
    put(response, CommandSet.FAILED, failed.size());
    return put(response, CommandSet.WARNINGS, warnings);
  }

  private static CommandSet put(CommandSet response, int element, int count) {
    return response.number(element, Math.min(count, MOST_COUNTED));
  }

  /** As many as an element of 64 KiB has room for; the counters tell the rest. */
  private List<String> named() {
    int bytes = 0;
    int count = 0;
    for (var uid : failed) {
      bytes += uid.length() + 1;
      if (bytes > MOST_LISTED_BYTES) {
        break;
      }
      count++;
    }
    return failed.subList(0, count);
  }

  /** The list of what failed; empty where nothing did. */
  Optional<DataSet> failures() {
    var uids = named().toArray(String[]::new);
    return failed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            DataSet.builder().text(Tag.FAILED_SOP_INSTANCE_UID_LIST, Vr.UI, uids).build());
  }
}
