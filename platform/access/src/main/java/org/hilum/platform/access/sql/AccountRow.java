package org.hilum.platform.access.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.hilum.platform.access.Accounts.Account;
import org.hilum.platform.access.Role;

/** A row of the table of accounts as an account. */
final class AccountRow {

  private AccountRow() {}

  static Account of(ResultSet row) throws SQLException {
    var roles = EnumSet.noneOf(Role.class);
    Arrays.stream((String[]) row.getArray("roles").getArray())
        .forEach(name -> roles.add(Role.valueOf(name)));
    return new Account(
        row.getLong("id"),
        row.getString("institution"),
        row.getString("login"),
        row.getString("display_name"),
        roles,
        row.getBoolean("must_change"),
        row.getBoolean("is_active"),
        row.getTimestamp("password_at").toInstant());
  }

  /** Roles as the table has them. */
  static String[] names(Set<Role> roles) {
    return roles.stream().map(Enum::name).sorted().toArray(String[]::new);
  }
}
