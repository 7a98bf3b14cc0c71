package org.hilum.imaging.dicom.network;

import java.io.IOException;
import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.InformationModel;
import org.hilum.imaging.dicom.ReceivedObject;
import org.hilum.imaging.dicom.StoragePolicy;
import org.hilum.imaging.dicom.StoredObjectSink;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.network.AssociateAccept.AnsweredContext;

/** Answers the requests of one association: C-ECHO and C-STORE (PS3.7 9.1). */
final class StorageService {

  private static final DimseStatus UNRECOGNIZED_OPERATION = new DimseStatus(0x0211, "");
  private static final DimseStatus CLASS_NOT_SUPPORTED = new DimseStatus(0x0122, "");
  private static final DimseStatus MISSING_ATTRIBUTE = new DimseStatus(0x0120, "");

  private final MessageStream stream;
  private final Agreement agreement;
  private final StoredObjectSink sink;
  private int stored;

  StorageService(MessageStream stream, Agreement agreement, StoredObjectSink sink) {
    this.stream = stream;
    this.agreement = agreement;
    this.sink = sink;
  }

  /** Objects answered with success so far. */
  int stored() {
    return stored;
  }

  /** Reads the rest of a message and answers it. */
  void serve(Arrival.Message message) throws IOException {
    respond(message, status(message, agreement.context(message)));
  }

  private DimseStatus status(Arrival.Message message, AnsweredContext context) throws IOException {
    return switch (message.command().field()) {
      case CommandSet.STORE_REQUEST -> store(message, context);
      case CommandSet.ECHO_REQUEST -> passOver(message, DimseStatus.SUCCESS);
      default -> passOver(message, UNRECOGNIZED_OPERATION);
    };
  }

  private DimseStatus store(Arrival.Message message, AnsweredContext context) throws IOException {
    try (var reception = reception(message, context)) {
      if (message.command().hasDataSet()) {
        stream.dataSet(message.context(), reception::write);
      }
      var status = reception.finish();
      stored += status.isSuccess() ? 1 : 0;
      return status;
    }
  }

  private StoreReception reception(Arrival.Message message, AnsweredContext context) {
    var command = message.command();
    var sopClass = command.uid(CommandSet.AFFECTED_SOP_CLASS);
    var sopInstance = command.uid(CommandSet.AFFECTED_SOP_INSTANCE);
    if (sopClass.isEmpty() || sopInstance.isEmpty() || command.messageId().isEmpty()) {
      return StoreReception.refusing(MISSING_ATTRIBUTE);
    }
    var agreed = agreement.abstractSyntax(message.context());
    if (!agreed.equals(sopClass.get().value())
        || agreed.equals(StoragePolicy.VERIFICATION)
        || InformationModel.of(agreed).isPresent()) {
      return StoreReception.refusing(CLASS_NOT_SUPPORTED);
    }
    if (!command.hasDataSet()) {
      return StoreReception.refusing(DimseStatus.cannotUnderstand("no data set follows"));
    }
    var object =
        new ReceivedObject(
            sopClass.get(),
            sopInstance.get(),
            new Uid(context.transferSyntax()),
            agreement.request().callingTitle(),
            agreement.request().calledTitle(),
            command.messageId().getAsInt(),
            agreement.id(),
            agreement.peer());
    return StoreReception.begin(sink, object);
  }

  private DimseStatus passOver(Arrival.Message message, DimseStatus status) throws IOException {
    if (message.command().hasDataSet()) {
      stream.dataSet(message.context(), (bytes, offset, length) -> {});
    }
    return status;
  }

  private void respond(Arrival.Message message, DimseStatus status) throws IOException {
    var response = CommandSet.response(message.command(), status);
    stream.send(message.context(), response, agreement.mostPduBytes());
  }
}
