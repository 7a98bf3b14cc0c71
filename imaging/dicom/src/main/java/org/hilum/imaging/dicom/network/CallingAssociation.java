package org.hilum.imaging.dicom.network;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hilum.imaging.dicom.CallSettings;
import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.ProposedContext;
import org.hilum.imaging.dicom.SendOutcome;
import org.hilum.imaging.dicom.SendableObject;
import org.hilum.imaging.dicom.StoragePolicy;
import org.hilum.imaging.dicom.network.BrokenProtocolException.Reason;

/** One association that we opened (PS3.8 9.2, as requestor). */
public final class CallingAssociation {

  /** What the peer says to our request. */
  public sealed interface Opening {}

  /** It agrees. */
  public record Opened(CallingAssociation association) implements Opening {}

  /** It does not. */
  public record Rejected(boolean isTransient, String words) implements Opening {}

  /** Medium (PS3.7 table E.1-1). */
  private static final int PRIORITY = 0;

  private static final int LARGEST_MESSAGE_ID = 0xFFFF;

  private final CallSettings settings;
  private final Connection connection;
  private final MessageStream stream;
  private final AssociateRequest request;
  private AssociateAccept accepted;
  private int messageId;
  private volatile boolean ended;

  private CallingAssociation(
      CallSettings settings, Connection connection, List<ProposedContext> contexts) {
    this.settings = settings;
    this.connection = connection;
    this.stream = new MessageStream(connection, settings.limits());
    this.request =
        AssociateRequest.of(
            settings.calledTitle(),
            settings.callingTitle(),
            contexts,
            settings.limits().mostPduBytes());
    this.accepted =
        new AssociateAccept(
            settings.calledTitle(), settings.callingTitle(), Map.of(), request.user());
  }

  /** Calls, offers and waits for the answer. */
  public static Opening open(CallSettings settings, List<ProposedContext> contexts)
      throws IOException {
    var socket = new Socket();
    try {
      socket.connect(settings.peer(), (int) settings.limits().negotiation().toMillis());
      var connection = new Connection(socket, settings.limits().message());
      connection.allow(settings.limits().negotiation());
      connection.protect(settings.security(), false);
      return new CallingAssociation(settings, connection, contexts).negotiate();
    } catch (IOException | RuntimeException failed) {
      socket.close();
      throw failed;
    }
  }

  private Opening negotiate() throws IOException {
    connection.write(request.bytes());
    var type = stream.unit(settings.limits().negotiation()).orElseThrow(CallingAssociation::gone);
    return switch (type) {
      case ASSOCIATE_ACCEPT -> accepted(AssociateAccept.parse(stream.body()));
      case ASSOCIATE_REJECT -> {
        var reject = AssociateReject.parse(stream.body());
        connection.close();
        yield new Rejected(reject.isTransient(), reject.words());
      }
      case ABORT -> throw aborted();
      case ASSOCIATE_REQUEST, DATA, RELEASE_REQUEST, RELEASE_RESPONSE ->
          throw Arrival.unexpected(type);
    };
  }

  private Opening accepted(AssociateAccept answer) {
    accepted = answer;
    return new Opened(this);
  }

  private static PeerGoneException gone() {
    return new PeerGoneException("the peer closed the connection", false);
  }

  private static PeerGoneException aborted() {
    return new PeerGoneException("the peer aborted", true);
  }

  /** C-ECHO. */
  public SendOutcome echo() throws IOException {
    var context = context(StoragePolicy.VERIFICATION, syntax -> true);
    if (context.isEmpty()) {
      return new SendOutcome.NotAgreed("the peer does not take Verification");
    }
    var command =
        CommandSet.request(
            CommandSet.ECHO_REQUEST, nextMessageId(), StoragePolicy.VERIFICATION, false);
    return guarded(
        () -> {
          output(context.get()).write(command.bytes(), true);
          return answer(command);
        });
  }

  /** C-STORE. */
  public SendOutcome store(SendableObject object) throws IOException {
    var syntax = object.transferSyntax().value();
    var context = context(object.sopClass().value(), syntax::equals);
    if (context.isEmpty()) {
      return new SendOutcome.NotAgreed(
          "the peer does not take " + object.sopClass() + " in " + syntax);
    }
    return guarded(() -> send(context.get(), object));
  }

  private DimseStatus send(int context, SendableObject object) throws IOException {
    var command =
        CommandSet.request(
                CommandSet.STORE_REQUEST, nextMessageId(), object.sopClass().value(), true)
            .number(CommandSet.PRIORITY, PRIORITY)
            .text(CommandSet.AFFECTED_SOP_INSTANCE, object.sopInstance().value(), 0);
    try (var file = FileChannel.open(object.file())) {
      file.position(object.dataSetAt());
      var output = output(context);
      output.write(command.bytes(), true);
      output.write(Channels.newInputStream(file), file.size() - object.dataSetAt(), false);
    }
    return answer(command);
  }

  /** What is asked of the peer; a fault within ends the association. */
  private interface Exchange {
    DimseStatus run() throws IOException;
  }

  private SendOutcome guarded(Exchange exchange) throws IOException {
    if (ended) {
      throw new IOException("the association has ended");
    }
    try {
      return new SendOutcome.Answered(exchange.run());
    } catch (BrokenProtocolException broken) {
      end(ShortPdu.abort(broken.reason()));
      throw broken;
    } catch (IOException failed) {
      end(ShortPdu.abort());
      throw failed;
    }
  }

  private DimseStatus answer(CommandSet command) throws IOException {
    var arrival = stream.next(() -> {});
    if (!(arrival instanceof Arrival.Message message)) {
      throw switch (arrival) {
        case Arrival.Aborted _ -> aborted();
        case Arrival.Closed _ -> gone();
        default -> new BrokenProtocolException(Reason.UNEXPECTED_PDU, "an answer was due");
      };
    }
    var response = message.command();
    boolean isAnswer =
        response.field() == (command.field() | CommandSet.RESPONSE)
            && response.number(CommandSet.MESSAGE_ID_RESPONDED_TO).equals(command.messageId());
    if (!isAnswer || response.hasDataSet()) {
      throw new BrokenProtocolException(Reason.NOT_SPECIFIED, "an answer to something else");
    }
    return response.status();
  }

  private Optional<Integer> context(String abstractSyntax, Predicate<String> transferSyntax) {
    return request.contexts().entrySet().stream()
        .filter(offered -> offered.getValue().abstractSyntax().equals(abstractSyntax))
        .map(Map.Entry::getKey)
        .filter(number -> isAccepted(number, transferSyntax))
        .findFirst();
  }

  private boolean isAccepted(int number, Predicate<String> transferSyntax) {
    var answer = accepted.contexts().get(number);
    return answer != null && answer.isAccepted() && transferSyntax.test(answer.transferSyntax());
  }

  private FragmentOutput output(int context) {
    return new FragmentOutput(connection, context, accepted.user().mostPduBytes());
  }

  private int nextMessageId() {
    messageId = messageId % LARGEST_MESSAGE_ID + 1;
    return messageId;
  }

  /** Ends in order. */
  public void release() throws IOException {
    if (ended) {
      return;
    }
    try {
      connection.write(ShortPdu.releaseRequest());
      var type = stream.unit(settings.limits().negotiation());
      if (type.isPresent() && type.get() != PduType.RELEASE_RESPONSE) {
        throw Arrival.unexpected(type.get());
      }
    } catch (SocketTimeoutException silent) {
      end(ShortPdu.abort());
      throw silent;
    } finally {
      ended = true;
      connection.close();
    }
  }

  /** Ends at once, also from another thread. */
  public void abort() {
    end(ShortPdu.abort());
  }

  private void end(byte[] lastWords) {
    ended = true;
    connection.hangUp(lastWords);
  }

  /** Aborts what was not released. */
  public void close() {
    if (!ended) {
      abort();
    }
  }
}
