package org.hilum.platform.access.web;

import java.util.List;

/**
 * How large the body of a request may be.
 *
 * @param usual bytes of a body, JSON as a rule
 * @param larger paths whose bodies may be larger
 */
public record RequestSizes(long usual, List<Larger> larger) {

  /** 1 MB, and nothing larger. */
  public static final RequestSizes USUAL = new RequestSizes(1_000_000, List.of());

  public RequestSizes {
    larger = List.copyOf(larger);
  }

  /**
   * A path whose bodies may be larger.
   *
   * @param path as {@code /api/uploads/*}
   * @param most bytes; {@code Long.MAX_VALUE} where the handler itself sees to it
   */
  public record Larger(String method, String path, long most) {}
}
