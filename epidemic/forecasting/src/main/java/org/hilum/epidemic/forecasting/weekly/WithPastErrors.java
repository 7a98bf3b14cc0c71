package org.hilum.epidemic.forecasting.weekly;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A point family with the quantiles of its own earlier errors in all places.
 *
 * <p>Every earlier week is an origin; the family sees nothing later than it.
 */
final class WithPastErrors implements Family {

  /** Alone they score worse than the learnt families, and add little to them. */
  private static final double SHARE = 0.05;

  private final PointFamily points;
  private final Examples.Memory memory;

  WithPastErrors(PointFamily points, Examples.Memory memory) {
    this.points = points;
    this.memory = memory;
  }

  @Override
  public String name() {
    return points.name();
  }

  @Override
  public double share() {
    return SHARE;
  }

  @Override
  public double[] @Nullable [] growths(View view, int lead, boolean[] wanted) {
    Panel panel = view.panel();
    double weeks = (double) lead / panel.week;
    ScaledErrors errors = errors(view, lead);
    double[][] growths = new double[panel.size()][];
    for (int place = 0; place < growths.length; place++) {
      if (wanted[place]) {
        int step = view.last()[place];
        double noise = Examples.noise(panel.before(place, step, lead), weeks);
        growths[place] = errors.around(points.growth(panel, place, step, lead), noise, place);
      }
    }
    return growths;
  }

  private ScaledErrors errors(View view, int lead) {
    Panel panel = view.panel();
    double[] errors = new double[panel.size() * memory.weeks()];
    double[] weights = new double[errors.length];
    int[] places = new int[errors.length];
    int count = 0;
    for (int place = 0; place < panel.size(); place++) {
      int newest = view.last()[place] - lead;
      for (int age = 0; age < memory.weeks(); age++) {
        int step = newest - age * panel.week;
        if (step >= panel.first[place] && panel.sum(place, step) >= Examples.FEWEST) {
          errors[count] = error(panel, place, step, lead);
          weights[count] = Math.exp(-age / memory.fading());
          places[count++] = place;
        }
      }
    }
    return ScaledErrors.of(
        Arrays.copyOf(errors, count), Arrays.copyOf(weights, count), places, panel.size());
  }

  private double error(Panel panel, int place, int step, int lead) {
    double error =
        Examples.outcome(panel, place, step, lead) - points.growth(panel, place, step, lead);
    double before = panel.before(place, step, lead);
    return error / Examples.noise(before, (double) lead / panel.week);
  }
}
