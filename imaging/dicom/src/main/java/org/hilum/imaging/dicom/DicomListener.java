package org.hilum.imaging.dicom;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hilum.imaging.dicom.network.ServedAssociation;

/**
 * Answers over DIMSE: the provider of Verification, Storage and Query/Retrieve (PS3.4 annexes A to
 * C).
 *
 * <p>Each connection has a virtual thread of its own; nothing that one peer sends, or does not
 * send, holds up another.
 */
public final class DicomListener implements AutoCloseable {

  /** Connections that may be shaking hands, or be turned away, beside the open associations. */
  private static final int MOST_AT_THE_DOOR = 64;

  private static final int BACKLOG = 128;
  private static final Duration CLOSING = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final ServerSocket door;
  private final ServedAssociation.House house;
  private final AssociationEnd.Observer observer;
  private final int mostConnections;
  private final Semaphore connections;
  private final Set<ServedAssociation> served = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  private DicomListener(
      ServerSocket door, ServedAssociation.House house, AssociationEnd.Observer observer) {
    this.door = door;
    this.house = house;
    this.observer = observer;
    this.mostConnections = house.settings().mostAssociations() + MOST_AT_THE_DOOR;
    this.connections = new Semaphore(mostConnections);
  }

  /** Begins to listen, for storage alone. */
  public static DicomListener start(
      ListenerSettings settings,
      AssociationPolicy policy,
      StoredObjectSink sink,
      AssociationEnd.Observer observer)
      throws IOException {
    return start(settings, policy, DicomServices.storing(sink), observer);
  }

  /** Begins to listen. */
  public static DicomListener start(
      ListenerSettings settings,
      AssociationPolicy policy,
      DicomServices services,
      AssociationEnd.Observer observer)
      throws IOException {
    var door = new ServerSocket();
    try {
      door.setReuseAddress(true);
      door.bind(settings.address(), BACKLOG);
    } catch (IOException taken) {
      door.close();
      throw taken;
    }
    var places = new Semaphore(settings.mostAssociations());
    var house = new ServedAssociation.House(settings, policy, services, places);
    var listener = new DicomListener(door, house, observer);
    Thread.ofPlatform().name("dimse-" + listener.port()).daemon().start(listener::listen);
    return listener;
  }

  /** The port listened on. */
  public int port() {
    return door.getLocalPort();
  }

  private void listen() {
    while (!stopping) {
      try {
        var socket = door.accept();
        if (connections.tryAcquire()) {
          Thread.ofVirtual().name("dimse-association").start(() -> serve(socket));
        } else {
          socket.close();
        }
      } catch (IOException failed) {
        // Out of file descriptors, or closed by stop: in either case not to be tried in haste.
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var association = new ServedAssociation(socket, house);
      served.add(association);
      try {
        if (stopping) {
          association.stop();
        }
        observer.ended(association.serve());
      } finally {
        served.remove(association);
      }
    } catch (IOException gone) {
      // The peer left before a word was said: there is nothing to tell.
    } finally {
      connections.release();
    }
  }

  /**
   * Accepts no more, lets running messages be answered within a time, and aborts the rest.
   *
   * @return whether every running message was answered
   */
  public boolean stop(Duration within) throws IOException {
    stopping = true;
    door.close();
    served.forEach(association -> Thread.ofVirtual().start(association::stop));
    boolean inTime = allEnded(within);
    served.forEach(ServedAssociation::cut);
    allEnded(CLOSING);
    return inTime;
  }

  private boolean allEnded(Duration within) {
    try {
      boolean ended =
          connections.tryAcquire(mostConnections, within.toMillis(), TimeUnit.MILLISECONDS);
      if (ended) {
        connections.release(mostConnections);
      }
      return ended;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Stops within five seconds. */
  @Override
  public void close() throws IOException {
    stop(CLOSING);
  }
}
