package org.hilum.imaging.dicom;

import java.util.Optional;
import org.hilum.imaging.dicom.source.ByteSource;

/**
 * Finds where the parts of a file begin (PS3.10 section 7), also where its writer left some out.
 */
final class FileOpening {

  private static final int PREAMBLE_BYTES = 128;
  private static final int MARK_BYTES = 4;

  /** How far a misplaced mark is looked for. */
  private static final int LOOK_BYTES = 512;

  private final ByteSource source;
  private final Deviations deviations;

  FileOpening(ByteSource source, Deviations deviations) {
    this.source = source;
    this.deviations = deviations;
  }

  /** Where file meta information, or else the data set, begins; empty when this is not DICOM. */
  Optional<Long> begin() {
    if (hasMark(PREAMBLE_BYTES)) {
      return Optional.of((long) PREAMBLE_BYTES + MARK_BYTES);
    }
    for (int at = 0; at <= LOOK_BYTES; at++) {
      if (hasMark(at) && looksLikeMeta(at + MARK_BYTES)) {
        deviations.add(DicomReason.PREAMBLE_DEVIATES, "the DICM mark is misplaced");
        return Optional.of((long) at + MARK_BYTES);
      }
    }
    for (long at : new long[] {0, PREAMBLE_BYTES + MARK_BYTES, PREAMBLE_BYTES}) {
      if (looksLikeMeta(at) || at == 0 && encodingAt(at).isPresent()) {
        deviations.add(DicomReason.PREAMBLE_DEVIATES, "the DICM mark is missing");
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private boolean hasMark(long at) {
    return source.has(at, MARK_BYTES)
        && source.octet(at) == 'D'
        && source.octet(at + 1) == 'I'
        && source.octet(at + 2) == 'C'
        && source.octet(at + 3) == 'M';
  }

  private boolean looksLikeMeta(long at) {
    return source.has(at, 8)
        && source.unsignedShort(at, false) == 0x0002
        && source.unsignedShort(at + 2, false) <= 0x0102;
  }

  /**
   * How the element at a place is encoded, when it looks like the beginning of a data set: a known
   * tag of a low group, and a length that the file has.
   */
  Optional<Encoding> encodingAt(long at) {
    if (!source.has(at, 8)) {
      return Optional.empty();
    }
    boolean letters = StandardVr.named(source.octet(at + 4), source.octet(at + 5)).isPresent();
    if (letters) {
      return isEarlyGroup(at, false)
          ? Optional.of(Encoding.EXPLICIT_LITTLE)
          : isEarlyGroup(at, true) ? Optional.of(Encoding.EXPLICIT_BIG) : Optional.empty();
    }
    return isEarlyGroup(at, false) && source.has(at + 8, source.unsignedInt(at + 4, false))
        ? Optional.of(Encoding.IMPLICIT_LITTLE)
        : Optional.empty();
  }

  private boolean isEarlyGroup(long at, boolean bigEndian) {
    int group = source.unsignedShort(at, bigEndian);
    int tag = group << 16 | source.unsignedShort(at + 2, bigEndian);
    return (group == 0x0004 || group == 0x0008) && StandardVr.of(tag, false).isPresent();
  }
}
