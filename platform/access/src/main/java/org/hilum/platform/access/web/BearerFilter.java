package org.hilum.platform.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.hilum.platform.access.Tokens;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a program in by its token: {@code Authorization: Bearer hilum_…}. */
final class BearerFilter extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final Tokens tokens;

  BearerFilter(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Whether a request comes with a token; such a request has no cookie that others could use. */
  static Optional<String> secret(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var secret = secret(request);
    if (secret.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    var person = tokens.person(secret.get());
    if (person.isEmpty()) {
      response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
      Problems.write(
          response, HttpStatus.UNAUTHORIZED, "The token is unknown, expired or revoked.");
      return;
    }
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(SignedIn.as(person.get()));
    SecurityContextHolder.setContext(context);
    try {
      chain.doFilter(request, response);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }
}
