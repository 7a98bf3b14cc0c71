package org.hilum.imaging.dicom.network;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.hilum.imaging.dicom.DicomServices;

/** Hands each request of one association to the service that answers it (PS3.7 9.1). */
final class RequestService {

  private final Agreement agreement;
  private final StorageService storage;
  private final QueryRetrieveService queries;

  RequestService(
      MessageStream stream, Agreement agreement, DicomServices services, BooleanSupplier stopping) {
    this.agreement = agreement;
    this.storage = new StorageService(stream, agreement, services.store());
    this.queries = new QueryRetrieveService(stream, agreement, services, stopping);
  }

  /** Objects answered with success so far. */
  int stored() {
    return storage.stored();
  }

  /** Reads the rest of a message and answers it. */
  void serve(Arrival.Message message) throws IOException {
    agreement.context(message);
    int field = message.command().field();
    if (field == CommandSet.CANCEL_REQUEST) {
      return;
    }
    if ((field & CommandSet.RESPONSE) != 0) {
      throw new BrokenProtocolException(
          BrokenProtocolException.Reason.NOT_SPECIFIED, "an answer to nothing");
    }
    if (QueryRetrieveService.serves(field)) {
      queries.serve(message);
    } else {
      storage.serve(message);
    }
  }
}
