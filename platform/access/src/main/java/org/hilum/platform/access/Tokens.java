package org.hilum.platform.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.hilum.platform.access.sql.SqlTokens;

/** Tokens with which programs come in. */
public interface Tokens {

  /** Those of a database. */
  static Tokens in(DataSource tables, InstantSource clock) {
    return new SqlTokens(tables, clock);
  }

  /** A token as others may see it: never its secret. */
  record Token(
      long id,
      String institution,
      String name,
      Set<Permission> permissions,
      String madeBy,
      Instant expiresAt,
      boolean isRevoked,
      Optional<Instant> lastUsedAt) {

    public Token {
      permissions = Set.copyOf(permissions);
    }
  }

  /** A token and its secret, which is told this once. */
  record Fresh(Token token, String secret) {}

  /** Makes one that may no more than its maker, who is a person and no token. */
  Fresh make(Person maker, String name, Set<Permission> permissions, Duration life)
      throws AccessRefusal;

  /**
   * Who comes with that secret; nobody when it is unknown, expired or revoked, or its maker may
   * nothing (any more). It may no more than its maker may now.
   */
  Optional<Person> person(String secret);

  List<Token> tokens(String institution);

  /** Makes one useless; false when the institution has none of that id. */
  boolean revoke(String institution, long id);
}
