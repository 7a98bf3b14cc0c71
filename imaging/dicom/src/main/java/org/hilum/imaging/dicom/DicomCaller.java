package org.hilum.imaging.dicom;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.hilum.imaging.dicom.InformationModel.Operation;
import org.hilum.imaging.dicom.network.CallingAssociation;

/**
 * Sends, finds and fetches objects over DIMSE: the user of Verification, Storage and Query/Retrieve
 * (PS3.4 annexes A to C).
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
    return call(settings, contexts, Set.of());
  }

  /**
   * The same, ready to take what C-GET brings.
   *
   * @param taken SOP classes, among those of the contexts, whose objects the peer may send back
   */
  public static CallOutcome call(
      CallSettings settings, List<ProposedContext> contexts, Set<String> taken) throws IOException {
    var offered = contexts.stream().distinct().toList();
    if (offered.isEmpty() || offered.size() > MOST_CONTEXTS) {
      throw new IllegalArgumentException("1 to " + MOST_CONTEXTS + " contexts can be offered");
    }
    return switch (CallingAssociation.open(settings, offered, taken)) {
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

  /**
   * Asks what matches (C-FIND).
   *
   * @param keys with Query/Retrieve Level
   * @param wanted takes each match, and says whether more are wanted
   */
  public SendOutcome find(InformationModel model, DataSet keys, Predicate<DataSet> wanted)
      throws IOException {
    var asked = association.ask(required(model, Operation.FIND));
    return asked.isPresent()
        ? new SendOutcome.Answered(asked.get().find(keys, wanted))
        : new SendOutcome.NotAgreed(notAgreed(model));
  }

  /**
   * Has what matches sent to an application entity that the peer knows (C-MOVE).
   *
   * @param goesOn told now and then how far it is; false calls it off
   */
  public RetrieveOutcome move(
      InformationModel model,
      DataSet keys,
      String destination,
      Predicate<RetrieveOutcome.Counts> goesOn)
      throws IOException {
    var asked = association.ask(required(model, Operation.MOVE));
    return asked.isPresent()
        ? asked.get().move(keys, destination, goesOn)
        : new RetrieveOutcome.NotAgreed(notAgreed(model));
  }

  /**
   * Has what matches sent back (C-GET).
   *
   * @param goesOn told now and then how far it is; false calls it off
   */
  public RetrieveOutcome get(
      InformationModel model,
      DataSet keys,
      StoredObjectSink sink,
      Predicate<RetrieveOutcome.Counts> goesOn)
      throws IOException {
    var asked = association.ask(required(model, Operation.GET));
    return asked.isPresent()
        ? asked.get().get(keys, sink, goesOn)
        : new RetrieveOutcome.NotAgreed(notAgreed(model));
  }

  private static InformationModel required(InformationModel model, Operation operation) {
    if (model.operation() != operation) {
      throw new IllegalArgumentException(model + " is not for " + operation);
    }
    return model;
  }

  private static String notAgreed(InformationModel model) {
    return "the peer does not take " + model;
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
