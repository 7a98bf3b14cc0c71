package org.hilum.imaging.dicom.network;

import java.io.IOException;
import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.SendableObject;

/** Sends objects back over the association by which they were asked for (PS3.4 C.4.3). */
final class ReturnRoute {

  private static final int LARGEST_MESSAGE_ID = 0xFFFF;

  private final QueryOperation operation;
  private final Agreement agreement;
  private int messageId;

  ReturnRoute(QueryOperation operation) {
    this.operation = operation;
    this.agreement = operation.agreement();
  }

  /** Sends one and waits for the answer; an object that cannot be sent is no fault of the peer. */
  DimseStatus send(SendableObject object) throws IOException {
    var route =
        StoreRoute.of(object, agreement.request(), agreement.accept(), agreement::peerProvides);
    if (route.isEmpty()) {
      return SubOperations.NOT_AGREED;
    }
    try (var payload = StorePayload.of(object, route.get().transferSyntax())) {
      messageId = messageId % LARGEST_MESSAGE_ID + 1;
      return operation.exchange(
          route.get().context(), CommandSet.store(object, messageId), payload);
    } catch (IOException failed) {
      operation.rethrowIfLost();
      return SubOperations.notRead(failed);
    }
  }
}
