package org.hilum.imaging.dicom.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.MalformedValueException;
import org.hilum.imaging.dicom.QueryRefusedException;
import org.hilum.imaging.dicom.QueryRequest;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.TransferSyntax;
import org.jspecify.annotations.Nullable;

/**
 * One C-FIND, C-MOVE or C-GET under way: what is asked, the answers so far, and whether whoever
 * asked has had enough.
 */
final class QueryOperation {

  /** A list of ten thousand UIDs and more, in bytes. */
  private static final int MOST_IDENTIFIER_BYTES = 1 << 20;

  private static final int NOT_OF_ITS_CLASS = 0xA900;

  private final MessageStream stream;
  private final Agreement agreement;
  private final Arrival.Message message;
  private final TransferSyntax syntax;
  private final BooleanSupplier stopping;
  private boolean cancelled;
  private @Nullable IOException lost;

  QueryOperation(
      MessageStream stream, Agreement agreement, Arrival.Message message, BooleanSupplier stopping)
      throws IOException {
    this.stream = stream;
    this.agreement = agreement;
    this.message = message;
    this.stopping = stopping;
    this.syntax =
        TransferSyntax.of(agreement.context(message).transferSyntax())
            .orElse(TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
  }

  Agreement agreement() {
    return agreement;
  }

  CommandSet command() {
    return message.command();
  }

  /** SOP class of the context. */
  String informationModel() {
    return agreement.abstractSyntax(message.context());
  }

  /** The rest of the message, however long; more of it than can be is not kept. */
  byte[] read() throws IOException {
    var bytes = new ByteArrayOutputStream();
    if (command().hasDataSet()) {
      stream.dataSet(
          message.context(),
          (from, offset, length) -> {
            if (bytes.size() <= MOST_IDENTIFIER_BYTES) {
              bytes.write(from, offset, length);
            }
          });
    }
    return bytes.toByteArray();
  }

  /** What is asked; refuses what no keys can be made of. */
  QueryRequest request(byte[] identifier) throws QueryRefusedException {
    if (identifier.length == 0 || identifier.length > MOST_IDENTIFIER_BYTES) {
      throw refused("an identifier of 1 byte to 1 MiB is needed");
    }
    try {
      var keys = DicomReader.dataSet(identifier, syntax);
      var level = keys.text(Tag.QUERY_RETRIEVE_LEVEL).orElse("").toUpperCase(Locale.ROOT);
      var request = agreement.request();
      return new QueryRequest(
          informationModel(),
          level,
          keys,
          request.callingTitle(),
          request.calledTitle(),
          agreement.peer(),
          "");
    } catch (MalformedValueException malformed) {
      throw refused("the identifier cannot be read");
    }
  }

  private static QueryRefusedException refused(String why) {
    return new QueryRefusedException(new DimseStatus(NOT_OF_ITS_CLASS, why));
  }

  /** Whether to go no further: cancelled, or we are stopping. */
  boolean isOver() throws IOException {
    try {
      for (var more = stream.arrived(); more.isPresent(); more = stream.arrived()) {
        heed(more.get());
      }
    } catch (IOException gone) {
      throw lost(gone);
    }
    return cancelled || stopping.getAsBoolean();
  }

  /** Takes what may come while an operation is under way: its cancellation. */
  void heed(Arrival arrival) throws IOException {
    switch (arrival) {
      case Arrival.Message(_, var command)
          when command.field() == CommandSet.CANCEL_REQUEST && !command.hasDataSet() ->
          cancelled |=
              command
                  .number(CommandSet.MESSAGE_ID_RESPONDED_TO)
                  .equals(message.command().messageId());
      case Arrival.Message _ ->
          throw new BrokenProtocolException(
              BrokenProtocolException.Reason.NOT_SPECIFIED,
              "one operation at a time was agreed on");
      case Arrival.Aborted _ -> throw new PeerGoneException("the peer aborted", true);
      case Arrival.Closed _ -> throw new PeerGoneException("the peer closed", false);
      case Arrival.ReleaseRequested _ -> throw Arrival.unexpected(PduType.RELEASE_REQUEST);
      case Arrival.Released _ -> throw Arrival.unexpected(PduType.RELEASE_RESPONSE);
    }
  }

  CommandSet response(DimseStatus status) {
    return CommandSet.response(command(), status);
  }

  void respond(CommandSet response) throws IOException {
    try {
      stream.send(message.context(), response, agreement.mostPduBytes());
    } catch (IOException gone) {
      throw lost(gone);
    }
  }

  void respond(CommandSet response, DataSet dataSet) throws IOException {
    var bytes = DicomWriter.dataSet(dataSet, syntax);
    try {
      var output = stream.output(message.context(), agreement.mostPduBytes());
      output.write(response.followedByDataSet().bytes(), true);
      output.write(bytes, false);
    } catch (IOException gone) {
      throw lost(gone);
    }
  }

  /** Asks whoever asked us, to store an object, and waits for the answer. */
  DimseStatus exchange(int context, CommandSet request, StorePayload payload) throws IOException {
    try {
      var output = stream.output(context, agreement.mostPduBytes());
      output.write(request.bytes(), true);
      output.write(payload.bytes(), payload.length(), false);
      while (true) {
        var arrival = stream.next(() -> {});
        if (arrival instanceof Arrival.Message(_, var answer)
            && answer.answers(request)
            && !answer.hasDataSet()) {
          return answer.status();
        }
        heed(arrival);
      }
    } catch (IOException gone) {
      throw lost(gone);
    }
  }

  private IOException lost(IOException gone) {
    lost = gone;
    return gone;
  }

  /** Throws what ended the association, if that is what an exception of a service comes from. */
  void rethrowIfLost() throws IOException {
    if (lost != null) {
      throw lost;
    }
  }
}
