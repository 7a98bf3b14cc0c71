package org.hilum.platform.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away who asks too often: a bucket of tries an address, and a smaller one for sign-ins. */
final class RateFilter extends OncePerRequestFilter {

  private static final int ADDRESSES = 10_000;
  private static final String SIGN_IN = "/api/session";

  private final InstantSource clock;
  private final RateLimits limits;
  private final Map<String, Bucket> buckets = Collections.synchronizedMap(new Remembered());

  RateFilter(InstantSource clock, RateLimits limits) {
    this.clock = clock;
    this.limits = limits;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean isSignIn = isSignIn(request);
    double aSecond = isSignIn ? limits.signInsASecond() : limits.requestsASecond();
    int most = isSignIn ? limits.mostSignIns() : limits.mostRequests();
    var bucket =
        buckets.computeIfAbsent(
            (isSignIn ? "in " : "") + request.getRemoteAddr(),
            key -> new Bucket(most, clock.millis()));
    if (bucket.take(aSecond, most, clock.millis())) {
      chain.doFilter(request, response);
    } else {
      response.setHeader("Retry-After", "5");
      Problems.write(
          response, HttpStatus.TOO_MANY_REQUESTS, "Too many requests: wait a few seconds.");
    }
  }

  private static boolean isSignIn(HttpServletRequest request) {
    var path = request.getRequestURI();
    return (request.getMethod().equals("POST") && path.startsWith(SIGN_IN))
        || path.startsWith(HouseSignOn.BEGINNING)
        || path.startsWith(HouseSignOn.RETURN);
  }

  /** Tries that are left; grows with time. */
  private static final class Bucket {

    private double left;
    private long at;

    Bucket(int most, long at) {
      this.left = most;
      this.at = at;
    }

    synchronized boolean take(double aSecond, int most, long now) {
      left = Math.min(most, left + (now - at) / 1000.0 * aSecond);
      at = now;
      if (left < 1) {
        return false;
      }
      left--;
      return true;
    }
  }

  private static final class Remembered extends LinkedHashMap<String, Bucket> {
    private static final long serialVersionUID = 1L;

    Remembered() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
      return size() > ADDRESSES;
    }
  }
}
