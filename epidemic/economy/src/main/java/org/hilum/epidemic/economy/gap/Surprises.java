package org.hilum.epidemic.economy.gap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How far countries fell from what was expected of them, in standard deviations, and so how wide
 * intervals must be.
 *
 * <p>Source: split conformal prediction, vovk2005: of n scores the {@code ceil((n + 1) level)}-th
 * smallest. Limits: countries of one quarter share its surprises, so this covers what differs
 * between countries; what all share must be in the standard deviation already.
 */
public final class Surprises {

  /** Fewer scores say nothing of the tail; the normal distribution stands in. */
  private static final int FEWEST = 20;

  private static final double NORMAL_50 = 0.6745;
  private static final double NORMAL_95 = 1.96;

  private final List<Double> sizes = new ArrayList<>();

  void add(double size) {
    sizes.add(size);
  }

  /** Standard deviations to each side that hold half. */
  public double half() {
    return quantile(0.5, NORMAL_50);
  }

  /** Standard deviations to each side that hold 95 of 100. */
  public double most() {
    return quantile(0.95, NORMAL_95);
  }

  private double quantile(double level, double otherwise) {
    int rank = (int) Math.ceil((sizes.size() + 1) * level);
    if (sizes.size() < FEWEST || rank > sizes.size()) {
      return otherwise;
    }
    List<Double> sorted = new ArrayList<>(sizes);
    Collections.sort(sorted);
    return sorted.get(rank - 1);
  }
}
