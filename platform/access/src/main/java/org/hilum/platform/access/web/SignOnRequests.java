package org.hilum.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.util.WebUtils;

/**
 * Who was sent to the house's sign-on and is expected back.
 *
 * <p>Coming back is a request from another site, to which the cookie of a stay is not sent; a
 * short-lived cookie of its own ties the answer to the browser that asked.
 */
final class SignOnRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  private static final String COOKIE = "hilum-sign-on";
  private static final String PATH = "/login/oauth2";
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int SECRET_BYTES = 32;
  private static final int MOST_EXPECTED = 2_000;

  private final boolean isSecure;
  private final InstantSource clock;
  private final SecureRandom chance = new SecureRandom();
  private final Map<String, Expected> expected =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Expected> eldest) {
          return size() > MOST_EXPECTED;
        }
      };

  /**
   * Those expected.
   *
   * @param isSecure whether browsers reach us by TLS even where we cannot see it
   */
  SignOnRequests(boolean isSecure, InstantSource clock) {
    this.isSecure = isSecure;
    this.clock = clock;
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    synchronized (expected) {
      return fitting(request, expected.get(state(request)));
    }
  }

  @Override
  public void saveAuthorizationRequest(
      OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
    var secret = draw();
    synchronized (expected) {
      expected.put(asked.getState(), new Expected(asked, secret, clock.instant().plus(LONGEST)));
    }
    write(request, response, secret, LONGEST);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    synchronized (expected) {
      var found = fitting(request, expected.get(state(request)));
      if (found != null) {
        expected.remove(state(request));
        write(request, response, "", Duration.ZERO);
      }
      return found;
    }
  }

  private @Nullable OAuth2AuthorizationRequest fitting(
      HttpServletRequest request, @Nullable Expected found) {
    var cookie = WebUtils.getCookie(request, COOKIE);
    return found != null
            && cookie != null
            && isSame(found.secret, cookie.getValue())
            && found.until.isAfter(clock.instant())
        ? found.asked
        : null;
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private String draw() {
    var bytes = new byte[SECRET_BYTES];
    chance.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String state(HttpServletRequest request) {
    var state = request.getParameter(OAuth2ParameterNames.STATE);
    return state == null ? "" : state;
  }

  private void write(
      HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
    var cookie =
        ResponseCookie.from(COOKIE, value)
            .httpOnly(true)
            .secure(isSecure || request.isSecure())
            .sameSite("Lax")
            .path(PATH)
            .maxAge(age)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private record Expected(OAuth2AuthorizationRequest asked, String secret, Instant until) {}
}
