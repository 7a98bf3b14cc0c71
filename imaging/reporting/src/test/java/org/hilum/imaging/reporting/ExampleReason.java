package org.hilum.imaging.reporting;

import org.hilum.imaging.vocabulary.ReasonCode;

/** Reasons as other leaves give them. */
public enum ExampleReason implements ReasonCode {
  NO_LOBES("QUA-003", "The fissures were not found with confidence."),
  UNEVEN_SPACING("VOL-011", "Slices are unevenly spaced."),
  LOCALIZER("VOL-007", "A localizer lies among the slices."),
  OUTSIDE_RANGE("SEG-004", "The slices are thicker than the network was validated for."),
  CUT_OFF("VOL-002", "The chest is cut off.");

  private final String code;
  private final String meaning;

  ExampleReason(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  @Override
  public boolean limitsScope() {
    return this == OUTSIDE_RANGE || this == CUT_OFF;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
