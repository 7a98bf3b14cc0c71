package org.hilum.platform.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers what nobody expected with a problem that tells nothing but a number. */
final class IncidentFilter extends OncePerRequestFilter {

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  /** An answer that has begun can only be broken off, so that nobody takes it for whole. */
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | IOException | RuntimeException thrown) {
      if (DisconnectedClientHelper.isClientDisconnectedException(thrown)
          || response.isCommitted()) {
        throw thrown;
      }
      response.resetBuffer();
      if (SizeFilter.isCause(thrown)) {
        Problems.write(response, HttpStatus.CONTENT_TOO_LARGE, "The body is too long.");
        return;
      }
      Problems.incident(response, Incidents.note(request, thrown));
    }
  }
}
