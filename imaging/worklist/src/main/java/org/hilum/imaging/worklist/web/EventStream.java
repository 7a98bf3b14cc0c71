package org.hilum.imaging.worklist.web;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hilum.platform.access.Permission;
import org.hilum.platform.access.Person;
import org.jspecify.annotations.Nullable;

/**
 * One browser that follows the list: what it is to be told waits in a short queue, and a virtual
 * thread of its own tells it, so that a slow one holds up nobody and an idle one costs next to
 * nothing.
 */
final class EventStream {

  /** Where its events go. */
  interface Line {
    /** Sends an event, or a sign of life for none; may wait for a slow browser. */
    void send(@Nullable ListEvent event, boolean withResults) throws IOException;

    /** Nothing more comes. */
    void end();
  }

  private final Person person;
  private final Line line;
  private final EventSettings settings;
  private final BlockingQueue<ListEvent> waiting;
  private final Runnable atEnd;
  private final Thread thread;
  private volatile boolean isOpen = true;

  /**
   * A stream that begins with what was missed.
   *
   * @param atEnd called once it has ended, by whatever way
   */
  EventStream(
      Person person, Line line, EventSettings settings, List<ListEvent> first, Runnable atEnd) {
    this.person = person;
    this.line = line;
    this.settings = settings;
    this.waiting = new ArrayBlockingQueue<>(settings.mostBehind() + first.size());
    this.waiting.addAll(first);
    this.atEnd = atEnd;
    this.thread = Thread.ofVirtual().name("worklist-events").unstarted(this::tell);
  }

  String account() {
    return person.account();
  }

  void start() {
    thread.start();
  }

  /** Has it told, if it may know; one that lags too far is dropped, and will ask for the list. */
  void offer(ListEvent event, boolean toAll) {
    if (isOpen && (toAll || event.seers().contains(person.institution()))) {
      if (!waiting.offer(event)) {
        close();
      }
    }
  }

  void close() {
    isOpen = false;
    thread.interrupt();
  }

  private void tell() {
    var until = Instant.now().plus(settings.life());
    boolean withResults = person.may(Permission.VIEW_RESULTS);
    try {
      while (isOpen && Instant.now().isBefore(until)) {
        var wait = Duration.between(Instant.now(), until);
        var beat = wait.compareTo(settings.heartBeat()) < 0 ? wait : settings.heartBeat();
        line.send(waiting.poll(beat.toMillis(), TimeUnit.MILLISECONDS), withResults);
      }
    } catch (IOException | IllegalStateException | InterruptedException gone) {
      // The browser has left, or is dropped: it opens another stream if it is still there.
      isOpen = false;
    } finally {
      isOpen = false;
      atEnd.run();
      line.end();
    }
  }
}
