package org.hilum.imaging.dicom;

import java.util.Locale;

/**
 * What became of one DIMSE request (PS3.7 annex C; of storage PS3.4 table B.2-1).
 *
 * @param code 0 to 0xFFFF
 * @param comment why, for the sender's log, at most 64 characters; empty when there is no need
 */
public record DimseStatus(int code, String comment) {

  private static final int LONGEST_COMMENT = 64;

  /** Done. */
  public static final DimseStatus SUCCESS = new DimseStatus(0x0000, "");

  public DimseStatus {
    if (code < 0 || code > 0xFFFF) {
      throw new IllegalArgumentException("a status has 16 bits");
    }
    if (comment.length() > LONGEST_COMMENT) {
      comment = comment.substring(0, LONGEST_COMMENT);
    }
  }

  /** Out of resources: send it again later. */
  public static DimseStatus outOfResources(String why) {
    return new DimseStatus(0xA700, why);
  }

  /** The data set is not of the SOP class announced. */
  public static DimseStatus notOfItsClass(String why) {
    return new DimseStatus(0xA900, why);
  }

  /** The object cannot be understood: sending it again will not help. */
  public static DimseStatus cannotUnderstand(String why) {
    return new DimseStatus(0xC000, why);
  }

  /** The sender may not do this. */
  public static DimseStatus notAuthorised(String why) {
    return new DimseStatus(0x0124, why);
  }

  /** Whether the request was carried out, perhaps with a warning (PS3.7 C.1 to C.3). */
  public boolean isSuccess() {
    return code == 0 || code == 0x0001 || code >> 12 == 0xB;
  }

  @Override
  public String toString() {
    var hex = String.format(Locale.ROOT, "%04X", code);
    return comment.isEmpty() ? hex : hex + " " + comment;
  }
}
