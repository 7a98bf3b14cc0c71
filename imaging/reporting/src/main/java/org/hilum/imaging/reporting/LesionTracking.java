package org.hilum.imaging.reporting;

import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.quantification.Lesion;

/**
 * By which unique identifier a lesion is followed: the same in the SR, in {@code reading.json} and
 * on the page.
 *
 * <p>It belongs to the {@link ReadingIdentity}: reading the same images again with the same program
 * and networks gives the same identifiers, and lesions numbered by another network are never taken
 * for these.
 *
 * <p>Source: Tracking Unique Identifier, DCM 112040 (PS3.16 TID 1501).
 */
public final class LesionTracking {

  private LesionTracking() {}

  /** Tracking UID of a lesion of these findings. */
  public static Uid uid(ReadingFindings findings, Lesion lesion) {
    return ReadingIdentity.of(findings).trackingUid(lesion);
  }
}
