package org.hilum.platform.access.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hilum.platform.access.AccessRefusal;
import org.hilum.platform.access.Permission;
import org.hilum.platform.access.Person;
import org.hilum.platform.access.Role;
import org.hilum.platform.access.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens in PostgreSQL: of a secret only its SHA-256 is kept. */
public final class SqlTokens implements Tokens {

  private static final String BEGINS = "hilum_";
  private static final String TOKEN = "token:";
  private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);
  private static final int SECRET_BYTES = 32;
  private static final Duration LONGEST_LIFE = Duration.ofDays(366);

  private final JdbcClient tables;
  private final InstantSource clock;
  private final SecureRandom chance = new SecureRandom();

  public SqlTokens(DataSource source, InstantSource clock) {
    this.tables = JdbcClient.create(source);
    this.clock = clock;
  }

  @Override
  public Fresh make(Person maker, String name, Set<Permission> permissions, Duration life)
      throws AccessRefusal {
    if (maker.account().startsWith(TOKEN)) {
      throw new AccessRefusal("A token is made by a person: sign in to make one.");
    }
    if (name.isBlank() || permissions.isEmpty()) {
      throw new AccessRefusal("A token needs a name and something that it may do.");
    }
    if (!maker.permissions().containsAll(permissions)) {
      throw new AccessRefusal("A token may no more than whoever makes it.");
    }
    if (life.compareTo(LONGEST_LIFE) > 0 || life.isNegative() || life.isZero()) {
      throw new AccessRefusal("A token lives for 1 to 366 days.");
    }
    var bytes = new byte[SECRET_BYTES];
    chance.nextBytes(bytes);
    var secret = BEGINS + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var now = clock.instant();
    var token =
        tables
            .sql(
                """
                INSERT INTO access_token
                  (institution, name, secret_hash, permissions, made_by, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING *
                """)
            .params(
                maker.institution(),
                name.strip(),
                hash(secret),
                permissions.stream().map(Enum::name).sorted().toArray(String[]::new),
                maker.account(),
                Timestamp.from(now),
                Timestamp.from(now.plus(life)))
            .query((row, n) -> token(row))
            .single();
    return new Fresh(token, secret);
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  @Override
  public Optional<Person> person(String secret) {
    if (!secret.startsWith(BEGINS)) {
      return Optional.empty();
    }
    var now = Timestamp.from(clock.instant());
    var person =
        tables
            .sql(
                """
                SELECT t.*, a.roles FROM access_token t
                  JOIN access_institution i ON i.code = t.institution
                  JOIN access_account a ON a.login = t.made_by AND a.institution = t.institution
                WHERE t.secret_hash = ? AND t.revoked_at IS NULL AND t.expires_at > ?
                  AND i.is_active AND a.is_active AND NOT a.must_change
                """)
            .params(hash(secret), now)
            .query((row, n) -> person(row))
            .optional()
            .filter(found -> !found.permissions().isEmpty());
    person.ifPresent(found -> note(found, now));
    return person;
  }

  /** What the token was given, as far as its maker may still do it. */
  private static Person person(ResultSet row) throws SQLException {
    var token = token(row);
    var maker =
        Arrays.stream((String[]) row.getArray("roles").getArray())
            .map(Role::valueOf)
            .collect(Collectors.toSet());
    var left = new HashSet<>(token.permissions());
    left.retainAll(Role.permissionsOf(maker));
    return new Person(TOKEN + token.id(), token.institution(), left);
  }

  /** The moment of use is written at most once a minute. */
  private void note(Person person, Timestamp now) {
    tables
        .sql(
            """
            UPDATE access_token SET last_used_at = :now WHERE id = :id AND
              (last_used_at IS NULL OR last_used_at < :before)
            """)
        .param("now", now)
        .param("before", Timestamp.from(now.toInstant().minus(BETWEEN_NOTES)))
        .param("id", Long.parseLong(person.account().substring(TOKEN.length())))
        .update();
  }

  @Override
  public List<Token> tokens(String institution) {
    return tables
        .sql("SELECT * FROM access_token WHERE institution = ? ORDER BY id DESC")
        .params(institution)
        .query((row, n) -> token(row))
        .list();
  }

  @Override
  public boolean revoke(String institution, long id) {
    return tables
            .sql(
                """
                UPDATE access_token SET revoked_at = coalesce(revoked_at, ?)
                WHERE id = ? AND institution = ?
                """)
            .params(Timestamp.from(clock.instant()), id, institution)
            .update()
        > 0;
  }

  private static Token token(ResultSet row) throws SQLException {
    var permissions =
        Arrays.stream((String[]) row.getArray("permissions").getArray())
            .map(Permission::valueOf)
            .collect(Collectors.toSet());
    return new Token(
        row.getLong("id"),
        row.getString("institution"),
        row.getString("name"),
        permissions,
        row.getString("made_by"),
        row.getTimestamp("expires_at").toInstant(),
        row.getTimestamp("revoked_at") != null,
        Optional.ofNullable(row.getTimestamp("last_used_at")).map(Timestamp::toInstant));
  }
}
