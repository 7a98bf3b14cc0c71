package org.hilum.imaging.evaluation.reference;

/** What a reference mask outlines. */
public enum MaskKind {
  LUNGS("lungs"),
  OPACITY("opacity"),
  /** Places whose opacity counts for nothing: a tumour, a drain, a scar. */
  SET_ASIDE("setAside");

  private final String column;

  MaskKind(String column) {
    this.column = column;
  }

  /** Column of the manifest that names such a mask. */
  public String column() {
    return column;
  }
}
