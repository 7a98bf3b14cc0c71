package org.hilum.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hilum.platform.access.Permission;
import org.hilum.platform.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every endpoint there is, asked by everybody there could be. */
@ExtendWith(RunningServer.Shared.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccessIT {

  private static RunningServer server;
  private static List<Endpoint> endpoints;
  private static Description description;
  private static Visitor nobody;
  private static Visitor newcomer;
  private static final Map<Role, Visitor> PEOPLE = new EnumMap<>(Role.class);
  private static final Map<Permission, Visitor> PROGRAMS = new EnumMap<>(Permission.class);

  @BeforeAll
  static void let_everybody_come(RunningServer running) {
    server = running;
    endpoints = Endpoint.all(server.context());
    description = Description.of(server.everybody("main"));
    nobody = server.nobody();
    var person = server.newcomer("main", Role.values());
    newcomer = server.nobody();
    newcomer.signIn(person.login(), person.oneTimePassword()).good();
    for (var role : Role.values()) {
      PEOPLE.put(role, server.person("main", role));
    }
    for (var permission : Permission.values()) {
      if (Arrays.stream(Role.values()).anyMatch(role -> role.permissions().contains(permission))) {
        PROGRAMS.put(permission, server.program(server.everybody("main"), permission));
      }
    }
  }

  @Test
  void every_endpoint_says_who_may_use_it() {
    assertThat(endpoints).hasSizeGreaterThan(40);
    assertThat(endpoints).allSatisfy(each -> assertThat(each.who()).isNotEmpty());
    assertThat(endpoints.stream().filter(Endpoint::isPublic))
        .extracting(Endpoint::path)
        .containsOnly("/api/session", "/api/session/ways");
  }

  @Test
  void every_endpoint_is_described() {
    assertThat(endpoints).allSatisfy(each -> assertThat(description.operation(each)).isPresent());
  }

  @Test
  void numbers_and_lesions_of_a_correction_are_described_as_json() {
    var answer = description.openApi().at("/components/schemas/CorrectionAnswer/properties");
    assertThat(answer.at("/measurements/type").asString()).isEqualTo("object");
    assertThat(answer.at("/lesions/type").asString()).isEqualTo("array");
    assertThat(answer.at("/lesions/items/type").asString()).isEqualTo("object");
  }

  @TestFactory
  Stream<DynamicTest> endpoint() {
    return endpoints.stream()
        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> is_guarded(each)));
  }

  private static void is_guarded(Endpoint endpoint) {
    if (endpoint.isPublic()) {
      return;
    }
    assertRefused(endpoint.ask(nobody, description), 401);
    if (!endpoint.path().startsWith("/api/session")) {
      assertRefused(endpoint.ask(newcomer, description), 403);
    }
    PEOPLE.forEach(
        (role, visitor) -> check(role.name(), endpoint, visitor, role.permissions()::contains));
    PROGRAMS.forEach(
        (permission, visitor) ->
            check("token of " + permission, endpoint, visitor, permission::equals));
  }

  private static void check(
      String who, Endpoint endpoint, Visitor visitor, Predicate<Permission> has) {
    var answer = endpoint.ask(visitor, description);
    if (endpoint.isOpenTo(has)) {
      assertThat(answer.status()).as("%s by %s: %s", endpoint, who, answer).isNotIn(401, 403);
      assertThat(answer.status()).as("%s by %s: %s", endpoint, who, answer).isLessThan(500);
      assertQuiet(answer);
    } else {
      assertThat(answer.status()).as("%s by %s: %s", endpoint, who, answer).isEqualTo(403);
      assertRefused(answer, 403);
    }
  }

  private static void assertRefused(Answer answer, int status) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().get("detail").asString()).isNotBlank();
    assertQuiet(answer);
  }

  /** No answer tells of the inside. */
  private static void assertQuiet(Answer answer) {
    if (answer.status() >= 400) {
      assertThat(answer.text()).doesNotContain("Exception", "org.hilum", "\\tat ", "trace");
      if (answer.body().length > 0) {
        assertThat(answer.header("Content-Type")).as(answer.toString()).contains("json");
      }
    }
  }

  @Test
  void nobody_sees_what_runs_inside_but_whether_it_runs() {
    assertThat(nobody.get("/actuator/health").status()).isEqualTo(200);
    assertThat(nobody.get("/actuator/health").text()).doesNotContain("database", "path");
    assertThat(nobody.get("/actuator/health/readiness").status()).isEqualTo(200);
    assertThat(nobody.get("/actuator/health/readiness").text()).doesNotContain("why", "room");
    for (var path : List.of("/actuator", "/actuator/prometheus", "/api/openapi", "/api/no-such")) {
      assertRefused(nobody.get(path), 401);
    }
    assertRefused(
        server
            .program(server.everybody("main"), Permission.VIEW_IMAGES)
            .get("/actuator/prometheus"),
        403);
    assertThat(server.administrator().get("/actuator/prometheus").status()).isEqualTo(200);
  }

  @Test
  void a_page_of_another_site_changes_nothing() {
    var visitor = server.person("main", Role.RADIOLOGIST).forgetful();
    assertRefused(visitor.post("/api/uploads", Map.of("name", "x")), 403);
    assertThat(visitor.get("/api/uploads").status()).isEqualTo(200);
  }

  @Test
  void signing_in_and_a_new_password_change_the_session() {
    var person = server.newcomer("main", Role.CLINICIAN);
    var visitor = server.nobody();
    visitor.signIn(person.login(), person.oneTimePassword()).good();
    var first = visitor.cookie("JSESSIONID");
    visitor.signIn(person.login(), person.oneTimePassword()).good();
    var second = visitor.cookie("JSESSIONID");
    visitor.changePassword(person.oneTimePassword(), RunningServer.PASSWORD).good();
    assertThat(List.of(first, second, visitor.cookie("JSESSIONID")))
        .doesNotContain("")
        .doesNotHaveDuplicates();
  }

  @Test
  void an_account_that_was_closed_is_out_at_once() {
    var person = server.newcomer("main", Role.CLINICIAN);
    var visitor = server.nobody();
    visitor.signIn(person.login(), person.oneTimePassword()).good();
    visitor.changePassword(person.oneTimePassword(), RunningServer.PASSWORD).good();
    assertThat(visitor.get("/dicomweb/studies").status()).isLessThan(300);
    server
        .administrator()
        .put(
            "/api/accounts/" + person.id(),
            Map.of("displayName", "Person", "roles", List.of("CLINICIAN"), "isActive", false))
        .good();
    assertRefused(visitor.get("/dicomweb/studies"), 401);
  }

  @Test
  void who_tries_passwords_is_made_to_wait() {
    var person = server.newcomer("main", Role.CLINICIAN);
    var visitor = server.nobody();
    var last = visitor.signIn(person.login(), "wrong 0");
    for (int n = 1; n < 21 && last.status() == 401; n++) {
      last = visitor.signIn(person.login(), "wrong " + n);
    }
    assertRefused(last, 429);
    assertThat(last.header("Retry-After")).matches("[1-9][0-9]*");
  }

  @Test
  void every_answer_carries_what_keeps_a_browser_safe() {
    for (var answer : List.of(nobody.get("/api/session"), nobody.get("/api/worklist"))) {
      assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.header("Cache-Control")).contains("no-store");
    }
  }

  @Test
  void broken_requests_are_answered_in_words() {
    var visitor = server.everybody("main");
    for (var path : List.of("/api/accounts", "/api/tokens", "/api/uploads", "/api/session")) {
      var answer =
          visitor.send("POST", path, new byte[] {'{', '"'}, "Content-Type", "application/json");
      assertRefused(answer, 400);
    }
    assertRefused(visitor.get("/api/uploads/x/files/not-a-number"), 400);
    assertRefused(visitor.get("/api/no-such"), 404);
    assertRefused(visitor.send("PATCH", "/api/accounts", new byte[0]), 405);
  }

  @Test
  void nobody_reaches_into_another_institution(@TempDir Path folder)
      throws IOException, InterruptedException {
    server.institution("hc-0001");
    var owner = server.everybody("main");
    var stranger = server.everybody("hc-0001");
    var there = Belongings.of(owner, server.newcomer("main", Role.CLINICIAN).id(), folder);
    RunningServer.await("asked to be read", () -> !owner.get("/api/jobs").text().equals("[]"));
    for (var endpoint : endpoints) {
      if (!there.concerns(endpoint)) {
        continue;
      }
      var path = there.fill(endpoint);
      if (endpoint.method().equals("GET") && !path.contains("absent")) {
        // A conflict is an answer too: the thing is there, and not far enough to be asked for this.
        assertThat(owner.get(path).status()).as(path).matches(code -> code < 300 || code == 409);
      }
      var answer = endpoint.ask(stranger, description, path);
      if (!answer.text().equals("[]")) {
        assertThat(answer.status()).as("%s: %s", endpoint, answer).isIn(403, 404, 415, 422);
      }
    }
    for (var list :
        List.of(
            "/dicomweb/studies",
            "/dicomweb/series",
            "/dicomweb/instances",
            "/api/uploads",
            "/api/accounts",
            "/api/tokens",
            "/api/worklist")) {
      assertThat(stranger.get(list).text()).doesNotContain(there.study(), there.upload());
    }
    assertThat(stranger.get("/api/accounts").json())
        .allSatisfy(each -> assertThat(each.get("institution").asString()).isEqualTo("hc-0001"));
    assertThat(owner.get("/dicomweb/studies/" + there.study() + "/metadata").status())
        .isEqualTo(200);
  }
}
