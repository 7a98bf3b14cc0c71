package org.hilum.imaging.dicom.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.hilum.imaging.dicom.AssociationLimits;
import org.hilum.imaging.dicom.network.BrokenProtocolException.Reason;
import org.hilum.imaging.dicom.network.PduInput.Fragment;
import org.hilum.imaging.dicom.network.PduInput.Target;

/** DIMSE messages over the fragments of one connection (PS3.7 6.3, PS3.8 annex E). */
final class MessageStream {

  /** Commands have a few hundred bytes. */
  private static final int MOST_COMMAND_BYTES = 1 << 14;

  private final Connection connection;
  private final AssociationLimits limits;
  private final PduInput input;

  MessageStream(Connection connection, AssociationLimits limits) {
    this.connection = connection;
    this.limits = limits;
    this.input = new PduInput(this::read, limits.mostPduBytes());
  }

  private int read(byte[] into, int offset, int length) throws IOException {
    int read = connection.read(into, offset, length);
    connection.earn(Math.max(0, read));
    return read;
  }

  /** Type of the next unit, all of which is to come within a time; empty at the end. */
  Optional<PduType> unit(Duration within) throws IOException {
    connection.allow(within);
    return input.next();
  }

  /** The rest of an association unit. */
  byte[] body() throws IOException {
    return input.body();
  }

  /** What comes next, waited for as long as silence may last. */
  Arrival next(Runnable began) throws IOException {
    return next(began, limits.silence());
  }

  /** What has begun to come already; empty where nothing has. */
  Optional<Arrival> arrived() throws IOException {
    return input.isAhead() || connection.hasArrived()
        ? Optional.of(next(() -> {}, limits.message()))
        : Optional.empty();
  }

  private Arrival next(Runnable began, Duration within) throws IOException {
    var type = unit(within);
    if (type.isEmpty()) {
      return new Arrival.Closed();
    }
    began.run();
    connection.allow(limits.message());
    if (type.get() == PduType.DATA) {
      return message();
    }
    input.body();
    return switch (type.get()) {
      case RELEASE_REQUEST -> new Arrival.ReleaseRequested();
      case RELEASE_RESPONSE -> new Arrival.Released();
      case ABORT -> new Arrival.Aborted();
      case DATA, ASSOCIATE_REQUEST, ASSOCIATE_ACCEPT, ASSOCIATE_REJECT ->
          throw Arrival.unexpected(type.get());
    };
  }

  private Arrival message() throws IOException {
    var command = new ByteArrayOutputStream();
    var first = input.fragment();
    for (var fragment = first; ; fragment = nextFragment()) {
      check(fragment, first.context(), true);
      if (command.size() + fragment.length() > MOST_COMMAND_BYTES) {
        throw new BrokenProtocolException(Reason.INVALID_PARAMETER, "a command is too long");
      }
      input.move(fragment, command::write);
      if (fragment.isLast()) {
        return whole(new Arrival.Message(first.context(), CommandSet.parse(command.toByteArray())));
      }
    }
  }

  private Arrival whole(Arrival.Message message) throws BrokenProtocolException {
    if (!message.command().hasDataSet() && input.hasFragment()) {
      throw new BrokenProtocolException(Reason.INVALID_PARAMETER, "more follows than announced");
    }
    return message;
  }

  /** Moves the data set of a message on as it comes. */
  void dataSet(int context, Target target) throws IOException {
    Fragment fragment;
    do {
      fragment = nextFragment();
      check(fragment, context, false);
      input.move(fragment, target);
    } while (!fragment.isLast());
    if (input.hasFragment()) {
      throw new BrokenProtocolException(Reason.INVALID_PARAMETER, "more follows than announced");
    }
  }

  private Fragment nextFragment() throws IOException {
    if (!input.hasFragment()) {
      var type = input.next();
      if (type.isEmpty()) {
        throw new PeerGoneException("the peer closed the connection within a message", false);
      }
      if (type.get() == PduType.ABORT) {
        input.body();
        throw new PeerGoneException("the peer aborted within a message", true);
      }
      if (type.get() != PduType.DATA) {
        throw Arrival.unexpected(type.get());
      }
    }
    return input.fragment();
  }

  private static void check(Fragment fragment, int context, boolean isCommand)
      throws BrokenProtocolException {
    if (fragment.context() != context || fragment.isCommand() != isCommand) {
      throw new BrokenProtocolException(
          Reason.INVALID_PARAMETER, "fragments of two messages are mixed");
    }
  }

  /** Sends a command in one write. */
  void send(int context, CommandSet command, long mostPduBytes) throws IOException {
    output(context, mostPduBytes).write(command.bytes(), true);
  }

  /** Where messages of a context go. */
  FragmentOutput output(int context, long mostPduBytes) {
    return new FragmentOutput(connection, context, mostPduBytes);
  }
}
