package org.hilum.epidemic.forecasting.weekly;

/** A way to see the coming weeks that gives one number; its spread is that of its past errors. */
interface PointFamily {

  /** Its name in explanations. */
  String name();

  /**
   * The log of the forecast part of the target week over {@link Panel#before}.
   *
   * @param step the last step that may be looked at
   */
  double growth(Panel panel, int place, int step, int lead);
}
