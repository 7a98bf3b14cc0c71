package org.hilum.imaging.correction;

/** What a person can do to the outlines. */
public enum StepKind {
  /** Marked lung becomes opacity of a class. */
  PAINT,
  /** The same as a lesion of its own, also where it touches another. */
  ADD,
  /** Marked opacity is none. */
  ERASE,
  /** Holes of lesions, slice by slice, become opacity. */
  FILL,
  /** Lung like the marked lung, near it and hanging together with it, becomes opacity. */
  GROW,
  /** Lesions are none. */
  DELETE_LESION,
  /** Lesions, or marked opacity, are of another class. */
  CHANGE_CLASS,
  /** A lesion falls apart where a line is drawn across it. */
  SPLIT,
  /** Lesions of one lung are one lesion. */
  MERGE
}
