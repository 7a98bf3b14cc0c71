package org.hilum.platform.access.web;

import java.net.URI;

/**
 * By whom people may sign on, besides name and password: a provider of OpenID Connect.
 *
 * @param issuer its address; empty for none
 * @param clientId what it knows us as
 * @param clientSecret empty where it trusts us by PKCE alone
 * @param claim what of its word is the login name here
 * @param address address under which browsers reach us; empty for the one they asked
 */
public record SignOnSettings(
    String issuer, String clientId, String clientSecret, String claim, String address) {

  public static final SignOnSettings NONE =
      new SignOnSettings("", "", "", "preferred_username", "");

  public SignOnSettings {
    if (!issuer.isEmpty()) {
      requireSafe("issuer", issuer);
      if (clientId.isBlank() || claim.isBlank()) {
        throw new IllegalArgumentException(
            "hilum.sign-on needs a client-id and a claim where it has an issuer");
      }
      if (!address.isEmpty()) {
        requireSafe("address", address);
      }
    }
  }

  /** In clear only to this machine, as in tests. */
  private static void requireSafe(String what, String address) {
    var uri = URI.create(address);
    boolean isHere = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
    if (!"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && isHere)) {
      throw new IllegalArgumentException("hilum.sign-on." + what + " must begin with https://");
    }
  }

  /** Whether there is one. */
  boolean isOn() {
    return !issuer.isEmpty();
  }

  @Override
  public String toString() {
    return "SignOnSettings[issuer=" + issuer + ", clientId=" + clientId + ", claim=" + claim + "]";
  }
}
