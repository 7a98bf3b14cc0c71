package org.hilum.imaging.vocabulary;

import java.util.Optional;

/**
 * A part of the lungs that measurements are made of: both lungs, one lung, a lobe or a zone.
 *
 * <p>The names are the {@code region} values of {@code reading.json}. Zones cut each lung in thirds
 * of its height.
 */
public enum Region {
  LUNGS(Level.BOTH, null),
  LEFT_LUNG(Level.LUNG, Side.LEFT),
  RIGHT_LUNG(Level.LUNG, Side.RIGHT),
  LUL(Level.LOBE, Side.LEFT),
  LLL(Level.LOBE, Side.LEFT),
  RUL(Level.LOBE, Side.RIGHT),
  RML(Level.LOBE, Side.RIGHT),
  RLL(Level.LOBE, Side.RIGHT),
  LEFT_UPPER_ZONE(Level.ZONE, Side.LEFT),
  LEFT_MIDDLE_ZONE(Level.ZONE, Side.LEFT),
  LEFT_LOWER_ZONE(Level.ZONE, Side.LEFT),
  RIGHT_UPPER_ZONE(Level.ZONE, Side.RIGHT),
  RIGHT_MIDDLE_ZONE(Level.ZONE, Side.RIGHT),
  RIGHT_LOWER_ZONE(Level.ZONE, Side.RIGHT);

  /** How finely a region divides the lungs. */
  public enum Level {
    BOTH,
    LUNG,
    LOBE,
    ZONE
  }

  private final Level level;
  private final Optional<Side> side;

  Region(Level level, @org.jspecify.annotations.Nullable Side side) {
    this.level = level;
    this.side = Optional.ofNullable(side);
  }

  /** How finely this region divides the lungs. */
  public Level level() {
    return level;
  }

  /** The lung the region lies in; empty for both lungs together. */
  public Optional<Side> side() {
    return side;
  }

  /** The whole lung of a side. */
  public static Region lung(Side side) {
    return side == Side.LEFT ? LEFT_LUNG : RIGHT_LUNG;
  }

  /** The region of a lobe. */
  public static Region of(Lobe lobe) {
    return valueOf(lobe.name());
  }

  /** The region of one third of a lung's height. */
  public static Region zone(Side side, ZoneHeight height) {
    return valueOf(side.name() + "_" + height.name() + "_ZONE");
  }
}
