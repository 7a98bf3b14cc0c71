package org.hilum.epidemic.bulletin.chart;

import java.util.Locale;

/** What a shape is; the page's style sheet and the PDF say how it looks. */
public enum Style {
  GRID,
  AXIS,
  LABEL,
  STRONG_LABEL,
  COUNTED,
  TAKEN_BACK,
  PARTLY_COUNTED,
  MEAN,
  BAND_95,
  BAND_50,
  MEDIAN,
  NOW,
  TREND,
  HEAT_0,
  HEAT_1,
  HEAT_2,
  HEAT_3,
  HEAT_4,
  FALL_2,
  FALL_1,
  LEVEL,
  RISE_1,
  RISE_2,
  NO_VALUE,
  TARGET,
  DARK_TILE_LABEL,
  LIGHT_TILE_LABEL;

  /** Class of the shape in a page. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
