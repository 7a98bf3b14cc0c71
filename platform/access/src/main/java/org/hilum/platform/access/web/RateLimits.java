package org.hilum.platform.access.web;

/**
 * How often one address may ask.
 *
 * @param mostRequests in one burst
 * @param mostSignIns in one burst
 */
public record RateLimits(
    double requestsASecond, int mostRequests, double signInsASecond, int mostSignIns) {

  /** Enough for a viewer that fetches frames one by one. */
  public static final RateLimits USUAL = new RateLimits(1000, 5000, 1, 20);
}
