package org.hilum.imaging.vocabulary;

/** The fissures that part the lungs into lobes. The names are those of {@code reading.json}. */
public enum Fissure {
  LEFT_OBLIQUE(Side.LEFT),
  RIGHT_OBLIQUE(Side.RIGHT),
  RIGHT_HORIZONTAL(Side.RIGHT);

  private final Side side;

  Fissure(Side side) {
    this.side = side;
  }

  /** The lung it lies in. */
  public Side side() {
    return side;
  }

  /** The oblique fissure of a lung. */
  public static Fissure oblique(Side side) {
    return side == Side.LEFT ? LEFT_OBLIQUE : RIGHT_OBLIQUE;
  }
}
