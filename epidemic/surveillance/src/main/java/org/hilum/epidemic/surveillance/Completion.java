package org.hilum.epidemic.surveillance;

/**
 * By how much a count of some age still grows.
 *
 * @param ratio settled count over the count as first known; 1 when nothing is known
 * @param logDeviation standard deviation of the natural logarithm of that ratio, about its estimate
 * @param seen from how many pairs of an earlier and a settled count it was learnt
 */
public record Completion(double ratio, double logDeviation, int seen) {

  /** Nothing is known: the count is taken as it is. */
  public static final Completion UNKNOWN = new Completion(1, 0, 0);
}
