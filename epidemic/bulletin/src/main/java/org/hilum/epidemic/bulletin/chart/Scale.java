package org.hilum.epidemic.bulletin.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value stands between the bottom and the top of a chart.
 *
 * <p>On the logarithmic scale the bottom is one person, or a tenth of the smallest where all are
 * rates below one; what is less stands at the bottom.
 */
public sealed interface Scale {

  /** Which of the two. */
  enum Kind {
    LINEAR,
    LOGARITHMIC;

    /** The scale from nothing, or from one, to a largest value. */
    public Scale to(double largest) {
      return this == LINEAR ? Linear.to(largest) : Logarithmic.to(largest);
    }
  }

  /** 0 at the bottom, 1 at the top. */
  double share(double value);

  /** Values that get a line and a label. */
  List<Double> ticks();

  /** Equal steps from zero. */
  record Linear(double top, double step) implements Scale {

    private static final int MOST_STEPS = 5;

    static Linear to(double largest) {
      double wanted = Math.max(largest, 1) / MOST_STEPS;
      double power = Math.pow(10, Math.floor(Math.log10(wanted)));
      double step = 10 * power;
      for (double factor : new double[] {1, 2, 5}) {
        if (factor * power >= wanted) {
          step = factor * power;
          break;
        }
      }
      step = Math.max(1, step);
      return new Linear(step * Math.ceil(Math.max(largest, 1) / step), step);
    }

    @Override
    public double share(double value) {
      return Math.clamp(value / top, 0, 1);
    }

    @Override
    public List<Double> ticks() {
      var ticks = new ArrayList<Double>();
      for (int n = 0; n * step <= top * (1 + 1e-9); n++) {
        ticks.add(n * step);
      }
      return ticks;
    }
  }

  /** Equal factors from one. */
  record Logarithmic(int decades) implements Scale {

    private static final int FEW = 2;

    static Logarithmic to(double largest) {
      return new Logarithmic((int) Math.max(1, Math.ceil(Math.log10(Math.max(largest, 1)))));
    }

    @Override
    public double share(double value) {
      return value <= 1 ? 0 : Math.min(1, Math.log10(value) / decades);
    }

    @Override
    public List<Double> ticks() {
      var ticks = new ArrayList<Double>();
      for (int n = 0; n <= decades; n++) {
        double power = Math.pow(10, n);
        ticks.add(power);
        if (decades <= FEW && n < decades) {
          ticks.add(2 * power);
          ticks.add(5 * power);
        }
      }
      ticks.sort(null);
      return ticks;
    }
  }
}
