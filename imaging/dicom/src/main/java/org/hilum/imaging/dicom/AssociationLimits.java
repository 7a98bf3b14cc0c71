package org.hilum.imaging.dicom;

import java.time.Duration;

/**
 * How much and how long an association may take.
 *
 * @param mostPduBytes largest P-DATA-TF we receive, as we tell the peer; 0 for any (PS3.8 D.1)
 * @param negotiation for all of a handshake, a request or a release (the ARTIM timer of PS3.8)
 * @param silence for the next request, or for the answer to ours
 * @param message for waiting within one message, and for one write; what comes earns more time at
 *     {@value #SLOWEST_BYTES_A_SECOND} bytes a second
 */
public record AssociationLimits(
    int mostPduBytes, Duration negotiation, Duration silence, Duration message) {

  /** Slowest sender we bear, in bytes a second: a tenth of an old line of 512 kbit/s. */
  public static final int SLOWEST_BYTES_A_SECOND = 6_400;

  /** Smallest limit that has room for a command in few pieces, in bytes. */
  private static final int SMALLEST_PDU_BYTES = 1024;

  /** What is usual: 128 KiB, 10 seconds, 5 minutes, 1 minute. */
  public static final AssociationLimits USUAL =
      new AssociationLimits(
          128 * 1024, Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofMinutes(1));

  public AssociationLimits {
    if (mostPduBytes != 0 && mostPduBytes < SMALLEST_PDU_BYTES) {
      throw new IllegalArgumentException("0 or at least " + SMALLEST_PDU_BYTES + " bytes a PDU");
    }
  }

  /** The same with another largest PDU. */
  public AssociationLimits withMostPduBytes(int bytes) {
    return new AssociationLimits(bytes, negotiation, silence, message);
  }
}
