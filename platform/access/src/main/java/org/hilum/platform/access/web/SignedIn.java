package org.hilum.platform.access.web;

import org.hilum.platform.access.Person;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody who is in: each permission is an authority of that name. */
final class SignedIn {

  private SignedIn() {}

  static Authentication as(Person person) {
    var authorities =
        person.permissions().stream()
            .map(permission -> new SimpleGrantedAuthority(permission.name()))
            .toList();
    return UsernamePasswordAuthenticationToken.authenticated(person, null, authorities);
  }
}
