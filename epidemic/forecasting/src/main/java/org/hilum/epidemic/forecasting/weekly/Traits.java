package org.hilum.epidemic.forecasting.weekly;

/** What of a place's recent course the pooled families look at, as plain numbers. */
final class Traits {

  /** Growth of a week beyond the factor e says nothing more. */
  private static final double LARGEST_GROWTH = 1;

  /** A growth between counts of this size is believed by half. */
  private static final double HALF_BELIEVED = 20;

  private static final int PEAK_WEEKS = 26;
  private static final int DELAY_WEEKS = 2;
  private static final int RATIO_WEEKS = 10;
  private static final double RATIO_MEMORY_WEEKS = 4;

  /** Traits of the measure itself. */
  static final int OWN = 8;

  /** With those of the measure that runs ahead. */
  static final int WITH_LEADER = 13;

  private static final int CONSTANT = 0;
  private static final int BELOW_PEAK = 7;

  private Traits() {}

  static int count(View view) {
    return view.leader() == null ? OWN : WITH_LEADER;
  }

  static double[] of(View view, int place, int step) {
    Panel panel = view.panel();
    int week = panel.week;
    double[] traits = new double[count(view)];
    double sum = panel.sum(place, step);
    double belief = sum / (sum + HALF_BELIEVED);
    double now = panel.log(place, step);
    traits[CONSTANT] = 1;
    for (int back = 0; back < 3; back++) {
      traits[1 + back] = belief * growth(panel, place, step - back * week, week);
    }
    traits[4] = week == 1 ? 0 : belief * growth(panel, place, step, 3);
    traits[5] = week == 1 ? 0 : belief * growth(panel, place, step, 1);
    traits[6] = view.commonGrowth()[step];
    double peak = now;
    for (int back = 0; back <= PEAK_WEEKS && step - back * week >= 0; back++) {
      peak = Math.max(peak, panel.log(place, step - back * week));
    }
    traits[BELOW_PEAK] = now - peak;
    if (view.leader() != null) {
      addLeader(traits, view, view.leader(), place, step, belief);
    }
    return traits;
  }

  private static void addLeader(
      double[] traits, View view, Panel leader, int place, int step, double belief) {
    int week = leader.week;
    int at = Math.min(step, leader.last[place]);
    if (at < leader.first[place]) {
      return;
    }
    for (int back = 0; back < 3; back++) {
      traits[8 + back] = growth(leader, place, at - back * week, week);
    }
    traits[11] = growth(leader, place, at - 3 * week, week);
    traits[12] = belief * bounded(ratioChange(view.panel(), leader, place, step));
  }

  /** Log ratio to the leader two weeks before, against its own mean of the last ten weeks. */
  private static double ratioChange(Panel panel, Panel leader, int place, int step) {
    int week = panel.week;
    double mean = 0;
    double weights = 0;
    for (int back = 0; back <= RATIO_WEEKS; back++) {
      int at = step - back * week;
      if (at - (DELAY_WEEKS + 1) * week < leader.first[place]) {
        break;
      }
      double weight = Math.exp(-back / RATIO_MEMORY_WEEKS) * panel.sum(place, at);
      mean += weight * (panel.log(place, at) - leader.log(place, at - DELAY_WEEKS * week));
      weights += weight;
    }
    return weights <= 0
        ? 0
        : panel.log(place, step) - leader.log(place, step - DELAY_WEEKS * week) - mean / weights;
  }

  /** The traits of the opposite course: what grew, shrank; as far from the peak as before. */
  static double[] upsideDown(double[] traits) {
    double[] opposite = new double[traits.length];
    for (int i = 0; i < traits.length; i++) {
      opposite[i] = i == CONSTANT || i == BELOW_PEAK ? traits[i] : -traits[i];
    }
    return opposite;
  }

  static double growth(Panel panel, int place, int step, int lag) {
    return bounded(panel.log(place, step) - panel.log(place, step - lag));
  }

  static double bounded(double growth) {
    return Math.clamp(growth, -LARGEST_GROWTH, LARGEST_GROWTH);
  }
}
