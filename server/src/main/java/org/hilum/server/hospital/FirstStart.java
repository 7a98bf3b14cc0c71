package org.hilum.server.hospital;

import java.util.Optional;
import org.hilum.platform.access.AccessRefusal;
import org.hilum.platform.access.Accounts;
import org.hilum.platform.access.Institutions;

/** Makes the house and its first administrator, once. */
final class FirstStart {

  private final Institutions institutions;
  private final Accounts accounts;

  FirstStart(Institutions institutions, Accounts accounts) {
    this.institutions = institutions;
    this.accounts = accounts;
  }

  /** The administrator and the password that opens the account once; empty on any later start. */
  Optional<Accounts.OneTime> make() {
    try {
      if (institutions.institution(Institutions.HOUSE).isEmpty()) {
        institutions.put(Institutions.HOUSE, "This hospital");
      }
      return accounts.first();
    } catch (AccessRefusal impossible) {
      throw new IllegalStateException("the first administrator could not be made", impossible);
    }
  }
}
