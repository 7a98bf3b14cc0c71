package org.hilum.imaging.dicom.network;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomServices;
import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.InformationModel;
import org.hilum.imaging.dicom.QueryAnswers;
import org.hilum.imaging.dicom.QueryRefusedException;
import org.hilum.imaging.dicom.QueryRequest;
import org.hilum.imaging.dicom.QueryService;

/** Answers C-FIND, C-MOVE and C-GET on one association (PS3.4 C.4). */
final class QueryRetrieveService {

  private static final DimseStatus CLASS_NOT_SUPPORTED = new DimseStatus(0x0122, "");
  private static final DimseStatus PENDING = new DimseStatus(0xFF00, "");
  private static final DimseStatus PENDING_KEYS_PASSED_OVER = new DimseStatus(0xFF01, "");
  private static final DimseStatus CANCELLED = new DimseStatus(0xFE00, "");
  private static final DimseStatus FAILED = new DimseStatus(0xC001, "failed here: ask again later");

  private final MessageStream stream;
  private final Agreement agreement;
  private final DicomServices services;
  private final BooleanSupplier stopping;

  QueryRetrieveService(
      MessageStream stream, Agreement agreement, DicomServices services, BooleanSupplier stopping) {
    this.stream = stream;
    this.agreement = agreement;
    this.services = services;
    this.stopping = stopping;
  }

  /** Whether a command is one of these. */
  static boolean serves(int field) {
    return field == CommandSet.FIND_REQUEST
        || field == CommandSet.MOVE_REQUEST
        || field == CommandSet.GET_REQUEST;
  }

  /** Reads the rest of a message, carries it out and answers it. */
  void serve(Arrival.Message message) throws IOException {
    var operation = new QueryOperation(stream, agreement, message, stopping);
    var identifier = operation.read();
    try {
      carryOut(operation, identifier);
    } catch (QueryRefusedException refused) {
      operation.rethrowIfLost();
      operation.respond(operation.response(refused.status()));
    } catch (IOException | RuntimeException failed) {
      operation.rethrowIfLost();
      operation.respond(operation.response(FAILED));
    }
  }

  private void carryOut(QueryOperation operation, byte[] identifier) throws IOException {
    var asked = operation.command().uid(CommandSet.AFFECTED_SOP_CLASS);
    var model = InformationModel.of(operation.informationModel());
    boolean isOfContext =
        model.isPresent()
            && field(model.get()) == operation.command().field()
            && asked.filter(uid -> uid.value().equals(model.get().uid())).isPresent();
    if (!isOfContext) {
      throw new QueryRefusedException(CLASS_NOT_SUPPORTED);
    }
    var request = operation.request(identifier);
    switch (model.get().operation()) {
      case FIND -> find(operation, request, services.query().orElseThrow());
      case MOVE -> new Retrieval(operation, services.retrieve().orElseThrow()).move(request);
      case GET -> new Retrieval(operation, services.retrieve().orElseThrow()).get(request);
    }
  }

  private static int field(InformationModel model) {
    return switch (model.operation()) {
      case FIND -> CommandSet.FIND_REQUEST;
      case MOVE -> CommandSet.MOVE_REQUEST;
      case GET -> CommandSet.GET_REQUEST;
    };
  }

  private static void find(QueryOperation operation, QueryRequest request, QueryService service)
      throws IOException {
    var answers = new Answers(operation);
    service.find(request, answers);
    operation.respond(operation.response(answers.cut ? CANCELLED : DimseStatus.SUCCESS));
  }

  /** Sends each match as it comes. */
  private static final class Answers implements QueryAnswers {

    private final QueryOperation operation;
    private DimseStatus pending = PENDING;
    private boolean cut;

    Answers(QueryOperation operation) {
      this.operation = operation;
    }

    @Override
    public void keysPassedOver() {
      pending = PENDING_KEYS_PASSED_OVER;
    }

    @Override
    public boolean answer(DataSet match) throws IOException {
      cut |= operation.isOver();
      if (!cut) {
        operation.respond(operation.response(pending), match);
      }
      return !cut;
    }
  }
}
