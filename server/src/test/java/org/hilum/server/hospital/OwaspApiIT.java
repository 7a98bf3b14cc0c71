package org.hilum.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hilum.platform.access.Permission;
import org.hilum.platform.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/owasp-api.md says and no other test shows. */
@ExtendWith(RunningServer.Shared.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OwaspApiIT {

  private static final String SITE = "hc-owasp";

  private static RunningServer server;

  @BeforeAll
  static void found(RunningServer running) {
    server = running;
    server.institution(SITE);
  }

  private static void assertProblem(Answer answer, int... statuses) {
    assertThat(answer.status())
        .as(answer.toString())
        .isIn(Arrays.stream(statuses).boxed().toList());
    assertThat(answer.header("Content-Type")).as(answer.toString()).contains("problem+json");
    assertThat(answer.text()).doesNotContain("Exception", "org.hilum", "\\tat ", "trace");
  }

  @Test
  void a_session_is_for_this_site_and_no_script() {
    var person = server.newcomer(SITE, Role.CLINICIAN);
    var visitor = server.nobody();
    var cookies =
        visitor.signIn(person.login(), person.oneTimePassword()).headers().allValues("Set-Cookie");
    assertThat(cookies)
        .filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Strict"));
  }

  @Test
  void a_name_that_is_not_there_is_answered_as_a_wrong_password() {
    var person = server.newcomer(SITE, Role.CLINICIAN);
    var there = server.nobody().signIn(person.login(), "wrong");
    var nowhere = server.nobody().signIn("nobody-of-that-name", "wrong");
    assertThat(there.status()).isEqualTo(401);
    assertThat(nowhere.toString()).isEqualTo(there.toString());
  }

  @Test
  void a_new_password_ends_the_sessions_that_the_old_one_began() {
    var person = server.newcomer(SITE, Role.CLINICIAN);
    var here = server.nobody();
    here.signIn(person.login(), person.oneTimePassword()).good();
    here.changePassword(person.oneTimePassword(), RunningServer.PASSWORD).good();
    var there = server.nobody();
    there.signIn(person.login(), RunningServer.PASSWORD).good();
    here.changePassword(RunningServer.PASSWORD, "three windy bridges").good();
    assertThat(here.get("/dicomweb/studies").status()).isLessThan(300);
    assertProblem(there.get("/dicomweb/studies"), 401);
    server
        .administrator()
        .send("POST", "/api/accounts/" + person.id() + "/reset", new byte[0])
        .good();
    assertProblem(here.get("/dicomweb/studies"), 401);
  }

  @Test
  void a_token_counts_in_its_header_alone_and_ends_with_its_maker() {
    var maker = server.newcomer(SITE, Role.CLINICIAN);
    var person = server.nobody();
    person.signIn(maker.login(), maker.oneTimePassword()).good();
    person.changePassword(maker.oneTimePassword(), RunningServer.PASSWORD).good();
    var secret =
        person
            .post(
                "/api/tokens", Map.of("name", "t", "permissions", Set.of("VIEW_IMAGES"), "days", 1))
            .good()
            .json()
            .get("secret")
            .asString();
    var nobody = server.nobody();
    assertProblem(nobody.get("/dicomweb/studies?access_token=" + secret), 401);
    assertThat(nobody.get("/dicomweb/studies", "Authorization", "Bearer " + secret).status())
        .isLessThan(300);
    server
        .administrator()
        .put(
            "/api/accounts/" + maker.id(),
            Map.of("displayName", "P", "roles", List.of("CLINICIAN"), "isActive", false))
        .good();
    var late = nobody.get("/dicomweb/studies", "Authorization", "Bearer " + secret);
    assertProblem(late, 401);
    assertThat(late.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void no_more_can_be_set_than_is_offered() {
    var owner = server.everybody(SITE);
    var person = server.newcomer(SITE, Role.CLINICIAN);
    var change =
        owner.put(
            "/api/accounts/" + person.id(),
            Map.of(
                "displayName", "P",
                "roles", List.of("CLINICIAN"),
                "isActive", true,
                "institution", "main",
                "login", "admin2",
                "mustChange", false,
                "passwordHash", "x"));
    assertThat(change.status()).isIn(200, 400);
    var kept =
        owner
            .get("/api/accounts")
            .good()
            .json()
            .valueStream()
            .filter(each -> each.get("id").asLong() == person.id())
            .findFirst()
            .orElseThrow();
    assertThat(kept.get("institution").asString()).isEqualTo(SITE);
    assertThat(kept.get("login").asString()).isEqualTo(person.login());
    assertThat(kept.get("mustChange").asBoolean()).isTrue();
    assertProblem(
        owner.post(
            "/api/accounts",
            Map.of(
                "institution",
                "main",
                "login",
                "mole1",
                "displayName",
                "M",
                "roles",
                List.of("AUDITOR"))),
        422);
  }

  @Test
  void no_answer_holds_what_opens_an_account() {
    var owner = server.everybody(SITE);
    server.program(owner, Permission.VIEW_IMAGES);
    for (var list : List.of("/api/accounts", "/api/tokens", "/api/session", "/api/audit/fhir")) {
      assertThat(owner.get(list).good().text().toLowerCase(Locale.ROOT))
          .as(list)
          .doesNotContain("hash", "secret", "$2a$", "hilum_");
    }
  }

  @Test
  void a_body_of_more_than_a_megabyte_is_refused_but_for_files() {
    var owner = server.everybody(SITE);
    var body = ("{\"name\":\"" + "x".repeat(1_100_000) + "\"}").getBytes(StandardCharsets.UTF_8);
    for (var path : List.of("/api/session", "/api/tokens", "/api/accounts")) {
      assertProblem(owner.send("POST", path, body, "Content-Type", "application/json"), 413);
    }
    assertThat(
            owner.send("POST", "/api/uploads", body, "Content-Type", "application/json").status())
        .isNotEqualTo(413);
    assertThat(
            owner
                .send("POST", "/dicomweb/studies", body, "Content-Type", "application/dicom")
                .status())
        .isIn(400, 409);
  }

  @Test
  void deep_and_strange_bodies_are_refused() {
    var owner = server.everybody(SITE);
    for (var body :
        List.of("[".repeat(100_000), "{\"days\":1e999999999}", "\"x\"", "null", "{\"name\":{}}")) {
      assertProblem(
          owner.send(
              "POST",
              "/api/tokens",
              body.getBytes(StandardCharsets.UTF_8),
              "Content-Type",
              "application/json"),
          400,
          422);
    }
  }

  @Test
  void one_account_cannot_leave_uploads_open_without_end() {
    var sender = server.person(SITE, Role.TECHNOLOGIST);
    var statuses = new ArrayList<Integer>();
    for (int n = 0; n < 9; n++) {
      var wanted = Map.of("name", "u" + n, "files", List.of(Map.of("path", "a.dcm", "bytes", 10)));
      statuses.add(sender.post("/api/uploads", wanted).status());
    }
    assertThat(statuses.subList(0, 8)).allSatisfy(each -> assertThat(each).isLessThan(300));
    assertThat(statuses.getLast()).isBetween(400, 499);
  }

  @Test
  void pages_have_an_end_whatever_is_asked_for() {
    var owner = server.everybody(SITE);
    for (int n = 0; n < 3; n++) {
      owner.get("/dicomweb/studies");
    }
    assertThat(owner.get("/api/audit?most=2147483647").good().json().size()).isLessThan(1001);
    assertThat(owner.get("/api/audit/fhir?_count=2147483647").good().json().get("entry").size())
        .isLessThan(1001);
    assertThat(owner.get("/api/worklist?limit=2147483647").status()).isIn(200, 400);
    assertThat(owner.get("/dicomweb/studies?limit=2147483647").status()).isIn(200, 204, 400);
  }

  @Test
  void only_the_house_names_where_images_may_be_sent() {
    var peer =
        Map.of(
            "title",
            "THIEF",
            "institution",
            SITE,
            "host",
            "203.0.113.7",
            "port",
            104,
            "maySend",
            true,
            "mayQuery",
            true,
            "isMoveDestination",
            true);
    assertProblem(server.everybody(SITE).put("/api/peers", peer), 403);
    assertThat(server.administrator().get("/api/peers").good().text()).doesNotContain("THIEF");
  }

  @Test
  void pages_of_other_sites_are_given_nothing() {
    var answer =
        server
            .nobody()
            .send(
                "OPTIONS",
                "/api/worklist",
                new byte[0],
                "Origin",
                "https://elsewhere.example",
                "Access-Control-Request-Method",
                "GET");
    assertThat(answer.status()).isGreaterThanOrEqualTo(400);
    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-allow"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/worklist;a=b",
        "/api//worklist",
        "/api/%2e%2e/worklist",
        "/dicomweb/studies/%252e%252e",
        "/error",
        "/actuator/env",
        "/actuator/heapdump",
        "/api/swagger-ui.html"
      })
  void crooked_and_hidden_addresses_are_refused_without_a_word_too_many(String path) {
    assertProblem(server.nobody().get(path), 400, 401, 404);
    assertProblem(server.everybody(SITE).get(path), 400, 403, 404);
  }

  @Test
  void what_is_no_address_at_all_is_refused_before_us_with_as_little() {
    var answer = server.everybody(SITE).get("/api/worklist%00");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).doesNotContain("Exception", "Tomcat", "org.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "PROPFIND", "FOO"})
  void other_methods_are_refused(String method) {
    assertThat(server.everybody(SITE).send(method, "/api/worklist", new byte[0]).status())
        .isIn(400, 403, 405);
  }

  @Test
  void a_sign_on_that_is_down_sends_the_browser_back() {
    var visitor = server.nobody();
    assertThat(visitor.get("/api/session/ways").good().json().get("signOn").asString())
        .isEqualTo("/oauth2/authorization/house");
    var answer = visitor.get("/oauth2/authorization/house");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).isEqualTo("/?signOn=failed");
    assertThat(visitor.get("/login/oauth2/code/house?code=x&state=y").header("Location"))
        .isEqualTo("/?signOn=failed");
  }

  @Test
  void the_trail_as_FHIR_is_for_auditors() {
    var auditor = server.person(SITE, Role.AUDITOR);
    var bundle = auditor.get("/api/audit/fhir?_count=5");
    assertThat(bundle.header("Content-Type")).startsWith("application/fhir+json");
    assertThat(bundle.good().json().get("resourceType").asString()).isEqualTo("Bundle");
    assertThat(bundle.json().get("entry").findValuesAsString("site")).containsOnly(SITE);
    assertProblem(server.person(SITE, Role.ADMINISTRATOR).get("/api/audit/fhir"), 403);
  }
}
