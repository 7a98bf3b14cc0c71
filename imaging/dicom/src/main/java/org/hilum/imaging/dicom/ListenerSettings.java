package org.hilum.imaging.dicom;

import java.net.InetSocketAddress;

/**
 * Where and within what limits a {@link DicomListener} listens.
 *
 * @param address port 0 for any that is free
 * @param mostAssociations at once; the next is rejected transiently
 */
public record ListenerSettings(
    InetSocketAddress address,
    int mostAssociations,
    AssociationLimits limits,
    TransportSecurity security) {

  private static final int USUAL_ASSOCIATIONS = 64;

  public ListenerSettings {
    if (mostAssociations < 1) {
      throw new IllegalArgumentException("at least one association is needed");
    }
  }

  /** Up to 64 associations in clear within the usual limits. */
  public static ListenerSettings at(InetSocketAddress address) {
    return new ListenerSettings(
        address, USUAL_ASSOCIATIONS, AssociationLimits.USUAL, new TransportSecurity.Plain());
  }

  /** The same with other limits. */
  public ListenerSettings with(AssociationLimits others) {
    return new ListenerSettings(address, mostAssociations, others, security);
  }

  /** The same with another protection. */
  public ListenerSettings with(TransportSecurity other) {
    return new ListenerSettings(address, mostAssociations, limits, other);
  }

  /** The same with room for so many associations at once. */
  public ListenerSettings withMostAssociations(int most) {
    return new ListenerSettings(address, most, limits, security);
  }
}
