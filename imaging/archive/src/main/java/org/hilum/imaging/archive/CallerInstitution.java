package org.hilum.imaging.archive;

import java.net.SocketAddress;
import java.util.Optional;

/** Whose eyes an application entity looks with. */
@FunctionalInterface
public interface CallerInstitution {

  /** Code of the caller's institution; empty when it may not look. */
  Optional<String> of(String callingTitle, SocketAddress peer);
}
