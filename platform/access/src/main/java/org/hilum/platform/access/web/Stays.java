package org.hilum.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.hilum.platform.access.Accounts.Account;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Begins a stay in a browser: whatever session it brought gets a new id. */
final class Stays {

  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();

  void begin(Account account, HttpServletRequest request, HttpServletResponse response) {
    request.getSession(true);
    request.changeSessionId();
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(SignedIn.as(account.person()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }
}
