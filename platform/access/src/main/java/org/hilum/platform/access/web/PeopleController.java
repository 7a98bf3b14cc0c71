package org.hilum.platform.access.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hilum.platform.access.AccessRefusal;
import org.hilum.platform.access.Accounts;
import org.hilum.platform.access.Accounts.Account;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.Permission;
import org.hilum.platform.access.Person;
import org.hilum.platform.access.Role;
import org.hilum.platform.access.Tokens;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Accounts and tokens: an administrator's own institution; those of the house look after all
 * accounts.
 */
@RestController
@RequestMapping("/api")
public class PeopleController {

  private static final String MANAGE = "hasAuthority('MANAGE_PEOPLE')";

  private final Accounts accounts;
  private final Tokens tokens;
  private final AuditTrail trail;

  public PeopleController(Accounts accounts, Tokens tokens, AuditTrail trail) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.trail = trail;
  }

  /** A new account. */
  public record NewAccount(String institution, String login, String displayName, Set<Role> roles) {
    public NewAccount {
      requireNonNull(institution, "institution");
      requireNonNull(login, "login");
      requireNonNull(displayName, "displayName");
      requireNonNull(roles, "roles");
    }
  }

  /** What can be changed of an account. */
  public record AccountChange(String displayName, Set<Role> roles, boolean isActive) {
    public AccountChange {
      requireNonNull(displayName, "displayName");
      requireNonNull(roles, "roles");
    }
  }

  /** An account with the password that opens it once. */
  public record OneTimeAnswer(Account account, String oneTimePassword) {}

  /** A new token. */
  public record NewToken(String name, Set<Permission> permissions, int days) {
    public NewToken {
      requireNonNull(name, "name");
      requireNonNull(permissions, "permissions");
    }
  }

  /** A token with its secret, told this once. */
  public record TokenAnswer(Tokens.Token token, String secret) {}

  private static boolean isHouse(Person person) {
    return person.institution().equals(Institutions.HOUSE);
  }

  private Account within(Person person, long id) throws AccessRefusal {
    return accounts
        .account(id)
        .filter(account -> isHouse(person) || account.institution().equals(person.institution()))
        .orElseThrow(() -> new AccessRefusal("There is no account " + id + "."));
  }

  private void record(Person person, HttpServletRequest request, String object, String words) {
    trail.record(
        new AuditEntry(
            Action.ADMINISTER,
            person.account(),
            person.institution(),
            request.getRemoteAddr(),
            "",
            List.of(object),
            true,
            words));
  }

  /** Accounts that this administrator looks after. */
  @GetMapping("/accounts")
  @PreAuthorize(MANAGE)
  public List<Account> accounts(@AuthenticationPrincipal Person person) {
    return accounts.accounts(
        isHouse(person) ? Optional.empty() : Optional.of(person.institution()));
  }

  /** Makes an account. */
  @PostMapping("/accounts")
  @PreAuthorize(MANAGE)
  public ResponseEntity<OneTimeAnswer> make(
      @AuthenticationPrincipal Person person,
      @RequestBody NewAccount wanted,
      HttpServletRequest request)
      throws AccessRefusal {
    if (!isHouse(person) && !wanted.institution().equals(person.institution())) {
      throw new AccessRefusal("Accounts can be made for your own institution only.");
    }
    var made =
        accounts.make(wanted.institution(), wanted.login(), wanted.displayName(), wanted.roles());
    record(person, request, "account:" + made.account().id(), "made, roles " + wanted.roles());
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new OneTimeAnswer(made.account(), made.password()));
  }

  /** Changes an account. */
  @PutMapping("/accounts/{id}")
  @PreAuthorize(MANAGE)
  public Account change(
      @AuthenticationPrincipal Person person,
      @PathVariable("id") long id,
      @RequestBody AccountChange change,
      HttpServletRequest request)
      throws AccessRefusal {
    within(person, id);
    var changed = accounts.change(id, change.displayName(), change.roles(), change.isActive());
    record(
        person,
        request,
        "account:" + id,
        "changed, roles " + change.roles() + (change.isActive() ? "" : ", deactivated"));
    return changed;
  }

  /** Gives a new one-time password. */
  @PostMapping("/accounts/{id}/reset")
  @PreAuthorize(MANAGE)
  public OneTimeAnswer reset(
      @AuthenticationPrincipal Person person,
      @PathVariable("id") long id,
      HttpServletRequest request)
      throws AccessRefusal {
    within(person, id);
    var fresh = accounts.reset(id);
    record(person, request, "account:" + id, "one-time password given");
    return new OneTimeAnswer(fresh.account(), fresh.password());
  }

  /** Tokens of the institution. */
  @GetMapping("/tokens")
  @PreAuthorize("isAuthenticated()")
  public List<Tokens.Token> tokens(@AuthenticationPrincipal Person person) {
    var all = tokens.tokens(person.institution());
    return person.may(Permission.MANAGE_PEOPLE)
        ? all
        : all.stream().filter(token -> token.madeBy().equals(person.account())).toList();
  }

  /** Makes a token that may no more than its maker. */
  @PostMapping("/tokens")
  @PreAuthorize("isAuthenticated()")
  public ResponseEntity<TokenAnswer> make(
      @AuthenticationPrincipal Person person,
      @RequestBody NewToken wanted,
      HttpServletRequest request)
      throws AccessRefusal {
    var fresh =
        tokens.make(person, wanted.name(), wanted.permissions(), Duration.ofDays(wanted.days()));
    record(person, request, "token:" + fresh.token().id(), "made, may " + wanted.permissions());
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new TokenAnswer(fresh.token(), fresh.secret()));
  }

  /** Makes a token useless. */
  @DeleteMapping("/tokens/{id}")
  @PreAuthorize("isAuthenticated()")
  public ResponseEntity<Void> revoke(
      @AuthenticationPrincipal Person person,
      @PathVariable("id") long id,
      HttpServletRequest request) {
    boolean isTheirs = tokens(person).stream().anyMatch(token -> token.id() == id);
    if (!isTheirs || !tokens.revoke(person.institution(), id)) {
      return ResponseEntity.notFound().build();
    }
    record(person, request, "token:" + id, "revoked");
    return ResponseEntity.noContent().build();
  }

  /** What cannot be done, in words. */
  @ExceptionHandler(AccessRefusal.class)
  public ProblemDetail refused(AccessRefusal refusal) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, refusal.words());
  }
}
