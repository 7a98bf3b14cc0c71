package org.hilum.imaging.dicom.network;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hilum.imaging.dicom.CallSettings;
import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.QueryRefusedException;
import org.hilum.imaging.dicom.QueryRequest;
import org.hilum.imaging.dicom.RetrieveService;
import org.hilum.imaging.dicom.SendableObject;

/** Sends what was asked for, elsewhere (C-MOVE) or back (C-GET), and tells how far it is. */
final class Retrieval {

  private static final DimseStatus PENDING = new DimseStatus(0xFF00, "");
  private static final DimseStatus DESTINATION_UNKNOWN =
      new DimseStatus(0xA801, "the destination is not known here");

  private static final long LOOK_EVERY_MILLIS = 50;

  private final QueryOperation operation;
  private final RetrieveService service;

  Retrieval(QueryOperation operation, RetrieveService service) {
    this.operation = operation;
    this.service = service;
  }

  /** How one object is sent; what is thrown ends the association with whoever asked. */
  private interface Sending {
    DimseStatus send(SendableObject object) throws IOException;
  }

  /** C-MOVE. */
  void move(QueryRequest request) throws IOException {
    var title = operation.command().text(CommandSet.MOVE_DESTINATION).orElse("");
    var destination =
        service
            .destination(title, request)
            .orElseThrow(() -> new QueryRefusedException(DESTINATION_UNKNOWN));
    var objects = service.retrieve(request.movingTo(destination));
    if (objects.isEmpty()) {
      send(objects, object -> DimseStatus.SUCCESS);
    } else {
      call(destination, objects);
    }
  }

  private void call(CallSettings destination, List<SendableObject> objects) throws IOException {
    try {
      switch (CallingAssociation.open(destination, StoreRoute.offersFor(objects))) {
        case CallingAssociation.Opened(var association) -> forward(association, objects);
        case CallingAssociation.Rejected(_, var words) ->
            unreached(objects, "the destination refuses: " + words);
      }
    } catch (IOException failed) {
      operation.rethrowIfLost();
      unreached(objects, "the destination cannot be reached");
    }
  }

  private void forward(CallingAssociation association, List<SendableObject> objects)
      throws IOException {
    var originator = operation.agreement().request().callingTitle();
    int message = operation.command().messageId().orElse(0);
    try {
      send(objects, object -> heeding(association, object, originator, message));
      release(association);
    } finally {
      association.close();
    }
  }

  /** Sends, and meanwhile looks whether whoever asked has had enough. */
  private DimseStatus heeding(
      CallingAssociation association, SendableObject object, String originator, int message)
      throws IOException {
    var sending = new FutureTask<>(() -> forward(association, object, originator, message));
    Thread.ofVirtual().name("dimse-forward").start(sending);
    try {
      while (true) {
        try {
          return sending.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
          if (operation.isOver()) {
            return SubOperations.CUT;
          }
        }
      }
    } catch (ExecutionException fault) {
      throw new IOException("an object could not be sent on", fault);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopping);
    } finally {
      if (!sending.isDone()) {
        association.cut();
      }
    }
  }

  private static DimseStatus forward(
      CallingAssociation association, SendableObject object, String originator, int message) {
    try {
      return association.forward(object, originator, message);
    } catch (IOException gone) {
      return SubOperations.UNREACHED;
    }
  }

  private static void release(CallingAssociation association) {
    try {
      association.release();
    } catch (IOException unimportant) {
      // all it was to take has been answered
    }
  }

  private void unreached(List<SendableObject> objects, String words) throws IOException {
    var count = new SubOperations(objects.size());
    var status = new DimseStatus(SubOperations.UNREACHED.code(), words);
    objects.forEach(object -> count.ended(object, status));
    finish(count, false);
  }

  /** C-GET. */
  void get(QueryRequest request) throws IOException {
    send(service.retrieve(request), new ReturnRoute(operation)::send);
  }

  private void send(List<SendableObject> objects, Sending sending) throws IOException {
    var count = new SubOperations(objects.size());
    boolean isOver = false;
    for (var object : objects) {
      isOver = operation.isOver();
      if (isOver) {
        break;
      }
      var status = sending.send(object);
      isOver = status.equals(SubOperations.CUT) && operation.isOver();
      if (isOver) {
        break;
      }
      count.ended(object, status);
      if (count.hasMore()) {
        operation.respond(count.counted(operation.response(PENDING)));
      }
    }
    finish(count, isOver);
  }

  private void finish(SubOperations count, boolean isCancelled) throws IOException {
    var response = count.counted(operation.response(count.outcome(isCancelled)));
    var failures = count.failures();
    if (failures.isPresent()) {
      operation.respond(response, failures.get());
    } else {
      operation.respond(response);
    }
  }
}
