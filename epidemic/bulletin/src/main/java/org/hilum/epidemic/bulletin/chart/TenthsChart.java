package org.hilum.epidemic.bulletin.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Ten bars: how often what came fell into each tenth of its forecast; a line where all are even.
 */
public final class TenthsChart {

  private static final double WIDTH = 200;
  private static final double HEIGHT = 90;
  private static final double EDGE = 4;
  private static final double BOTTOM = 16;
  private static final double EVEN = 0.1;
  private static final double LEAST_TOP = 0.3;

  private TenthsChart() {}

  /** The chart of ten fractions of 1. */
  public static Picture of(List<Double> tenths, String words) {
    double top =
        Math.max(LEAST_TOP, tenths.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    double tall = HEIGHT - BOTTOM - EDGE;
    double width = (WIDTH - 2 * EDGE) / tenths.size();
    var marks = new ArrayList<Mark>();
    for (int n = 0; n < tenths.size(); n++) {
      double high = tenths.get(n) / top * tall;
      var title = Math.round(tenths.get(n) * 100) + "\u00a0%";
      marks.add(
          new Mark.Box(
              Style.COUNTED, EDGE + n * width + 1, HEIGHT - BOTTOM - high, width - 2, high, title));
    }
    double y = HEIGHT - BOTTOM - EVEN / top * tall;
    marks.add(
        new Mark.Line(
            Style.TARGET, List.of(new Mark.Point(EDGE, y), new Mark.Point(WIDTH - EDGE, y))));
    marks.add(new Mark.Text(Style.LABEL, Mark.Anchor.START, EDGE, HEIGHT - 3, "0\u00a0%"));
    marks.add(new Mark.Text(Style.LABEL, Mark.Anchor.END, WIDTH - EDGE, HEIGHT - 3, "100\u00a0%"));
    return new Picture(WIDTH, HEIGHT, words, marks);
  }
}
