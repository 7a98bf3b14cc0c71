package org.hilum.imaging.dicom.network;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import org.hilum.imaging.dicom.network.AssociateAccept.AnsweredContext;

/**
 * What one served association is: who called, what was offered and what was agreed on.
 *
 * @param id unique within this process
 */
record Agreement(long id, SocketAddress peer, AssociateRequest request, AssociateAccept accept) {

  private static final AtomicLong IDS = new AtomicLong();

  /** Unique within this process. */
  static long nextId() {
    return IDS.incrementAndGet();
  }

  /** The context of a message; refuses one that was not agreed on. */
  AnsweredContext context(Arrival.Message message) throws IOException {
    var answer = accept.contexts().get(message.context());
    if (answer == null || !answer.isAccepted()) {
      throw new BrokenProtocolException(
          BrokenProtocolException.Reason.INVALID_PARAMETER,
          "a message in a presentation context that was not agreed on");
    }
    return answer;
  }

  String abstractSyntax(int context) {
    var offered = request.contexts().get(context);
    return offered == null ? "" : offered.abstractSyntax();
  }

  /** Whether the caller agreed to provide the class of a context, so that we may use it. */
  boolean peerProvides(int context) {
    return accept.user().roles().stream()
        .anyMatch(role -> role.provider() && role.abstractSyntax().equals(abstractSyntax(context)));
  }

  /** Largest unit that the caller takes, in bytes; 0 for any. */
  long mostPduBytes() {
    return request.user().mostPduBytes();
  }
}
