package org.hilum.imaging.signing;

/** The part of a report a sentence stands in. */
public enum ReportSection {
  FINDINGS,
  IMPRESSION
}
