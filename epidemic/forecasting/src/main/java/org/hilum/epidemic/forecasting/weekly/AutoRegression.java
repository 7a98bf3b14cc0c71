package org.hilum.epidemic.forecasting.weekly;

/**
 * Next week's log growth is a share of this week's, the share learnt from the place's own past.
 *
 * <p>Formula: ARIMA(1,1,0) without drift on log weekly sums; phi = (sum g_t g_(t-1) + k phi0) /
 * (sum g_(t-1)^2 + k), k = {@value #USUAL_WEIGHT}, phi0 = {@value #USUAL}. Source: Box and Jenkins
 * 1970.
 */
final class AutoRegression implements PointFamily {

  static final double USUAL = 0.5;
  static final double USUAL_WEIGHT = 0.5;
  private static final int WEEKS = 52;

  @Override
  public String name() {
    return "autoregression";
  }

  @Override
  public double growth(Panel panel, int place, int step, int lead) {
    double products = USUAL * USUAL_WEIGHT;
    double squares = USUAL_WEIGHT;
    int week = panel.week;
    for (int back = 0; back < WEEKS && step - (back + 2) * week >= panel.first[place]; back++) {
      double now = Traits.growth(panel, place, step - back * week, week);
      double before = Traits.growth(panel, place, step - (back + 1) * week, week);
      products += now * before;
      squares += before * before;
    }
    double phi = Math.clamp(products / squares, 0, 0.9);
    return Traits.growth(panel, place, step, week) * RecentGrowth.ahead(phi, (double) lead / week);
  }
}
