package org.hilum.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.hilum.fixtures.ScratchDatabase;
import org.hilum.platform.access.Accounts.SignIn;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.Institutions.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccessTest {

  private static final DataSource TABLES = ScratchDatabase.with(Institutions.TABLES);
  private static final String OWN_WORDS = "four quiet lungs";

  private final Clockwork clock = new Clockwork();
  private final Institutions institutions = Institutions.in(TABLES);
  private final Accounts accounts = Accounts.in(TABLES, clock);
  private final Tokens tokens = Tokens.in(TABLES, clock);
  private final AuditTrail.Reader trail = AuditTrail.in(TABLES, clock);
  private final String site = "site-" + UUID.randomUUID().toString().substring(0, 8);
  private final String login = "reader." + UUID.randomUUID().toString().substring(0, 8);

  /** A clock that a test turns by hand. */
  private static final class Clockwork implements InstantSource {
    private Instant now = Instant.parse("2026-02-01T08:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    void turn(Duration by) {
      now = now.plus(by);
    }
  }

  @BeforeEach
  void found() throws AccessRefusal {
    institutions.put(site, "A health centre");
  }

  private Accounts.OneTime reader() throws AccessRefusal {
    return accounts.make(site, login, "A Reader", Set.of(Role.RADIOLOGIST));
  }

  private void withOwnPassword() throws AccessRefusal {
    accounts.changePassword(login, reader().password(), OWN_WORDS);
  }

  @Nested
  class Accounts_of_people {

    @Test
    void may_nothing_before_the_one_time_password_is_changed() throws AccessRefusal {
      var once = reader();
      assertThat(accounts.signIn(login, once.password()))
          .isInstanceOfSatisfying(
              SignIn.Welcome.class,
              in -> assertThat(in.account().person().permissions()).isEmpty());
      accounts.changePassword(login, once.password(), OWN_WORDS);
      assertThat(accounts.signIn(login, OWN_WORDS))
          .isInstanceOfSatisfying(
              SignIn.Welcome.class,
              in ->
                  assertThat(in.account().person().permissions())
                      .containsExactlyInAnyOrderElementsOf(Role.RADIOLOGIST.permissions()));
      assertThat(accounts.signIn(login, once.password())).isInstanceOf(SignIn.Wrong.class);
    }

    @Test
    void are_refused_weak_passwords_in_words() throws AccessRefusal {
      var once = reader().password();
      for (var weak : List.of("short", "passwordpassword", "my " + login + " ok", once)) {
        assertThatThrownBy(() -> accounts.changePassword(login, once, weak))
            .as(weak)
            .isInstanceOf(AccessRefusal.class);
      }
    }

    @Test
    void wait_ever_longer_after_five_failures_and_are_free_after_a_success() throws AccessRefusal {
      withOwnPassword();
      for (int n = 0; n < 5; n++) {
        assertThat(accounts.signIn(login, "wrong")).isInstanceOf(SignIn.Wrong.class);
      }
      assertThat(accounts.signIn(login, OWN_WORDS)).isInstanceOf(SignIn.Wait.class);
      clock.turn(Duration.ofSeconds(2));
      assertThat(accounts.signIn(login, "wrong")).isInstanceOf(SignIn.Wrong.class);
      assertThat(accounts.signIn(login, OWN_WORDS))
          .isInstanceOfSatisfying(
              SignIn.Wait.class, wait -> assertThat(wait.seconds()).isBetween(2L, 3L));
      clock.turn(Duration.ofSeconds(4));
      assertThat(accounts.signIn(login, OWN_WORDS)).isInstanceOf(SignIn.Welcome.class);
      assertThat(accounts.signIn(login, "wrong")).isInstanceOf(SignIn.Wrong.class);
    }

    @Test
    void are_shut_out_when_they_or_their_institution_are_deactivated() throws AccessRefusal {
      withOwnPassword();
      institutions.setActive(site, false);
      assertThat(accounts.signIn(login, OWN_WORDS)).isInstanceOf(SignIn.Wrong.class);
      institutions.setActive(site, true);
      var account = accounts.account(login).orElseThrow();
      accounts.change(account.id(), "A Reader", account.roles(), false);
      assertThat(accounts.signIn(login, OWN_WORDS)).isInstanceOf(SignIn.Wrong.class);
      assertThat(accounts.account(login)).isEmpty();
    }

    @Test
    void have_names_of_their_own() throws AccessRefusal {
      reader();
      assertThatThrownBy(() -> accounts.make(site, login, "Another", Set.of(Role.CLINICIAN)))
          .isInstanceOf(AccessRefusal.class);
      assertThatThrownBy(() -> accounts.make("nowhere", "x.y", "X", Set.of(Role.CLINICIAN)))
          .isInstanceOf(AccessRefusal.class);
    }

    @Test
    void keep_no_password_in_the_table_or_in_their_words() throws Exception {
      var once = reader();
      try (var connection = TABLES.getConnection();
          var statement =
              connection.prepareStatement("SELECT a::text FROM access_account a WHERE login = ?")) {
        statement.setString(1, login);
        try (var rows = statement.executeQuery()) {
          rows.next();
          assertThat(rows.getString(1)).doesNotContain(once.password()).contains("$2a$12$");
        }
      }
      assertThat(once.account().toString()).doesNotContain(once.password());
    }
  }

  @Nested
  class Tokens_of_programs {

    private final Person maker =
        new Person("tester", site, Set.of(Permission.VIEW_IMAGES, Permission.SEND_IMAGES));

    @Test
    void let_in_until_they_expire_or_are_revoked() throws AccessRefusal {
      withOwnPassword();
      var reader = accounts.account(login).orElseThrow().person();
      var fresh = tokens.make(reader, "viewer", Set.of(Permission.VIEW_IMAGES), Duration.ofDays(2));
      assertThat(tokens.person(fresh.secret()))
          .hasValueSatisfying(
              person -> {
                assertThat(person.institution()).isEqualTo(site);
                assertThat(person.permissions()).containsExactly(Permission.VIEW_IMAGES);
              });
      assertThat(tokens.revoke("another", fresh.token().id())).isFalse();
      assertThat(tokens.person(fresh.secret())).isPresent();
      assertThat(tokens.revoke(site, fresh.token().id())).isTrue();
      assertThat(tokens.person(fresh.secret())).isEmpty();
      var other = tokens.make(reader, "other", Set.of(Permission.VIEW_IMAGES), Duration.ofDays(2));
      clock.turn(Duration.ofDays(3));
      assertThat(tokens.person(other.secret())).isEmpty();
      assertThat(tokens.person(other.secret() + "x")).isEmpty();
    }

    private String ofReader(Permission... permissions) throws AccessRefusal {
      withOwnPassword();
      var person = accounts.account(login).orElseThrow().person();
      return tokens.make(person, "viewer", Set.of(permissions), Duration.ofDays(2)).secret();
    }

    private void change(boolean isActive, Role... roles) throws AccessRefusal {
      var id = accounts.accounts(Optional.of(site)).getFirst().id();
      accounts.change(id, "A Reader", Set.of(roles), isActive);
    }

    @Test
    void end_with_the_account_of_their_maker_for_good() throws AccessRefusal {
      var secret = ofReader(Permission.VIEW_IMAGES);
      assertThat(tokens.person(secret)).isPresent();
      change(false, Role.RADIOLOGIST);
      assertThat(tokens.person(secret)).isEmpty();
      change(true, Role.RADIOLOGIST);
      assertThat(tokens.person(secret)).isEmpty();
      assertThat(tokens.tokens(site)).allMatch(Tokens.Token::isRevoked);
    }

    @Test
    void lose_what_their_maker_loses() throws AccessRefusal {
      var secret = ofReader(Permission.VIEW_IMAGES, Permission.DELETE_IMAGES);
      change(true, Role.CLINICIAN);
      assertThat(tokens.person(secret))
          .hasValueSatisfying(
              program -> assertThat(program.permissions()).containsExactly(Permission.VIEW_IMAGES));
      change(true, Role.AUDITOR);
      assertThat(tokens.person(secret)).isEmpty();
    }

    @Test
    void wait_while_their_maker_must_choose_a_password() throws AccessRefusal {
      var secret = ofReader(Permission.VIEW_IMAGES);
      var once = accounts.reset(accounts.account(login).orElseThrow().id()).password();
      assertThat(tokens.person(secret)).isEmpty();
      accounts.changePassword(login, once, OWN_WORDS);
      assertThat(tokens.person(secret)).isPresent();
    }

    @Test
    void go_on_while_somebody_guesses_at_their_makers_password() throws AccessRefusal {
      var secret = ofReader(Permission.VIEW_IMAGES);
      for (int n = 0; n < 8; n++) {
        accounts.signIn(login, "wrong " + n);
      }
      assertThat(accounts.signIn(login, OWN_WORDS)).isInstanceOf(SignIn.Wait.class);
      assertThat(tokens.person(secret)).isPresent();
    }

    @Test
    void are_not_made_by_tokens() throws AccessRefusal {
      var program = tokens.person(ofReader(Permission.VIEW_IMAGES)).orElseThrow();
      assertThatThrownBy(
              () ->
                  tokens.make(program, "child", Set.of(Permission.VIEW_IMAGES), Duration.ofDays(1)))
          .isInstanceOf(AccessRefusal.class);
    }

    @Test
    void may_no_more_than_their_maker() {
      assertThatThrownBy(
              () ->
                  tokens.make(
                      maker, "greedy", Set.of(Permission.MANAGE_PEOPLE), Duration.ofDays(1)))
          .isInstanceOf(AccessRefusal.class);
    }
  }

  @Nested
  class Institutions_and_peers {

    @Test
    void know_who_reads_for_whom() throws AccessRefusal {
      institutions.put(site + "-b", "A hospital");
      institutions.setRoute(site, site + "-b", true);
      institutions.setRoute(site, site + "-b", true);
      assertThat(institutions.readersFor(site)).containsExactly(site + "-b");
      institutions.setRoute(site, site + "-b", false);
      assertThat(institutions.readersFor(site)).isEmpty();
      assertThatThrownBy(() -> institutions.setRoute(site, "nowhere", true))
          .isInstanceOf(AccessRefusal.class);
    }

    @Test
    void know_which_certificate_an_application_entity_must_show() throws AccessRefusal {
      institutions.put(site, "A hospital");
      var peer = new Peer("TLS-CT", site, "", 0, true, false, false);
      institutions.put(peer.withCertificate("AB:".repeat(31) + "cd"));
      assertThat(institutions.peer("TLS-CT"))
          .contains(peer.withCertificate("ab".repeat(31) + "cd"));
      assertThatThrownBy(() -> institutions.put(peer.withCertificate("abcd")))
          .isInstanceOf(AccessRefusal.class);
      institutions.put(peer);
      assertThat(institutions.peer("TLS-CT")).contains(peer);
      institutions.removePeer("TLS-CT");
    }

    @Test
    void refuse_codes_and_titles_that_no_protocol_could_carry() {
      assertThatThrownBy(() -> institutions.put("Not A Code", "X"))
          .isInstanceOf(AccessRefusal.class);
      assertThatThrownBy(
              () ->
                  institutions.put(new Peer("SEVENTEEN LETTERS", site, "", 0, true, false, false)))
          .isInstanceOf(AccessRefusal.class);
      assertThatThrownBy(() -> institutions.put(new Peer("PACS", site, "", 0, false, false, true)))
          .isInstanceOf(AccessRefusal.class);
    }
  }

  @Nested
  class The_audit_trail {

    private AuditEntry entry(String words) {
      return new AuditEntry(
          Action.VIEW, "tester", site, "127.0.0.1", "P1", List.of("1.2.3"), true, words);
    }

    private List<RecordedEntry> own() {
      return trail.entries(
          Optional.of(site),
          Optional.empty(),
          Instant.EPOCH,
          Instant.parse("2100-01-01T00:00:00Z"),
          Long.MAX_VALUE,
          1000);
    }

    @Test
    void gives_back_what_was_written_newest_first() {
      trail.record(entry("first"));
      trail.record(entry("看片 second"));
      assertThat(own())
          .extracting(each -> each.entry().words())
          .containsExactly("看片 second", "first");
      assertThat(own().getFirst().entry()).isEqualTo(entry("看片 second"));
    }

    @Test
    void refuses_to_be_changed_emptied_or_shortened() throws SQLException {
      trail.record(entry("kept"));
      for (var change :
          List.of(
              "UPDATE access_audit SET words = 'other'",
              "DELETE FROM access_audit",
              "TRUNCATE access_audit")) {
        try (var connection = TABLES.getConnection();
            var statement = connection.createStatement()) {
          assertThatThrownBy(() -> statement.executeUpdate(change))
              .as(change)
              .hasMessageContaining("only ever added to");
        }
      }
    }

    @Test
    void is_one_chain_under_many_hands_and_shows_what_was_tampered_with() throws Exception {
      try (var hands = Executors.newFixedThreadPool(4)) {
        for (int n = 0; n < 200; n++) {
          int number = n;
          hands.submit(() -> trail.record(entry("entry " + number)));
        }
      }
      assertThat(own()).hasSize(200);
      assertThat(trail.firstBroken()).isEmpty();
      long victim = own().get(100).number();
      try (var connection = TABLES.getConnection();
          var statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute("ALTER TABLE access_audit DISABLE TRIGGER USER");
        statement.executeUpdate(
            "UPDATE access_audit SET actor = 'nobody' WHERE number = " + victim);
        connection.commit();
        assertThat(trail.firstBroken()).hasValue(victim);
        statement.executeUpdate(
            "UPDATE access_audit SET actor = 'tester' WHERE number = " + victim);
        statement.execute("ALTER TABLE access_audit ENABLE TRIGGER USER");
        connection.commit();
      }
      assertThat(trail.firstBroken()).isEmpty();
    }
  }

  @Test
  void no_role_may_everything_and_an_auditor_changes_nothing() {
    for (var role : Role.values()) {
      assertThat(role.permissions()).as(role.name()).isNotEmpty().hasSizeLessThan(12);
    }
    assertThat(Role.AUDITOR.permissions()).containsExactly(Permission.VIEW_AUDIT);
    assertThat(Role.CLINICIAN.permissions())
        .doesNotContain(Permission.DELETE_IMAGES, Permission.CORRECT_AND_SIGN);
    assertThat(Role.ADMINISTRATOR.permissions())
        .doesNotContain(Permission.VIEW_IMAGES, Permission.VIEW_RESULTS);
  }
}
