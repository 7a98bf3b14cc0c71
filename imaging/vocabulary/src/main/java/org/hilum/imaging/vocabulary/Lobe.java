package org.hilum.imaging.vocabulary;

/** The five lobes of the lungs, by the abbreviations radiologists write. */
public enum Lobe {
  LUL(Side.LEFT),
  LLL(Side.LEFT),
  RUL(Side.RIGHT),
  RML(Side.RIGHT),
  RLL(Side.RIGHT);

  private final Side side;

  Lobe(Side side) {
    this.side = side;
  }

  /** The lung the lobe belongs to. */
  public Side side() {
    return side;
  }
}
