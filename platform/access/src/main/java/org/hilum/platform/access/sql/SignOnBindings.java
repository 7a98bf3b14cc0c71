package org.hilum.platform.access.sql;

import java.util.Optional;
import org.hilum.platform.access.password.Passwords;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which account somebody is that the house's sign-on vouches for. */
record SignOnBindings(JdbcClient tables, Passwords passwords) {

  /** The login name a subject is bound to. */
  Optional<String> login(String subject) {
    return tables
        .sql("SELECT login FROM access_account WHERE signs_on_as = ?")
        .params(subject)
        .query(String.class)
        .optional();
  }

  /**
   * Binds a subject to the account of a login name, unless that is bound already.
   *
   * <p>Case counts only where two accounts differ by nothing else: then neither is bound.
   */
  Optional<String> bind(String subject, String login) {
    try {
      int bound =
          tables
              .sql(
                  """
                  UPDATE access_account SET signs_on_as = :subject, must_change = false,
                    password_hash = CASE WHEN must_change THEN :spent ELSE password_hash END
                  WHERE lower(login) = lower(:login) AND signs_on_as IS NULL AND is_active
                    AND (SELECT count(*) FROM access_account WHERE lower(login) = lower(:login)) = 1
                  """)
              .param("subject", subject)
              .param("login", login)
              .param("spent", passwords.hash(passwords.oneTime()))
              .update();
      return bound == 1 ? login(subject) : Optional.empty();
    } catch (DataIntegrityViolationException boundMeanwhile) {
      return login(subject);
    }
  }
}
