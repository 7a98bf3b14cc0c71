package org.hilum.platform.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hilum.platform.access.Accounts;
import org.hilum.platform.access.Accounts.Account;
import org.hilum.platform.access.Person;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at the account behind a session with each request: what an administrator changes holds at
 * once, who was put out is out, and so is who came in by a password that is no more.
 */
final class AccountFilter extends OncePerRequestFilter {

  private final Accounts accounts;

  AccountFilter(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var signedIn = SecurityContextHolder.getContext().getAuthentication();
    if (BearerFilter.secret(request).isEmpty()
        && signedIn != null
        && signedIn.getPrincipal() instanceof Person person) {
      accounts
          .account(person.account())
          .filter(account -> account.isActive() && Stays.isGood(account, request))
          .map(Account::person)
          .ifPresentOrElse(now -> carryOn(person, now), () -> putOut(request));
    }
    chain.doFilter(request, response);
  }

  private static void carryOn(Person then, Person now) {
    if (!then.equals(now)) {
      var context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(SignedIn.as(now));
      SecurityContextHolder.setContext(context);
    }
  }

  private static void putOut(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }
}
