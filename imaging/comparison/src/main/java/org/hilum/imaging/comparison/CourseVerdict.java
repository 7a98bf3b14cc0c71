package org.hilum.imaging.comparison;

/** Which way the disease on CT goes. */
public enum CourseVerdict {
  /** More opacity, beyond measurement error. */
  WORSE,
  /** No change beyond measurement error. */
  STABLE,
  /** Less opacity, beyond measurement error. */
  BETTER,
  /** Some of it more and some less, beyond measurement error. */
  MIXED,
  /** It cannot be said. */
  NOT_ESTIMATED
}
