package org.hilum.platform.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hilum.platform.access.AccessRefusal;
import org.hilum.platform.access.Accounts;
import org.hilum.platform.access.Accounts.OneTime;
import org.hilum.platform.access.AuditSelection;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SignOnTest {

  private static final SmallProvider PROVIDER = new SmallProvider();
  private static final Site SITE = Site.open(settings("email"));

  private final Accounts accounts = Accounts.in(SITE.tables(), Clock.systemUTC());
  private final Browser browser = new Browser(SITE.address());
  private final String subject = UUID.randomUUID().toString();
  private final String login = "zhang." + subject.substring(0, 8) + "@hospital.example";

  private static SignOnSettings settings(String claim) {
    return new SignOnSettings(
        PROVIDER.issuer(), SmallProvider.CLIENT, SmallProvider.SECRET, claim, "");
  }

  @BeforeAll
  static void found() throws AccessRefusal {
    Institutions.in(SITE.tables()).put("hc-1", "A health centre");
  }

  @AfterAll
  static void close() {
    SITE.close();
    PROVIDER.close();
  }

  /** Follows the browser to the sign-on and back; where it ends. */
  private static String round(Browser browser) {
    var there = location(browser.get(HouseSignOn.BEGINNING));
    var back = location(browser.get(there));
    return location(browser.get(back));
  }

  private static String location(Browser.Reply reply) {
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(302);
    return reply.header("Location");
  }

  private Map<String, Object> claims(String email) {
    return new HashMap<>(Map.of("sub", subject, "email", email, "email_verified", true));
  }

  private OneTime account() throws AccessRefusal {
    return accounts.make("hc-1", login, "Zhang", Set.of(Role.CLINICIAN));
  }

  private void isNotIn(Browser visitor) {
    assertThat(visitor.get("/api/session").status()).isEqualTo(204);
    assertThat(visitor.get("/api/tokens").status()).isEqualTo(401);
  }

  @Test
  void lets_in_who_has_an_account_with_its_institution_and_roles_alone() throws AccessRefusal {
    account();
    var told = claims(login);
    told.put("roles", new String[] {"ADMINISTRATOR"});
    told.put("institution", "main");
    PROVIDER.knows(told);
    assertThat(round(browser)).isEqualTo("/");
    var session = browser.get("/api/session").json();
    assertThat(session.get("login").asString()).isEqualTo(login);
    assertThat(session.get("institution").asString()).isEqualTo("hc-1");
    assertThat(session.get("mustChangePassword").asBoolean()).isFalse();
    assertThat(session.get("permissions").valueStream().map(each -> each.asString()))
        .containsExactlyInAnyOrderElementsOf(
            Role.CLINICIAN.permissions().stream().map(Enum::name).toList());
    assertThat(browser.get("/api/tokens").status()).isEqualTo(200);
    assertThat(browser.get("/api/accounts").status()).isEqualTo(403);
  }

  @Test
  void the_one_time_password_is_spent_by_the_first_entry() throws AccessRefusal {
    var once = account();
    PROVIDER.knows(claims(login));
    round(browser);
    assertThat(accounts.signIn(login, once.password())).isInstanceOf(Accounts.SignIn.Wrong.class);
  }

  @Test
  void binds_the_account_once_and_then_the_subject_counts() throws AccessRefusal {
    var account = account().account();
    PROVIDER.knows(claims(login));
    assertThat(round(browser)).isEqualTo("/");
    PROVIDER.knows(claims("moved@elsewhere.example"));
    var later = new Browser(SITE.address());
    assertThat(round(later)).isEqualTo("/");
    assertThat(later.get("/api/session").json().get("login").asString()).isEqualTo(login);

    var heir = claims(login);
    heir.put("sub", "somebody-else");
    PROVIDER.knows(heir);
    var stranger = new Browser(SITE.address());
    assertThat(round(stranger)).isEqualTo("/?signOn=no-account");
    isNotIn(stranger);

    accounts.reset(account.id());
    heir.put("sub", "new-number-" + subject);
    PROVIDER.knows(heir);
    assertThat(round(stranger)).as("the administrator has let go of the old one").isEqualTo("/");
  }

  @Test
  void who_has_no_account_or_no_verified_address_is_not_let_in() throws AccessRefusal {
    PROVIDER.knows(claims("stranger@hospital.example"));
    assertThat(round(browser)).isEqualTo("/?signOn=no-account");
    account();
    var unverified = claims(login);
    unverified.put("email_verified", false);
    PROVIDER.knows(unverified);
    assertThat(round(browser)).isEqualTo("/?signOn=no-account");
    unverified.remove("email_verified");
    PROVIDER.knows(unverified);
    assertThat(round(browser)).isEqualTo("/?signOn=no-account");
    isNotIn(browser);
    var trail = AuditTrail.in(SITE.tables(), Clock.systemUTC());
    assertThat(trail.entries(AuditSelection.of(Optional.empty()), Long.MAX_VALUE, 3))
        .allSatisfy(each -> assertThat(each.entry().allowed()).isFalse())
        .allSatisfy(each -> assertThat(each.entry().words()).isEqualTo("sign-on: no-account"));
  }

  @Test
  void a_closed_account_stays_closed() throws AccessRefusal {
    var account = account().account();
    PROVIDER.knows(claims(login));
    assertThat(round(browser)).isEqualTo("/");
    accounts.change(account.id(), "Zhang", account.roles(), false);
    isNotIn(browser);
    assertThat(round(new Browser(SITE.address()))).isEqualTo("/?signOn=no-account");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonce", "aud", "iss", "exp", "iat", "signature"})
  void a_word_that_is_not_for_us_or_not_from_there_is_not_believed(String wrong)
      throws AccessRefusal, JOSEException {
    account();
    var claims = claims(login);
    switch (wrong) {
      case "exp" -> claims.put("exp", Date.from(Instant.now().minusSeconds(600)));
      case "iat" -> claims.put("iat", Date.from(Instant.now().plusSeconds(600)));
      case "iss" -> claims.put("iss", "https://elsewhere.example");
      default -> claims.put(wrong, "another");
    }
    PROVIDER.knows(claims);
    if (wrong.equals("signature")) {
      PROVIDER.losesItsKey();
    }
    assertThat(round(browser)).isEqualTo("/?signOn=failed");
    isNotIn(browser);
  }

  @Test
  void an_answer_brought_by_another_browser_or_twice_is_not_taken() throws AccessRefusal {
    account();
    PROVIDER.knows(claims(login));
    var thief = new Browser(SITE.address());
    var back = location(thief.get(location(thief.get(HouseSignOn.BEGINNING))));
    assertThat(location(browser.get(back))).isEqualTo("/?signOn=failed");
    isNotIn(browser);
    assertThat(location(thief.get(back))).isEqualTo("/");
    assertThat(location(new Browser(SITE.address()).get(back))).isEqualTo("/?signOn=failed");
    assertThat(location(browser.get(back.replaceAll("state=[^&]*", "state=guessed"))))
        .isEqualTo("/?signOn=failed");
  }

  @Test
  void is_asked_with_a_challenge_a_nonce_and_a_state() {
    var there = location(browser.get(HouseSignOn.BEGINNING));
    assertThat(there)
        .startsWith(PROVIDER.issuer() + "/authorize?")
        .contains("response_type=code", "code_challenge_method=S256", "nonce=", "state=");
  }

  @Test
  void a_sign_on_that_is_down_holds_up_nobody_with_a_password() throws AccessRefusal {
    var gone = new SignOnSettings("http://127.0.0.1:1", "hilum", "", "preferred_username", "");
    try (var site = Site.open(gone)) {
      var visitor = new Browser(site.address());
      assertThat(location(visitor.get(HouseSignOn.BEGINNING))).isEqualTo("/?signOn=failed");
      Institutions.in(site.tables()).put("hc-1", "A health centre");
      var once = account();
      assertThat(visitor.signIn(login, once.password()).status()).isEqualTo(200);
    }
  }

  @Test
  void the_page_is_told_whether_there_is_a_sign_on() {
    assertThat(browser.get("/api/session/ways").json().get("signOn").asString())
        .isEqualTo(HouseSignOn.BEGINNING);
    try (var site = Site.open(SignOnSettings.NONE)) {
      var visitor = new Browser(site.address());
      assertThat(visitor.get("/api/session/ways").json().has("signOn")).isFalse();
      assertThat(visitor.get(HouseSignOn.BEGINNING).status()).isEqualTo(401);
    }
  }

  @Test
  void settings_that_would_send_secrets_in_clear_are_refused() {
    assertThatThrownBy(() -> new SignOnSettings("http://login.example", "hilum", "", "email", ""))
        .hasMessageContaining("https://");
    assertThatThrownBy(() -> new SignOnSettings("https://login.example", "", "", "email", ""))
        .hasMessageContaining("client-id");
    assertThat(settings("email").toString()).doesNotContain(SmallProvider.SECRET);
  }
}
