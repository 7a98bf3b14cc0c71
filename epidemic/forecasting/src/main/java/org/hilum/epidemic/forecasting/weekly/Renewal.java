package org.hilum.epidemic.forecasting.weekly;

/**
 * Each infection makes R new ones; R returns to 1.
 *
 * <p>Formula: R = S_t / sum_s w_s S_(t-s) with weekly sums S and a gamma generation time of mean 5
 * days and standard deviation 2.5; ahead, log R is damped by {@value #DAMPING} a week. Source:
 * Fraser 2007; Cori 2013, with time-varying R carried forward.
 */
final class Renewal implements PointFamily {

  static final double DAMPING = 0.6;
  private static final double SHAPE = 4;
  private static final double SCALE_DAYS = 1.25;
  private static final int LONGEST_DAYS = 21;

  /** Weights of the steps before, in days and in weeks. */
  private static final double[] BY_DAY = generation(1);

  private static final double[] BY_WEEK = generation(7);

  @Override
  public String name() {
    return "renewal";
  }

  @Override
  public double growth(Panel panel, int place, int step, int lead) {
    int week = panel.week;
    double[] generation = week == 1 ? BY_WEEK : BY_DAY;
    int reach = generation.length;
    double[] course = new double[reach + lead];
    for (int i = 0; i < reach; i++) {
      course[i] = panel.sum(place, Math.max(panel.first[place], step - reach + 1 + i)) + 1;
    }
    double excess = panel.week == 1 ? 0 : excess(course, generation, reach - 1);
    excess = Math.clamp(excess, -1, 1);
    if (week == 1) {
      excess = RecentGrowth.of(panel, place, step) * SHAPE * SCALE_DAYS / 7;
    }
    double damping = Math.pow(DAMPING, 1.0 / week);
    for (int ahead = reach; ahead < course.length; ahead++) {
      excess *= damping;
      course[ahead] = Math.exp(excess) * pressure(course, generation, ahead);
    }
    return Math.log(course[course.length - 1] / course[reach - 1]);
  }

  private static double excess(double[] course, double[] generation, int at) {
    return Math.log(course[at] / pressure(course, generation, at));
  }

  private static double pressure(double[] course, double[] generation, int at) {
    double sum = 0;
    double weights = 0;
    for (int back = 1; back <= generation.length && at - back >= 0; back++) {
      sum += generation[back - 1] * course[at - back];
      weights += generation[back - 1];
    }
    return sum / weights;
  }

  /** Weights of the steps before, adding up to 1. */
  private static double[] generation(int daysPerStep) {
    double[] weights = new double[LONGEST_DAYS / daysPerStep];
    double total = 0;
    for (int day = 1; day <= LONGEST_DAYS; day++) {
      double density = Math.pow(day, SHAPE - 1) * Math.exp(-day / SCALE_DAYS);
      weights[(day - 1) / daysPerStep] += density;
      total += density;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= total;
    }
    return weights;
  }
}
