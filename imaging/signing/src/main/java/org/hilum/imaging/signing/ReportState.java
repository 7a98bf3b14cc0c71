package org.hilum.imaging.signing;

/** How far the report of a case is. */
public enum ReportState {
  /** Nobody has begun. */
  NONE,
  /** Somebody writes it. */
  DRAFT,
  /** It is signed: its text changes no more. */
  SIGNED,
  /** It was signed and withdrawn; another may be begun. */
  WITHDRAWN
}
