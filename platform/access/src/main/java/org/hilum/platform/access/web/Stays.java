package org.hilum.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.hilum.platform.access.Accounts.Account;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Begins a stay in a browser: whatever session it brought gets a new id. */
final class Stays {

  private static final String BEGAN = Stays.class.getName() + ".began";

  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();

  void begin(Account account, HttpServletRequest request, HttpServletResponse response) {
    request.getSession(true).setAttribute(BEGAN, Instant.now());
    request.changeSessionId();
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(SignedIn.as(account.person()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  /** Whether a stay began with the password, or the word of the sign-on, that counts now. */
  static boolean isGood(Account account, HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null
        && session.getAttribute(BEGAN) instanceof Instant began
        && !began.isBefore(account.passwordAt());
  }
}
