package org.hilum.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.hilum.platform.access.Accounts;
import org.hilum.platform.access.Accounts.SignIn;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Takes in who comes back from the house's sign-on and has an account here; back to the page either
 * way. Institution and roles are those of the account, whatever the sign-on says of them.
 */
final class SignOnDoor implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

  private static final Logger LOG = LoggerFactory.getLogger(SignOnDoor.class);
  private static final String NO_ACCOUNT = "no-account";
  private static final String FAILED = "failed";

  private final Accounts accounts;
  private final AuditTrail trail;
  private final String claim;
  private final Stays stays = new Stays();

  SignOnDoor(Accounts accounts, AuditTrail trail, String claim) {
    this.accounts = accounts;
    this.trail = trail;
    this.claim = claim;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
    SecurityContextHolder.clearContext();
    var known =
        authentication.getPrincipal() instanceof OidcUser user
            ? enter(user)
            : Optional.<SignIn>empty();
    if (known.orElseGet(SignIn.Wrong::new) instanceof SignIn.Welcome(var account)) {
      record(account.login(), account.institution(), request, true, "sign-on");
      stays.begin(account, request, response);
      send(response, "/");
    } else {
      record("", "", request, false, "sign-on: " + NO_ACCOUNT);
      turnAway(response, NO_ACCOUNT);
    }
  }

  private Optional<SignIn> enter(OidcUser user) {
    return login(user)
        .map(login -> accounts.signOn(user.getIssuer() + " " + user.getSubject(), login));
  }

  /** An address that nobody has verified is no name: its owner could be anybody. */
  private Optional<String> login(OidcUser user) {
    boolean isVouchedFor =
        !claim.equals("email") || Boolean.TRUE.equals(user.getClaim("email_verified"));
    return user.getClaim(claim) instanceof String login && !login.isBlank() && isVouchedFor
        ? Optional.of(login)
        : Optional.empty();
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
    SecurityContextHolder.clearContext();
    var code =
        why instanceof OAuth2AuthenticationException refused
            ? refused.getError().getErrorCode()
            : "the provider cannot be asked";
    LOG.warn("the house's sign-on failed: {}", Logged.plain(code));
    record("", "", request, false, "sign-on: " + FAILED);
    turnAway(response, FAILED);
  }

  private void record(
      String actor, String institution, HttpServletRequest request, boolean ok, String words) {
    trail.record(
        new AuditEntry(
            AuditEntry.Action.SIGN_IN,
            actor,
            institution,
            request.getRemoteAddr(),
            "",
            List.of(),
            ok,
            words));
  }

  private static void turnAway(HttpServletResponse response, String why) {
    send(response, "/?signOn=" + why);
  }

  /** Relative, since a proxy in front may have another address and TLS. */
  private static void send(HttpServletResponse response, String where) {
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader("Location", where);
  }
}
