package org.hilum.imaging.reporting;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.vocabulary.Reason;

/**
 * That a person corrected the opacity a network had outlined, and how.
 *
 * @param by account of who said that the corrected reading counts
 * @param at when
 * @param steps how many steps led there
 * @param fromVersion which version of the study's readings the network had made
 * @param identity tells this state of the correction from every other
 * @param lesions Tracking UID of each lesion, that of number 1 first
 */
public record HandCorrection(
    String by, ZonedDateTime at, int steps, int fromVersion, String identity, List<Uid> lesions) {

  public HandCorrection {
    lesions = List.copyOf(lesions);
  }

  /** The same as a remark. */
  public Reason remark() {
    return Reason.of(
        ReportingReason.CORRECTED_BY_HAND,
        "The opacity outlined by the network was corrected by hand in %d steps by %s, %s; the network's own is version %d."
            .formatted(steps, by, moment(), fromVersion));
  }

  /** When, to the second. */
  public String moment() {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.truncatedTo(ChronoUnit.SECONDS));
  }
}
