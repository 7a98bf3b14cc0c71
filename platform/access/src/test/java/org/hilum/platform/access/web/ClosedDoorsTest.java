package org.hilum.platform.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.Set;
import org.hilum.platform.access.AccessRefusal;
import org.hilum.platform.access.Accounts;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClosedDoorsTest {

  private static final Site SITE = Site.open(SignOnSettings.NONE, Doors.class);
  private static final Browser BROWSER = new Browser(SITE.address());

  @BeforeAll
  static void let_somebody_in() throws AccessRefusal {
    Institutions.in(SITE.tables()).put("hc-1", "A health centre");
    var accounts = Accounts.in(SITE.tables(), Clock.systemUTC());
    var once = accounts.make("hc-1", "reader", "A Reader", Set.of(Role.RADIOLOGIST));
    accounts.changePassword("reader", once.password(), "four quiet lungs");
    assertThat(BROWSER.signIn("reader", "four quiet lungs").status()).isEqualTo(200);
  }

  @AfterAll
  static void close() {
    SITE.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"thrown", "answered"})
  void a_failure_is_told_by_a_number_that_the_log_knows(String door) {
    var log = (Logger) LoggerFactory.getLogger(Incidents.class);
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    log.addAppender(lines);
    try {
      var answer = BROWSER.get("/api/doors/" + door);
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.response().body()).doesNotContain(Doors.NAME, "org.hilum", "Exception");
      var number = answer.json().get("incident").asString();
      assertThat(number).matches("[0-9a-f]{12}");
      assertThat(answer.json().get("detail").asString()).contains(number);
      assertThat(lines.list).hasSize(1);
      assertThat(lines.list.getFirst().getFormattedMessage())
          .contains(number, "/api/doors/" + door)
          .doesNotContain(Doors.NAME);
      assertThat(lines.list.getFirst().getThrowableProxy()).isNull();
      if (door.equals("thrown")) {
        assertThat(lines.list.getFirst().getFormattedMessage())
            .contains("SQLSTATE 23505", "Doors.thrown(Doors.java:");
      }
    } finally {
      log.detachAppender(lines);
    }
  }

  @Test
  void a_body_that_is_too_long_is_refused_by_the_length_it_says() {
    assertThat(BROWSER.post("/api/doors/usual", "x".repeat(1000)).response().body())
        .isEqualTo("1000");
    var answer = BROWSER.post("/api/doors/usual", "x".repeat(1001));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().get("detail").asString()).contains("1000 bytes");
    assertThat(BROWSER.post("/api/doors/large", "x".repeat(5000)).status()).isEqualTo(200);
    assertThat(BROWSER.post("/api/doors/large", "x".repeat(5001)).status()).isEqualTo(413);
  }

  @Test
  void a_body_that_does_not_say_its_length_is_counted() {
    var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1001]));
    var answer = BROWSER.send(BROWSER.request("/api/doors/usual").POST(body));
    assertThat(answer.status()).isEqualTo(413);
    var shorter = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1000]));
    assertThat(BROWSER.send(BROWSER.request("/api/doors/usual").POST(shorter)).status())
        .isEqualTo(200);
  }

  @Test
  void a_handler_that_nobody_guards_stops_the_start() {
    assertThatThrownBy(() -> Site.open(SignOnSettings.NONE, OpenDoor.class))
        .hasStackTraceContaining("nothing says who may call")
        .hasStackTraceContaining("OpenDoor#open");
  }
}
