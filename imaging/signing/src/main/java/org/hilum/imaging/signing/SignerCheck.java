package org.hilum.imaging.signing;

import java.util.function.UnaryOperator;
import org.hilum.platform.access.Accounts;
import org.hilum.platform.access.Accounts.Account;
import org.hilum.platform.access.Accounts.SignIn;
import org.hilum.platform.access.Role;

/** Makes sure who signs: a radiologist of that institution, by their own password, again. */
public final class SignerCheck {

  private final Accounts accounts;
  private final UnaryOperator<String> institutionNames;

  /**
   * A check.
   *
   * @param institutionNames what the institution of a code is called
   */
  public SignerCheck(Accounts accounts, UnaryOperator<String> institutionNames) {
    this.accounts = accounts;
    this.institutionNames = institutionNames;
  }

  /** Whoever it is; tries are counted and slowed as they are at signing in. */
  public Signer check(String login, String institution, String password) throws SigningRefusal {
    boolean isRadiologist =
        accounts
            .account(login)
            .filter(account -> account.institution().equals(institution))
            .filter(account -> account.roles().contains(Role.RADIOLOGIST))
            .isPresent();
    if (!isRadiologist) {
      throw new SigningRefusal(
          SigningReason.NO_RADIOLOGIST, "only a radiologist's own account signs");
    }
    return switch (accounts.signIn(login, password)) {
      case SignIn.Welcome(Account account) ->
          new Signer(
              account.login(),
              account.displayName(),
              institutionNames.apply(account.institution()));
      case SignIn.Wait(long seconds) -> throw SigningRefusal.waiting(seconds);
      case SignIn.Wrong() -> throw wrong(login);
    };
  }

  private SigningRefusal wrong(String login) {
    return accounts.signsOnByHouse(login)
        ? new SigningRefusal(
            SigningReason.SIGNS_ON_ELSEWHERE,
            "the account comes in by the house's sign-on, and this is not its password here")
        : new SigningRefusal(SigningReason.WRONG_PASSWORD, "the password is wrong");
  }
}
