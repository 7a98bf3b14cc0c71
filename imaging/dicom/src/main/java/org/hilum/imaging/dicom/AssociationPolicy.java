package org.hilum.imaging.dicom;

import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;

/** Who may open an association for what. */
public interface AssociationPolicy {

  /** Whether we go by this application entity title. */
  boolean isCalled(String calledTitle);

  /** Whether an application entity of this title may call us by that one. */
  boolean mayCall(String callingTitle, String calledTitle);

  /** The same, where it also matters from which address the call comes. */
  default boolean mayCall(String callingTitle, String calledTitle, SocketAddress peer) {
    return mayCall(callingTitle, calledTitle);
  }

  /** The same, where it also matters which certificate was shown. */
  default boolean mayCall(String callingTitle, String calledTitle, CallingPeer peer) {
    return mayCall(callingTitle, calledTitle, peer.address());
  }

  /** Whether we serve this abstract syntax (SOP class). */
  boolean serves(String abstractSyntax);

  /** Which of the transfer syntaxes offered for an abstract syntax is taken; empty for none. */
  Optional<String> choose(String abstractSyntax, List<String> transferSyntaxes);
}
