package org.hilum.imaging.reporting.overlay;

/** The part of a volume in canonical order that pictures show; both ends are inside. */
public record Box(int firstI, int lastI, int firstJ, int lastJ, int firstK, int lastK) {

  int columns() {
    return lastI - firstI + 1;
  }

  int rows() {
    return lastJ - firstJ + 1;
  }

  int slices() {
    return lastK - firstK + 1;
  }
}
