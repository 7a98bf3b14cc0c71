package org.hilum.imaging.reporting;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.quantification.LesionParts;
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
 * @param parts how lesions were parted and put together; empty where nobody did
 */
public record HandCorrection(
    String by,
    ZonedDateTime at,
    int steps,
    int fromVersion,
    String identity,
    List<Uid> lesions,
    Optional<LesionParts> parts) {

  public HandCorrection {
    lesions = List.copyOf(lesions);
  }

  /** The same correction with what is kept elsewhere. */
  public HandCorrection with(Optional<LesionParts> kept) {
    return new HandCorrection(by, at, steps, fromVersion, identity, lesions, kept);
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
