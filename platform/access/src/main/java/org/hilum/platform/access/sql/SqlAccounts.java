package org.hilum.platform.access.sql;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.hilum.platform.access.AccessRefusal;
import org.hilum.platform.access.Accounts;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.Role;
import org.hilum.platform.access.password.Passwords;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts in PostgreSQL. */
public final class SqlAccounts implements Accounts {

  private static final String LOGIN = "[A-Za-z0-9._@-]{2,64}";

  /** From this many failures on, each doubles the wait. */
  private static final int FREE_FAILURES = 5;

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 10;

  private final JdbcClient tables;
  private final InstantSource clock;
  private final Passwords passwords = new Passwords();
  private final SignOnBindings bindings;

  public SqlAccounts(DataSource source, InstantSource clock) {
    this.tables = JdbcClient.create(source);
    this.clock = clock;
    this.bindings = new SignOnBindings(tables, passwords);
  }

  @Override
  public OneTime make(String institution, String login, String displayName, Set<Role> roles)
      throws AccessRefusal {
    if (!login.matches(LOGIN) || displayName.isBlank() || roles.isEmpty()) {
      throw new AccessRefusal(
          "An account needs a login name of 2 to 64 letters, digits and ._@-, a name to show, and a"
              + " role.");
    }
    var password = passwords.oneTime();
    try {
      var account =
          tables
              .sql(
                  """
                  INSERT INTO access_account (institution, login, display_name, roles,
                    password_hash, must_change, created_at)
                  VALUES (?, ?, ?, ?, ?, true, ?) RETURNING *
                  """)
              .params(
                  institution,
                  login,
                  displayName.strip(),
                  AccountRow.names(roles),
                  passwords.hash(password),
                  Timestamp.from(clock.instant()))
              .query((row, n) -> AccountRow.of(row))
              .single();
      return new OneTime(account, password);
    } catch (DataIntegrityViolationException taken) {
      throw new AccessRefusal(
          "The login name " + login + " is taken, or there is no institution " + institution + ".");
    }
  }

  @Override
  public Optional<OneTime> first() throws AccessRefusal {
    boolean isEmpty =
        tables
            .sql("SELECT NOT EXISTS (SELECT 1 FROM access_account)")
            .query(Boolean.class)
            .single();
    return isEmpty
        ? Optional.of(
            make(
                Institutions.HOUSE,
                "admin",
                "First administrator",
                Set.of(Role.ADMINISTRATOR, Role.RADIOLOGIST, Role.AUDITOR)))
        : Optional.empty();
  }

  private record Kept(Account account, String hash, int failures, Optional<Instant> lockedUntil) {}

  private Optional<Kept> kept(String login) {
    return tables
        .sql(
            """
            SELECT a.* FROM access_account a JOIN access_institution i ON i.code = a.institution
            WHERE a.login = ? AND a.is_active AND i.is_active
            """)
        .params(login)
        .query(
            (row, n) ->
                new Kept(
                    AccountRow.of(row),
                    row.getString("password_hash"),
                    row.getInt("failures"),
                    Optional.ofNullable(row.getTimestamp("locked_until"))
                        .map(Timestamp::toInstant)))
        .optional();
  }

  @Override
  public SignIn signIn(String login, String password) {
    var kept = kept(login);
    if (kept.isEmpty()) {
      passwords.compareWithNobody(password);
      return new SignIn.Wrong();
    }
    var now = clock.instant();
    var until = kept.get().lockedUntil().filter(now::isBefore);
    if (until.isPresent()) {
      return new SignIn.Wait(Duration.between(now, until.get()).toSeconds() + 1);
    }
    if (passwords.matches(password, kept.get().hash())) {
      tables
          .sql("UPDATE access_account SET failures = 0, locked_until = NULL WHERE id = ?")
          .params(kept.get().account().id())
          .update();
      return new SignIn.Welcome(kept.get().account());
    }
    failed(kept.get(), now);
    return new SignIn.Wrong();
  }

  private void failed(Kept kept, Instant now) {
    int failures = kept.failures() + 1;
    var wait =
        failures < FREE_FAILURES
            ? Duration.ZERO
            : Duration.ofSeconds(1L << Math.min(failures - FREE_FAILURES, MOST_DOUBLINGS));
    var shortened = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    tables
        .sql("UPDATE access_account SET failures = failures + 1, locked_until = ? WHERE id = ?")
        .params(Timestamp.from(now.plus(shortened)), kept.account().id())
        .update();
  }

  @Override
  public SignIn signOn(String subject, String login) {
    return bindings
        .login(subject)
        .or(() -> bindings.bind(subject, login))
        .flatMap(this::account)
        .filter(Account::isActive)
        .<SignIn>map(SignIn.Welcome::new)
        .orElseGet(SignIn.Wrong::new);
  }

  @Override
  public boolean signsOnByHouse(String login) {
    return tables
        .sql("SELECT EXISTS (SELECT 1 FROM access_account WHERE login = ? AND signs_on_as <> '')")
        .params(login)
        .query(Boolean.class)
        .single();
  }

  @Override
  public void changePassword(String login, String present, String next) throws AccessRefusal {
    if (!(signIn(login, present) instanceof SignIn.Welcome(var account))) {
      throw new AccessRefusal("The present password is not that.");
    }
    passwords.check(login, next);
    if (next.equals(present)) {
      throw new AccessRefusal("The new password is the old one: choose another.");
    }
    tables
        .sql(
            """
            UPDATE access_account SET password_hash = ?, must_change = false, password_at = ?
            WHERE id = ?
            """)
        .params(passwords.hash(next), Timestamp.from(clock.instant()), account.id())
        .update();
  }

  @Override
  public OneTime reset(long id) throws AccessRefusal {
    var password = passwords.oneTime();
    var account =
        tables
            .sql(
                """
                UPDATE access_account SET password_hash = ?, must_change = true, failures = 0,
                  locked_until = NULL, signs_on_as = NULL, password_at = ?
                WHERE id = ? RETURNING *
                """)
            .params(passwords.hash(password), Timestamp.from(clock.instant()), id)
            .query((row, n) -> AccountRow.of(row))
            .optional();
    return new OneTime(account.orElseThrow(() -> none(id)), password);
  }

  private static AccessRefusal none(long id) {
    return new AccessRefusal("There is no account " + id + ".");
  }

  @Override
  public Account change(long id, String displayName, Set<Role> roles, boolean isActive)
      throws AccessRefusal {
    if (displayName.isBlank() || roles.isEmpty()) {
      throw new AccessRefusal("An account needs a name to show, and a role.");
    }
    var changed =
        tables
            .sql(
                """
            UPDATE access_account SET display_name = ?, roles = ?, is_active = ?
            WHERE id = ? RETURNING *
            """)
            .params(displayName.strip(), AccountRow.names(roles), isActive, id)
            .query((row, n) -> AccountRow.of(row))
            .optional()
            .orElseThrow(() -> none(id));
    if (!isActive) {
      revokeTokens(changed);
    }
    return changed;
  }

  /** They stay revoked when the account is opened again. */
  private void revokeTokens(Account maker) {
    tables
        .sql("UPDATE access_token SET revoked_at = ? WHERE made_by = ? AND revoked_at IS NULL")
        .params(Timestamp.from(clock.instant()), maker.login())
        .update();
  }

  @Override
  public List<Account> accounts(Optional<String> institution) {
    return tables
        .sql("SELECT * FROM access_account WHERE ? = '' OR institution = ? ORDER BY login")
        .params(institution.orElse(""), institution.orElse(""))
        .query((row, n) -> AccountRow.of(row))
        .list();
  }

  @Override
  public Optional<Account> account(long id) {
    return tables
        .sql("SELECT * FROM access_account WHERE id = ?")
        .params(id)
        .query((row, n) -> AccountRow.of(row))
        .optional();
  }

  @Override
  public Optional<Account> account(String login) {
    return kept(login).map(Kept::account);
  }
}
