package org.hilum.imaging.dicom;

import java.net.InetSocketAddress;

/**
 * Whom a {@link DicomCaller} calls, as whom.
 *
 * @param callingTitle our application entity title, 1 to 16 characters
 * @param calledTitle theirs, 1 to 16 characters
 */
public record CallSettings(
    InetSocketAddress peer,
    String callingTitle,
    String calledTitle,
    AssociationLimits limits,
    TransportSecurity security) {

  public CallSettings {
    checkTitle(callingTitle);
    checkTitle(calledTitle);
  }

  private static void checkTitle(String title) {
    if (!title.matches("[ -\\[\\]-~]{1,16}") || title.isBlank()) {
      throw new IllegalArgumentException("1 to 16 plain characters are needed for an AE title");
    }
  }

  /** In clear within the usual limits. */
  public static CallSettings to(InetSocketAddress peer, String callingTitle, String calledTitle) {
    return new CallSettings(
        peer, callingTitle, calledTitle, AssociationLimits.USUAL, new TransportSecurity.Plain());
  }

  /** The same with other limits. */
  public CallSettings with(AssociationLimits others) {
    return new CallSettings(peer, callingTitle, calledTitle, others, security);
  }

  /** The same with another protection. */
  public CallSettings with(TransportSecurity other) {
    return new CallSettings(peer, callingTitle, calledTitle, limits, other);
  }
}
