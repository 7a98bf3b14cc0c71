package org.hilum.platform.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.hilum.platform.access.sql.SqlAccounts;

/** People's accounts. */
public interface Accounts {

  /** Those of a database. */
  static Accounts in(DataSource tables, InstantSource clock) {
    return new SqlAccounts(tables, clock);
  }

  /**
   * An account as others may see it.
   *
   * @param mustChange whether the password must be changed before anything else
   * @param passwordAt when it was last changed or reset: who came in before is out
   */
  record Account(
      long id,
      String institution,
      String login,
      String displayName,
      Set<Role> roles,
      boolean mustChange,
      boolean isActive,
      Instant passwordAt) {

    public Account {
      roles = Set.copyOf(roles);
    }

    /** Who asks, when this one does; may nothing while the password must be changed. */
    public Person person() {
      return new Person(login, institution, mustChange ? Set.of() : Role.permissionsOf(roles));
    }
  }

  /** An account and the password that opens it once. */
  record OneTime(Account account, String password) {}

  /** Makes an account with a one-time password. */
  OneTime make(String institution, String login, String displayName, Set<Role> roles)
      throws AccessRefusal;

  /** The first administrator, if there is no account at all. */
  Optional<OneTime> first() throws AccessRefusal;

  /** Whom a name and a password belong to; takes as long whether or not there is such a name. */
  SignIn signIn(String login, String password);

  /**
   * Whom somebody belongs to that the house's sign-on vouches for. The first entry binds the
   * account of that login name to the subject, and spends its one-time password; from then on the
   * subject alone counts. Nobody without an account gets one.
   *
   * @param subject issuer and subject, which never change
   * @param login login name it is vouched for
   */
  SignIn signOn(String subject, String login);

  /** Whether the house's sign-on vouches for the account of that name. */
  boolean signsOnByHouse(String login);

  /** Changes the password of somebody who knows the present one. */
  void changePassword(String login, String present, String next) throws AccessRefusal;

  /** Gives a new one-time password, and forgets whom the house's sign-on knows the account as. */
  OneTime reset(long id) throws AccessRefusal;

  /** Changes name, roles and whether the account can be used. */
  Account change(long id, String displayName, Set<Role> roles, boolean isActive)
      throws AccessRefusal;

  /** Accounts of an institution; empty for all. */
  List<Account> accounts(Optional<String> institution);

  Optional<Account> account(long id);

  Optional<Account> account(String login);

  /** What became of somebody who wanted in. */
  sealed interface SignIn {
    /** Come in. */
    record Welcome(Account account) implements SignIn {}

    /** Not that name, or not that password: which of the two is not told. */
    record Wrong() implements SignIn {}

    /** Too many failures: wait so many seconds. */
    record Wait(long seconds) implements SignIn {}
  }
}
