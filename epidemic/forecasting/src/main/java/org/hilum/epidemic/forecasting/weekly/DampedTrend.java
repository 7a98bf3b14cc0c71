package org.hilum.epidemic.forecasting.weekly;

/**
 * The growth of the last weeks goes on and dies away.
 *
 * <p>Formula: log ratio = g (d + d^2 + ...), g the {@link RecentGrowth}, d = {@value #DAMPING} a
 * week. Source: Gardner and McKenzie 1985 (damped trend), here on the log scale.
 */
final class DampedTrend implements PointFamily {

  static final double DAMPING = 0.7;

  @Override
  public String name() {
    return "damped trend";
  }

  @Override
  public double growth(Panel panel, int place, int step, int lead) {
    double weeks = (double) lead / panel.week;
    return RecentGrowth.of(panel, place, step) * RecentGrowth.ahead(DAMPING, weeks);
  }
}
