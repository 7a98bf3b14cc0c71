package org.hilum.imaging.reporting;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.segmentation.FissureFinding;
import org.hilum.imaging.segmentation.NetworkCard;
import org.hilum.imaging.segmentation.NetworkIdentity;
import org.hilum.imaging.vocabulary.Reason;

/**
 * What {@code reading.json} tells of a reading beside its numbers: enough, with images and masks,
 * to take it up again.
 *
 * @param seriesInstanceUid of the series that was read; empty for a NIfTI file
 * @param limits the remarks about the masks and what was odd and outside the networks' range
 * @param interval how amounts become an interval; empty where the card stated none, and for
 *     readings of a time when it was not written
 * @param correction what a person changed, without parts: those are a mask
 */
public record ReadingRecord(
    String seriesInstanceUid,
    int sliceCount,
    List<Reason> limits,
    List<NetworkIdentity> networks,
    List<FissureFinding> fissures,
    Optional<NetworkCard.Interval> interval,
    ZonedDateTime readAt,
    SoftwareIdentity software,
    Optional<HandCorrection> correction) {

  public ReadingRecord {
    limits = List.copyOf(limits);
    networks = List.copyOf(networks);
    fissures = List.copyOf(fissures);
  }
}
