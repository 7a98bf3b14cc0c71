package org.hilum.imaging.dicom.network;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.Semaphore;
import org.hilum.imaging.dicom.AssociationEnd;
import org.hilum.imaging.dicom.AssociationEnd.How;
import org.hilum.imaging.dicom.AssociationPolicy;
import org.hilum.imaging.dicom.DicomServices;
import org.hilum.imaging.dicom.ListenerSettings;

/** One association that a peer opened, from its connection to its end (PS3.8 9.2, as acceptor). */
public final class ServedAssociation {

  /** What all associations of a listener share. */
  public record House(
      ListenerSettings settings,
      AssociationPolicy policy,
      DicomServices services,
      Semaphore freePlaces) {}

  private final long id = Agreement.nextId();
  private final House house;
  private final Connection connection;
  private final MessageStream stream;
  private String callingTitle = "";
  private String calledTitle = "";
  private int stored;
  private boolean busy = true;
  private boolean stopping;

  /** On a connection just accepted. */
  public ServedAssociation(Socket socket, House house) throws IOException {
    this.house = house;
    var limits = house.settings().limits();
    this.connection = new Connection(socket, limits.message());
    this.stream = new MessageStream(connection, limits);
  }

  /** Serves the peer until either has enough; what goes wrong is in the end that it gives. */
  public AssociationEnd serve() {
    try {
      return open();
    } catch (BrokenProtocolException broken) {
      connection.hangUp(ShortPdu.abort(broken.reason()));
      return end(How.ABORTED_BY_US, words(broken));
    } catch (SocketTimeoutException silent) {
      connection.hangUp(ShortPdu.abort());
      return end(How.TIMED_OUT, words(silent));
    } catch (PeerGoneException gone) {
      return end(gone.hasAborted() ? How.ABORTED_BY_PEER : How.LOST, words(gone));
    } catch (IOException lost) {
      return isStopping()
          ? end(How.ABORTED_BY_US, "the listener stops")
          : end(How.LOST, words(lost));
    } catch (RuntimeException fault) {
      connection.hangUp(ShortPdu.abort(BrokenProtocolException.Reason.NOT_SPECIFIED));
      return end(How.ABORTED_BY_US, "a fault of ours: " + fault);
    } finally {
      connection.close();
    }
  }

  private static String words(IOException failed) {
    var message = failed.getMessage();
    return message == null ? failed.getClass().getSimpleName() : message;
  }

  private AssociationEnd open() throws IOException {
    var settings = house.settings();
    connection.allow(settings.limits().negotiation());
    connection.protect(settings.security(), true);
    var type = stream.unit(settings.limits().negotiation());
    if (type.isEmpty()) {
      return end(How.LOST, "the peer left without a request");
    }
    if (type.get() != PduType.ASSOCIATE_REQUEST) {
      throw Arrival.unexpected(type.get());
    }
    var request = AssociateRequest.parse(stream.body());
    callingTitle = request.callingTitle();
    calledTitle = request.calledTitle();
    var negotiation = new Negotiation(house.policy(), house.services());
    var refusal = negotiation.refusal(request, connection.callingPeer());
    return refusal.isPresent() ? reject(refusal.get()) : enter(request, negotiation);
  }

  private AssociationEnd reject(AssociateReject reject) {
    connection.hangUp(reject.bytes());
    return end(How.REJECTED, reject.words());
  }

  private AssociationEnd enter(AssociateRequest request, Negotiation negotiation)
      throws IOException {
    if (!house.freePlaces().tryAcquire()) {
      return reject(AssociateReject.LOCAL_LIMIT_EXCEEDED);
    }
    try {
      var accepted = negotiation.accept(request, house.settings().limits().mostPduBytes());
      connection.write(accepted.bytes());
      var service =
          new RequestService(
              stream,
              new Agreement(id, connection.peer(), request, accepted),
              house.services(),
              this::isStopping);
      try {
        return messages(service);
      } finally {
        stored = service.stored();
      }
    } finally {
      house.freePlaces().release();
    }
  }

  private AssociationEnd messages(RequestService service) throws IOException {
    while (rest()) {
      switch (stream.next(this::begin)) {
        case Arrival.Message message -> service.serve(message);
        case Arrival.ReleaseRequested _ -> {
          connection.hangUp(ShortPdu.releaseResponse());
          return end(How.RELEASED, "released", service.stored());
        }
        case Arrival.Aborted _ -> {
          return end(How.ABORTED_BY_PEER, "the peer aborted", service.stored());
        }
        case Arrival.Closed _ -> {
          return end(How.LOST, "the peer closed the connection", service.stored());
        }
        case Arrival.Released _ -> throw Arrival.unexpected(PduType.RELEASE_RESPONSE);
      }
    }
    connection.hangUp(ShortPdu.abort());
    return end(How.ABORTED_BY_US, "the listener stops", service.stored());
  }

  private AssociationEnd end(How how, String words) {
    return end(how, words, stored);
  }

  private AssociationEnd end(How how, String words, int objects) {
    return new AssociationEnd(
        id, connection.peer(), callingTitle, calledTitle, objects, how, words);
  }

  private synchronized void begin() {
    busy = true;
  }

  /** Whether there may be another message; between messages a stop needs not wait. */
  private synchronized boolean rest() {
    busy = false;
    return !stopping;
  }

  private synchronized boolean isStopping() {
    return stopping;
  }

  /** Lets a running message finish, and aborts at once where none is running. */
  public void stop() {
    synchronized (this) {
      stopping = true;
      if (busy) {
        return;
      }
    }
    connection.hangUp(ShortPdu.abort());
  }

  /** Ends at once. */
  public void cut() {
    connection.cut();
  }
}
