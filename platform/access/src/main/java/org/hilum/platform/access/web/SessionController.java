package org.hilum.platform.access.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.hilum.platform.access.AccessRefusal;
import org.hilum.platform.access.Accounts;
import org.hilum.platform.access.Accounts.Account;
import org.hilum.platform.access.Accounts.SignIn;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out of the pages. */
@RestController
@RequestMapping("/api/session")
public class SessionController {

  private final Accounts accounts;
  private final AuditTrail trail;
  private final Stays stays = new Stays();

  public SessionController(Accounts accounts, AuditTrail trail) {
    this.accounts = accounts;
    this.trail = trail;
  }

  /** What is needed to sign in. */
  public record Credentials(String login, String password) {
    public Credentials {
      requireNonNull(login, "login");
      requireNonNull(password, "password");
    }

    @Override
    public String toString() {
      return "Credentials[" + login + "]";
    }
  }

  /** A change of password. */
  public record PasswordChange(String present, String next) {
    public PasswordChange {
      requireNonNull(present, "present");
      requireNonNull(next, "next");
    }

    @Override
    public String toString() {
      return "PasswordChange[]";
    }
  }

  /** Who is in. */
  public record SessionAnswer(
      String login,
      String displayName,
      String institution,
      List<String> permissions,
      boolean mustChangePassword) {

    static SessionAnswer of(Account account) {
      return new SessionAnswer(
          account.login(),
          account.displayName(),
          account.institution(),
          account.person().permissions().stream().map(Enum::name).sorted().toList(),
          account.mustChange());
    }
  }

  /** Signs in; the session gets a new id. */
  @PostMapping
  @PreAuthorize("permitAll()")
  public ResponseEntity<?> signIn(
      @RequestBody Credentials credentials,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (accounts.signIn(credentials.login(), credentials.password())) {
      case SignIn.Welcome(var account) -> {
        record(account.login(), account.institution(), request, Action.SIGN_IN, true);
        stays.begin(account, request, response);
        yield ResponseEntity.ok(SessionAnswer.of(account));
      }
      case SignIn.Wrong() -> {
        record("", "", request, Action.SIGN_IN, false);
        yield problem(HttpStatus.UNAUTHORIZED, "The name or the password is wrong.");
      }
      case SignIn.Wait(var seconds) -> {
        record("", "", request, Action.SIGN_IN, false);
        yield ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
            .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
            .body(
                ProblemDetail.forStatusAndDetail(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Too many failures: try again in " + seconds + " seconds."));
      }
    };
  }

  private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String words) {
    return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, words));
  }

  private void record(
      String actor, String institution, HttpServletRequest request, Action action, boolean ok) {
    trail.record(
        new AuditEntry(action, actor, institution, request.getRemoteAddr(), "", List.of(), ok, ""));
  }

  /** Who is in; also makes sure that the page has what it needs to ask for changes. */
  @GetMapping
  @PreAuthorize("permitAll()")
  public ResponseEntity<SessionAnswer> session(
      @AuthenticationPrincipal @Nullable Person person, @Nullable CsrfToken token) {
    if (token != null) {
      token.getToken();
    }
    return person == null
        ? ResponseEntity.noContent().build()
        : ResponseEntity.of(accounts.account(person.account()).map(SessionAnswer::of));
  }

  /** Signs out. */
  @DeleteMapping
  @PreAuthorize("permitAll()")
  public ResponseEntity<Void> signOut(
      @AuthenticationPrincipal @Nullable Person person, HttpServletRequest request) {
    if (person != null) {
      record(person.account(), person.institution(), request, Action.SIGN_OUT, true);
    }
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
    return ResponseEntity.noContent().build();
  }

  /** Changes one's own password, which ends the need to. */
  @PostMapping("/password")
  @PreAuthorize("isAuthenticated()")
  public ResponseEntity<?> changePassword(
      @AuthenticationPrincipal Person person,
      @RequestBody PasswordChange change,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      accounts.changePassword(person.account(), change.present(), change.next());
    } catch (AccessRefusal refused) {
      record(person.account(), person.institution(), request, Action.CHANGE, false);
      return problem(HttpStatus.UNPROCESSABLE_CONTENT, refused.words());
    }
    record(person.account(), person.institution(), request, Action.CHANGE, true);
    var account = accounts.account(person.account()).orElseThrow();
    stays.begin(account, request, response);
    return ResponseEntity.ok(SessionAnswer.of(account));
  }
}
