package org.hilum.imaging.comparison;

/** Whether a difference is more than the measurement itself wobbles. */
public enum ChangeVerdict {
  /** Higher by more than the limit of detectable change. */
  INCREASED,
  /** Lower by more than the limit of detectable change. */
  DECREASED,
  /** No change beyond measurement error. */
  WITHIN_ERROR
}
