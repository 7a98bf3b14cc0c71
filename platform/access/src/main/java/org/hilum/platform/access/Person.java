package org.hilum.platform.access;

import java.io.Serializable;
import java.util.Set;

/**
 * Who asks: somebody with an account, or a program with a token.
 *
 * <p>It is the principal of every request over HTTP; each permission is an authority of that name.
 *
 * @param account id of the account, or of the token
 * @param institution code of the institution whose eyes it sees with
 * @param permissions what it may do
 */
public record Person(String account, String institution, Set<Permission> permissions)
    implements Serializable {

  public Person {
    permissions = Set.copyOf(permissions);
  }

  /** Whether it may do that. */
  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }
}
