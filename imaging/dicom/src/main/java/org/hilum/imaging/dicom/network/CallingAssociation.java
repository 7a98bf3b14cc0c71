package org.hilum.imaging.dicom.network;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hilum.imaging.dicom.CallSettings;
import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.InformationModel;
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

  private static final int LARGEST_MESSAGE_ID = 0xFFFF;

  private final CallSettings settings;
  private final Connection connection;
  private final MessageStream stream;
  private final AssociateRequest request;
  private AssociateAccept accepted;
  private int messageId;
  private volatile boolean ended;

  private CallingAssociation(
      CallSettings settings,
      Connection connection,
      List<ProposedContext> contexts,
      Set<String> provided) {
    this.settings = settings;
    this.connection = connection;
    this.stream = new MessageStream(connection, settings.limits());
    this.request =
        AssociateRequest.of(
                settings.calledTitle(),
                settings.callingTitle(),
                contexts,
                settings.limits().mostPduBytes())
            .providing(provided);
    this.accepted =
        new AssociateAccept(
            settings.calledTitle(), settings.callingTitle(), Map.of(), request.user());
  }

  /** Calls, offers and waits for the answer. */
  public static Opening open(CallSettings settings, List<ProposedContext> contexts)
      throws IOException {
    return open(settings, contexts, Set.of());
  }

  /**
   * The same, ready to take objects that come back.
   *
   * @param provided abstract syntaxes whose objects the peer may store with us
   */
  public static Opening open(
      CallSettings settings, List<ProposedContext> contexts, Set<String> provided)
      throws IOException {
    var socket = new Socket();
    try {
      socket.connect(settings.peer(), (int) settings.limits().negotiation().toMillis());
      var connection = new Connection(socket, settings.limits().message());
      connection.allow(settings.limits().negotiation());
      connection.protect(settings.security(), false);
      return new CallingAssociation(settings, connection, contexts, provided).negotiate();
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
    var command = CommandSet.store(object, nextMessageId());
    return guarded(
        () -> {
          try (var payload = StorePayload.of(object, syntax)) {
            return send(context.get(), command, payload);
          }
        });
  }

  /** C-STORE for somebody who asked for it by C-MOVE, encoded anew where the peer needs it. */
  DimseStatus forward(SendableObject object, String originator, int originatorMessage)
      throws IOException {
    var route = StoreRoute.of(object, request, accepted, number -> true);
    if (route.isEmpty()) {
      return SubOperations.NOT_AGREED;
    }
    var command =
        CommandSet.store(object, nextMessageId())
            .text(CommandSet.MOVE_ORIGINATOR_TITLE, originator, ' ')
            .number(CommandSet.MOVE_ORIGINATOR_MESSAGE, originatorMessage);
    try (var payload = StorePayload.of(object, route.get().transferSyntax())) {
      return run(() -> send(route.get().context(), command, payload));
    } catch (IOException failed) {
      if (ended) {
        throw failed;
      }
      return SubOperations.notRead(failed);
    }
  }

  /** C-FIND, C-MOVE or C-GET; empty where the peer does not take the model. */
  public Optional<AskedOperation> ask(InformationModel model) {
    return context(model.uid(), AskedOperation::isReadable)
        .map(
            number ->
                new AskedOperation(stream, mirrored(), number, model, nextMessageId(), this::run));
  }

  /** The association as if the peer had called: it may store with us what it was asked for. */
  private Agreement mirrored() {
    var theirs =
        new AssociateRequest(
            request.protocolVersion(),
            settings.callingTitle(),
            settings.calledTitle(),
            request.applicationContext(),
            request.contexts(),
            accepted.user());
    return new Agreement(Agreement.nextId(), connection.peer(), theirs, accepted);
  }

  private <T> T run(AskedOperation.Run<T> run) throws IOException {
    if (ended) {
      throw new IOException("the association has ended");
    }
    try {
      return run.run();
    } catch (BrokenProtocolException broken) {
      end(ShortPdu.abort(broken.reason()));
      throw broken;
    } catch (IOException | RuntimeException failed) {
      end(ShortPdu.abort());
      throw failed;
    }
  }

  private DimseStatus send(int context, CommandSet command, StorePayload payload)
      throws IOException {
    var output = output(context);
    output.write(command.bytes(), true);
    output.write(payload.bytes(), payload.length(), false);
    return answer(command);
  }

  private SendOutcome guarded(AskedOperation.Run<DimseStatus> exchange) throws IOException {
    return new SendOutcome.Answered(run(exchange));
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
    if (!response.answers(command) || response.hasDataSet()) {
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

  /** Ends without a word, whatever any thread is waiting for. */
  void cut() {
    ended = true;
    connection.cut();
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
