package org.hilum.epidemic.forecasting.weekly;

import org.jspecify.annotations.Nullable;

/** One way to see the coming weeks. */
interface Family {

  /** Its name in explanations. */
  String name();

  /** Its share in the blend as long as all have been equally good. */
  double share();

  /**
   * What the log of the forecast part of the target week over {@link Panel#before} may be.
   *
   * @param lead steps from a place's last counted step to the end of the target week
   * @param wanted the places to forecast
   * @return per place 23 ascending log ratios; null where not wanted or not possible
   */
  double[] @Nullable [] growths(View view, int lead, boolean[] wanted);
}
