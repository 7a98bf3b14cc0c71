package org.hilum.imaging.dicom.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.InformationModel;
import org.hilum.imaging.dicom.MalformedValueException;
import org.hilum.imaging.dicom.RetrieveOutcome;
import org.hilum.imaging.dicom.StoredObjectSink;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.TransferSyntax;
import org.hilum.imaging.dicom.network.BrokenProtocolException.Reason;

/** One C-FIND, C-MOVE or C-GET that we ask a peer for (PS3.4 C.4, as user). */
public final class AskedOperation {

  /** Longest answer that is read, in bytes. */
  private static final int MOST_ANSWER_BYTES = 1 << 20;

  /** Answers on their way when a peer is told that no more are wanted, and as many again. */
  private static final int MOST_AFTER_CANCEL = 10_000;

  private static final int PENDING = 0xFF00;
  private static final int PENDING_KEYS_PASSED_OVER = 0xFF01;

  /** A part of the association's talk; a fault within ends the association. */
  interface Run<T> {
    T run() throws IOException;
  }

  /** Runs such a part. */
  interface Guard {
    <T> T run(Run<T> part) throws IOException;
  }

  private final MessageStream stream;
  private final Agreement agreement;
  private final int context;
  private final CommandSet command;
  private final TransferSyntax syntax;
  private final Guard guard;
  private int afterCancel = -1;

  AskedOperation(
      MessageStream stream,
      Agreement agreement,
      int context,
      InformationModel model,
      int messageId,
      Guard guard) {
    this.stream = stream;
    this.agreement = agreement;
    this.context = context;
    this.command = CommandSet.query(field(model), messageId, model.uid());
    this.syntax =
        Optional.ofNullable(agreement.accept().contexts().get(context))
            .flatMap(answer -> TransferSyntax.of(answer.transferSyntax()))
            .orElseThrow();
    this.guard = guard;
  }

  /** Whether we read and write identifiers in a transfer syntax. */
  static boolean isReadable(String transferSyntax) {
    return transferSyntax.equals(TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid())
        || transferSyntax.equals(TransferSyntax.IMPLICIT_LITTLE_ENDIAN.uid());
  }

  private static int field(InformationModel model) {
    return switch (model.operation()) {
      case FIND -> CommandSet.FIND_REQUEST;
      case MOVE -> CommandSet.MOVE_REQUEST;
      case GET -> CommandSet.GET_REQUEST;
    };
  }

  /** An answer of the peer. */
  private record Answer(CommandSet command, DimseStatus status, DataSet dataSet) {
    boolean isPending() {
      return status.code() == PENDING || status.code() == PENDING_KEYS_PASSED_OVER;
    }

    RetrieveOutcome.Counts counts() {
      return new RetrieveOutcome.Counts(
          command.number(CommandSet.REMAINING).orElse(0),
          command.number(CommandSet.COMPLETED).orElse(0),
          command.number(CommandSet.FAILED).orElse(0),
          command.number(CommandSet.WARNINGS).orElse(0));
    }
  }

  /** Asks what matches; each is handed on until no more is wanted. */
  public DimseStatus find(DataSet keys, Predicate<DataSet> wanted) throws IOException {
    return guard.run(
        () -> {
          ask(keys);
          var answer = answer(Optional.empty());
          while (answer.isPending()) {
            if (!isCancelled() && !wanted.test(answer.dataSet())) {
              cancel();
            }
            answer = answer(Optional.empty());
          }
          return answer.status();
        });
  }

  /** Has the peer send what matches to an application entity that it knows. */
  public RetrieveOutcome.Ended move(
      DataSet keys, String destination, Predicate<RetrieveOutcome.Counts> goesOn)
      throws IOException {
    command.text(CommandSet.MOVE_DESTINATION, destination, ' ');
    return retrieve(keys, goesOn, Optional.empty());
  }

  /** Has the peer send back what matches. */
  public RetrieveOutcome.Ended get(
      DataSet keys, StoredObjectSink sink, Predicate<RetrieveOutcome.Counts> goesOn)
      throws IOException {
    return retrieve(keys, goesOn, Optional.of(new StorageService(stream, agreement, sink)));
  }

  private RetrieveOutcome.Ended retrieve(
      DataSet keys, Predicate<RetrieveOutcome.Counts> goesOn, Optional<StorageService> storage)
      throws IOException {
    return guard.run(
        () -> {
          ask(keys);
          var answer = answer(storage);
          while (answer.isPending()) {
            if (!isCancelled() && !goesOn.test(answer.counts())) {
              cancel();
            }
            answer = answer(storage);
          }
          var failed = answer.dataSet().texts(Tag.FAILED_SOP_INSTANCE_UID_LIST);
          return new RetrieveOutcome.Ended(answer.status(), answer.counts(), failed);
        });
  }

  private void ask(DataSet keys) throws IOException {
    var output = stream.output(context, agreement.mostPduBytes());
    output.write(command.bytes(), true);
    output.write(DicomWriter.dataSet(keys, syntax), false);
  }

  private boolean isCancelled() {
    return afterCancel >= 0;
  }

  private void cancel() throws IOException {
    afterCancel = 0;
    stream.send(context, CommandSet.cancel(command), agreement.mostPduBytes());
  }

  /** The next answer; what is stored with us meanwhile goes where it belongs. */
  private Answer answer(Optional<StorageService> storage) throws IOException {
    while (true) {
      switch (stream.next(() -> {})) {
        case Arrival.Message message when message.command().answers(command) -> {
          return answer(message);
        }
        case Arrival.Message message
            when storage.isPresent() && message.command().field() == CommandSet.STORE_REQUEST ->
            storage.get().serve(message);
        case Arrival.Message _ ->
            throw new BrokenProtocolException(Reason.NOT_SPECIFIED, "an answer to something else");
        case Arrival.Aborted _ -> throw new PeerGoneException("the peer aborted", true);
        case Arrival.Closed _ ->
            throw new PeerGoneException("the peer closed the connection", false);
        case Arrival.ReleaseRequested _ -> throw Arrival.unexpected(PduType.RELEASE_REQUEST);
        case Arrival.Released _ -> throw Arrival.unexpected(PduType.RELEASE_RESPONSE);
      }
    }
  }

  private Answer answer(Arrival.Message message) throws IOException {
    if (isCancelled() && ++afterCancel > MOST_AFTER_CANCEL) {
      throw new BrokenProtocolException(Reason.NOT_SPECIFIED, "the peer does not heed a cancel");
    }
    var bytes = new ByteArrayOutputStream();
    if (message.command().hasDataSet()) {
      stream.dataSet(
          message.context(), (from, offset, length) -> take(bytes, from, offset, length));
    }
    try {
      return new Answer(
          message.command(),
          message.command().status(),
          DicomReader.dataSet(bytes.toByteArray(), syntax));
    } catch (MalformedValueException malformed) {
      throw new BrokenProtocolException(Reason.NOT_SPECIFIED, "an answer cannot be read");
    }
  }

  private static void take(ByteArrayOutputStream bytes, byte[] from, int offset, int length)
      throws BrokenProtocolException {
    if (bytes.size() + length > MOST_ANSWER_BYTES) {
      throw new BrokenProtocolException(Reason.NOT_SPECIFIED, "an answer is too long");
    }
    bytes.write(from, offset, length);
  }
}
