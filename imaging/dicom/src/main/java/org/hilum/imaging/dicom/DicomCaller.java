package org.hilum.imaging.dicom;

import java.io.IOException;
import java.util.List;
import org.hilum.imaging.dicom.network.CallingAssociation;

/**
 * Sends objects over DIMSE: the user of Verification and Storage (PS3.4 annexes A and B).
 *
 * <p>Used by one thread at a time. A fault of the network is an {@link IOException} and ends the
 * association; what the peer says is a result.
 */
public final class DicomCaller implements AutoCloseable {

  private static final int MOST_CONTEXTS = 128;

  private final CallingAssociation association;

  private DicomCaller(CallingAssociation association) {
    this.association = association;
  }

  /** Opens an association; contexts that come twice are offered once. */
  public static CallOutcome call(CallSettings settings, List<ProposedContext> contexts)
      throws IOException {
    var offered = contexts.stream().distinct().toList();
    if (offered.isEmpty() || offered.size() > MOST_CONTEXTS) {
      throw new IllegalArgumentException("1 to " + MOST_CONTEXTS + " contexts can be offered");
    }
    return switch (CallingAssociation.open(settings, offered)) {
      case CallingAssociation.Opened(var association) ->
          new CallOutcome.Connected(new DicomCaller(association));
      case CallingAssociation.Rejected(var isTransient, var words) ->
          new CallOutcome.Refused(isTransient, words);
    };
  }

  /** Asks whether the peer is there (C-ECHO). */
  public SendOutcome echo() throws IOException {
    return association.echo();
  }

  /** Sends a file's data set as it is (C-STORE). */
  public SendOutcome store(SendableObject object) throws IOException {
    return association.store(object);
  }

  /** Ends in order and closes. */
  public void release() throws IOException {
    association.release();
  }

  /** Ends at once, whatever is under way. */
  public void abort() {
    association.abort();
  }

  /** Aborts what was not released. */
  @Override
  public void close() {
    association.close();
  }
}
