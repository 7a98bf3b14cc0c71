package org.hilum.imaging.worklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.Urgency;
import org.hilum.imaging.worklist.UrgencyLevel;
import org.hilum.imaging.worklist.WorklistRoom;
import org.hilum.platform.access.Person;
import org.hilum.platform.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorklistEventsTest {

  private static final EventSettings SETTINGS =
      new EventSettings(400, 3, Duration.ofMillis(200), Duration.ofMinutes(1), 5, 4);
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path folder;
  private WorklistRoom room;
  private WorklistEvents events;

  @BeforeEach
  void open() throws IOException {
    room = new WorklistRoom(folder).workingWithoutNetwork();
    var words = new EntryWords(room.jobs, code -> code, room.clock);
    events =
        new WorklistEvents(room.worklist, words, JsonMapper.builder().build(), SETTINGS, room.clock)
            .start(room.jobs);
  }

  @AfterEach
  void close() {
    events.close();
  }

  private Person person(String account, String institution) {
    return PersonOfRequest.with(Role.RADIOLOGIST, account, institution);
  }

  private Person here(String account) {
    return person(account, room.institution);
  }

  private CaseKey arrived(String patient) throws IOException {
    var scan = room.scan(patient, LocalDate.of(2020, 2, 20));
    return room.arrive(scan, room.three(scan));
  }

  /** A browser that keeps what it is told; a sign of life is a null in it. */
  private static final class Browser implements EventStream.Line {
    final BlockingQueue<Optional<ListEvent>> told = new LinkedBlockingQueue<>();
    final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public void send(@Nullable ListEvent event, boolean withResults) throws IOException {
      told.add(Optional.ofNullable(event));
    }

    @Override
    public void end() {
      ended.countDown();
    }

    ListEvent next() throws InterruptedException {
      for (var event = told.poll(20, TimeUnit.SECONDS);
          event != null;
          event = told.poll(20, TimeUnit.SECONDS)) {
        if (event.isPresent()) {
          return event.get();
        }
      }
      throw new AssertionError("nothing was told");
    }

    /** The next event of a name whose text holds some words. */
    ListEvent next(String name, String words) throws InterruptedException {
      var event = next();
      while (!event.name().equals(name) || !event.withResults().contains(words)) {
        event = next();
      }
      return event;
    }
  }

  private static void await(BooleanSupplier condition) {
    var until = Instant.now().plus(SOON);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("in time").isBefore(until);
      Thread.onSpinWait();
    }
  }

  @Test
  void changes_are_told_to_those_who_may_see_them_and_to_nobody_else() throws Exception {
    var mine = new Browser();
    var other = new Browser();
    events.follow(here("acc-1"), Optional.empty(), mine);
    events.follow(person("acc-2", "elsewhere"), Optional.empty(), other);
    assertThat(mine.next().name()).isEqualTo("ready");
    assertThat(other.next().name()).isEqualTo("ready");
    var key = arrived("A");
    var told = mine.next("case", "WAITING");
    assertThat(told.withResults()).contains(key.studyInstanceUid().value(), "幻^影");
    room.jobs.work();
    mine.next("case", "REFUSED");
    room.worklist.delete(key, "acc-1", "test");
    assertThat(mine.next("gone", "").withResults()).contains(key.studyInstanceUid().value());
    assertThat(other.told).allMatch(Optional::isEmpty);
  }

  @Test
  void a_browser_that_comes_back_catches_up_or_is_sent_to_reload() throws Exception {
    var first = new Browser();
    events.follow(here("acc-1"), Optional.empty(), first);
    var key = arrived("A");
    var seen = first.next("case", "WAITING");
    room.worklist.ask(key, new Urgency(UrgencyLevel.URGENT, "missed", "acc-2"));
    first.next("case", "missed");

    var back = new Browser();
    events.follow(here("acc-1"), Optional.of(seen.id()), back);
    back.next("case", "missed");
    assertThat(back.next().name()).isEqualTo("ready");

    var ofAnotherRun = new Browser();
    events.follow(here("acc-9"), Optional.of(new EventId("zz", 1)), ofAnotherRun);
    assertThat(ofAnotherRun.next().name()).isEqualTo("reload");

    for (int n = 0; n < 10; n++) {
      room.worklist.ask(key, new Urgency(UrgencyLevel.URGENT, "round " + n + ".", "acc-2"));
      first.next("case", "round " + n + ".");
    }
    var tooLate = new Browser();
    events.follow(here("acc-9"), Optional.of(seen.id()), tooLate);
    assertThat(tooLate.next().name()).isEqualTo("reload");
  }

  @Test
  void an_idle_stream_gets_a_sign_of_life() throws Exception {
    var browser = new Browser();
    events.follow(here("acc-1"), Optional.empty(), browser);
    await(() -> browser.told.stream().anyMatch(Optional::isEmpty));
  }

  @Test
  void a_slow_browser_is_dropped_and_holds_up_nobody() throws Exception {
    var hold = new CountDownLatch(1);
    var slow =
        new EventStream.Line() {
          @Override
          public void send(@Nullable ListEvent event, boolean withResults) throws IOException {
            boolean held = true;
            while (held) {
              try {
                hold.await();
                held = false;
              } catch (InterruptedException stubborn) {
                // A socket that waits for its browser need not hear it.
              }
            }
          }

          @Override
          public void end() {
            // It never comes to this while it is held.
          }
        };
    var quick = new Browser();
    events.follow(here("acc-1"), Optional.empty(), quick);
    events.follow(here("acc-2"), Optional.empty(), slow);
    var key = arrived("A");
    for (int n = 0; n < 20; n++) {
      room.worklist.ask(key, new Urgency(UrgencyLevel.URGENT, "round " + n + ".", "acc-3"));
      quick.next("case", "round " + n + ".");
    }
    hold.countDown();
    await(() -> events.count() == 1);
  }

  @Test
  void a_browser_that_has_left_is_forgotten() throws Exception {
    events.follow(
        here("acc-1"),
        Optional.empty(),
        new EventStream.Line() {
          @Override
          public void send(@Nullable ListEvent event, boolean withResults) throws IOException {
            throw new IOException("broken pipe");
          }

          @Override
          public void end() {
            // Gone already.
          }
        });
    await(() -> events.count() == 0);
  }

  @Test
  void one_person_opens_only_so_many() throws Exception {
    for (int n = 0; n < SETTINGS.mostOfPerson(); n++) {
      events.follow(here("acc-1"), Optional.empty(), new Browser());
    }
    assertThatThrownBy(() -> events.follow(here("acc-1"), Optional.empty(), new Browser()))
        .isInstanceOf(WorklistRefusal.class);
    events.follow(here("acc-2"), Optional.empty(), new Browser());
  }

  @Test
  void hundreds_of_streams_need_no_threads_of_their_own() throws Exception {
    int before = Thread.activeCount();
    var browsers = new ArrayList<Browser>();
    for (int n = 0; n < 300; n++) {
      browsers.add(new Browser());
      events.follow(here("acc-" + n), Optional.empty(), browsers.getLast());
    }
    arrived("A");
    for (var browser : browsers) {
      browser.next("case", "WAITING");
    }
    assertThat(Thread.activeCount() - before).isLessThan(20);
    events.close();
    for (var browser : browsers) {
      assertThat(browser.ended.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static String text(MockHttpServletResponse answer) {
    return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  void over_http_an_event_is_its_id_name_and_entry_in_utf_8() throws Exception {
    var asks = new PersonOfRequest(here("acc-1"));
    var door = new CaseDoor(room.worklist, entry -> {});
    var web =
        MockMvcBuilders.standaloneSetup(new EventController(events, door))
            .setCustomArgumentResolvers(asks)
            .build();
    var answer = web.perform(get("/api/worklist/events")).andReturn().getResponse();
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentType()).startsWith("text/event-stream");
    arrived("A");
    var until = Instant.now().plus(SOON);
    while (!text(answer).contains("幻^影") && Instant.now().isBefore(until)) {
      Thread.onSpinWait();
    }
    assertThat(text(answer)).contains("event:ready", "event:case", "id:", "data:{", "幻^影");
  }
}
