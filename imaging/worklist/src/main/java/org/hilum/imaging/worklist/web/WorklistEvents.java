package org.hilum.imaging.worklist.web;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hilum.imaging.worklist.CaseFlow;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.imaging.worklist.Worklist.Seen;
import org.hilum.imaging.worklist.WorklistEntry;
import org.hilum.imaging.worklist.WorklistReason;
import org.hilum.platform.access.Person;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobState;
import org.hilum.platform.jobs.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells those who follow the list what changes, as far as their institution may see it.
 *
 * <p>A change only marks its case. One thread then reads the case as it is, so that whoever is told
 * last is told the latest, and a case that changes ten times at once is told once. Browsers that
 * come back catch up from the events remembered, or are sent to ask for the list.
 */
public final class WorklistEvents implements Worklist.Observer, Jobs.JobObserver, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WorklistEvents.class);
  private static final int MOST_MARKED = 10_000;
  private static final int DIGITS = 36;

  private final Worklist worklist;
  private final EntryWords words;
  private final JsonMapper json;
  private final EventSettings settings;
  private final Object marking = new Object();

  /** Cases to be told, with those who saw one that is gone. */
  private final Map<CaseKey, Set<String>> marked = new LinkedHashMap<>();

  private final Set<EventStream> streams = new HashSet<>();
  private final Deque<ListEvent> remembered = new ArrayDeque<>();
  private final Thread teller = Thread.ofVirtual().name("worklist-teller").unstarted(this::tell);
  private EventId last;
  private boolean isLost;
  private volatile boolean isOpen = true;

  public WorklistEvents(
      Worklist worklist,
      EntryWords words,
      JsonMapper json,
      EventSettings settings,
      InstantSource clock) {
    this.worklist = worklist;
    this.words = words;
    this.json = json;
    this.settings = settings;
    this.last = new EventId(Long.toString(clock.millis(), DIGITS), 0);
  }

  /** Begins to listen to the list and to the queue, and to tell. */
  public WorklistEvents start(Jobs jobs) {
    worklist.observe(this);
    jobs.observe(this);
    teller.start();
    return this;
  }

  @Override
  public void changed(WorklistEntry entry) {
    mark(entry.key(), Set.of());
  }

  @Override
  public void gone(CaseKey key, Set<String> seers) {
    mark(key, seers);
  }

  /** Progress is told while somebody looks. */
  @Override
  public void changed(Job job) {
    if (job.state() == JobState.RUNNING
        && job.request().kind().equals(CaseFlow.READ_STUDY)
        && count() > 0) {
      mark(CaseKey.of(job.request().subject()), Set.of());
    }
  }

  private void mark(CaseKey key, Set<String> sawIt) {
    synchronized (marking) {
      if (marked.size() >= MOST_MARKED) {
        marked.clear();
        isLost = true;
      }
      marked.merge(
          key,
          sawIt,
          (before, more) ->
              Stream.of(before, more).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet()));
      marking.notifyAll();
    }
  }

  private void tell() {
    while (isOpen) {
      try {
        tellNext();
      } catch (InterruptedException closed) {
        return;
      } catch (RuntimeException failed) {
        LOG.warn("a change of the list could not be told: all are sent to ask for it", failed);
        tellReload();
      }
    }
  }

  private void tellNext() throws InterruptedException {
    CaseKey key;
    Set<String> sawIt;
    boolean wasLost;
    synchronized (marking) {
      while (marked.isEmpty()) {
        marking.wait();
      }
      var first = marked.entrySet().iterator();
      var next = first.next();
      key = next.getKey();
      sawIt = next.getValue();
      first.remove();
      wasLost = isLost;
      isLost = false;
    }
    if (wasLost) {
      tellReload();
    }
    tell(key, sawIt);
  }

  private void tell(CaseKey key, Set<String> sawIt) {
    var seen = worklist.seen(key);
    seen.ifPresent(this::tell);
    var blind = new HashSet<>(sawIt);
    blind.removeAll(seen.map(Seen::seers).orElse(Set.of()));
    if (!blind.isEmpty()) {
      var text =
          json.writeValueAsString(
              Map.of(
                  "institution",
                  key.institution(),
                  "studyInstanceUid",
                  key.studyInstanceUid().value()));
      publish("gone", blind, text, text);
    }
  }

  private void tell(Seen seen) {
    publish(
        "case",
        seen.seers(),
        json.writeValueAsString(words.of(seen.entry(), true)),
        json.writeValueAsString(words.of(seen.entry(), false)));
  }

  private synchronized void publish(
      String name, Set<String> seers, String withResults, String withoutResults) {
    last = last.next();
    var event = new ListEvent(last, name, Set.copyOf(seers), withResults, withoutResults);
    remembered.addLast(event);
    if (remembered.size() > settings.remembered()) {
      remembered.removeFirst();
    }
    streams.forEach(stream -> stream.offer(event, false));
  }

  private synchronized void tellReload() {
    last = last.next();
    remembered.clear();
    var event = ListEvent.reload(last);
    streams.forEach(stream -> stream.offer(event, true));
  }

  /**
   * A browser follows the list from now on.
   *
   * @param before what it was told last; empty when it comes for the first time
   */
  synchronized EventStream follow(Person person, Optional<EventId> before, EventStream.Line line)
      throws WorklistRefusal {
    var ofPerson =
        streams.stream().filter(stream -> stream.account().equals(person.account())).count();
    if (!isOpen
        || streams.size() >= settings.mostStreams()
        || ofPerson >= settings.mostOfPerson()) {
      throw new WorklistRefusal(
          WorklistReason.TOO_MANY_STREAMS,
          "%d windows of this account follow the list".formatted(ofPerson));
    }
    var holder = new EventStream[1];
    var stream =
        new EventStream(person, line, settings, first(person, before), () -> ended(holder[0]));
    holder[0] = stream;
    streams.add(stream);
    stream.start();
    return stream;
  }

  private synchronized void ended(EventStream stream) {
    streams.remove(stream);
  }

  /** What was missed, or that too much was; then where the browser is. */
  private List<ListEvent> first(Person person, Optional<EventId> before) {
    if (before.isEmpty()) {
      return List.of(ListEvent.ready(last));
    }
    var oldest = remembered.isEmpty() ? last.number() + 1 : remembered.getFirst().id().number();
    boolean isKnown =
        before.get().run().equals(last.run())
            && before.get().number() + 1 >= oldest
            && before.get().number() <= last.number();
    if (!isKnown) {
      return List.of(ListEvent.reload(last));
    }
    var missed =
        remembered.stream()
            .filter(event -> event.id().number() > before.get().number())
            .filter(event -> event.seers().contains(person.institution()));
    return Stream.concat(missed, Stream.of(ListEvent.ready(last))).toList();
  }

  /** How many follow. */
  public synchronized int count() {
    return streams.size();
  }

  @Override
  public void close() {
    isOpen = false;
    teller.interrupt();
    synchronized (this) {
      streams.forEach(EventStream::close);
    }
  }
}
