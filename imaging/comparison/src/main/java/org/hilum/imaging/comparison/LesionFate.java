package org.hilum.imaging.comparison;

/** What became of a lesion between two dates. */
public enum LesionFate {
  /** There at both dates, no change of volume beyond measurement error. */
  PERSISTED,
  /** There at both dates, larger by more than the limit. */
  GROWN,
  /** There at both dates, smaller by more than the limit. */
  SHRUNK,
  /** Only at the later date. */
  NEW,
  /** Only at the earlier date. */
  RESOLVED,
  /** Several at the earlier date are one at the later. */
  MERGED,
  /** One at the earlier date is several at the later. */
  SPLIT
}
