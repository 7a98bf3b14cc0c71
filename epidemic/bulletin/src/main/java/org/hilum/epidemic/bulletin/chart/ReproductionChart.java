package org.hilum.epidemic.bulletin.chart;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hilum.epidemic.bulletin.wording.Wording;
import org.hilum.epidemic.forecasting.ReproductionEstimate;

/** The reproduction number day by day with its 95 % interval, and the line at one. */
public final class ReproductionChart {

  private static final double HIGHEST = 6;
  private static final int DATE_EVERY = 14;

  private ReproductionChart() {}

  /** The chart; what lies above six leaves it. */
  public static Picture of(List<ReproductionEstimate> course, Wording wording, String words) {
    var first = course.getFirst().day();
    int slots = (int) ChronoUnit.DAYS.between(first, course.getLast().day()) + 1;
    double top = course.stream().mapToDouble(ReproductionEstimate::high).max().orElse(1);
    var plot = new Plot(slots, Scale.Kind.LINEAR.to(Math.min(HIGHEST, Math.max(2, top))));
    var upper = new ArrayList<Mark.Point>();
    var lower = new ArrayList<Mark.Point>();
    var median = new ArrayList<Mark.Point>();
    for (var one : course) {
      int slot = (int) ChronoUnit.DAYS.between(first, one.day());
      upper.add(plot.point(slot, one.high()));
      lower.add(plot.point(slot, one.low()));
      median.add(plot.point(slot, one.median()));
      if ((slots - 1 - slot) % DATE_EVERY == 0) {
        plot.date(slot, wording.shortDate(one.day()));
      }
    }
    Collections.reverse(lower);
    upper.addAll(lower);
    plot.add(new Mark.Area(Style.BAND_95, upper));
    plot.line(Style.TARGET, plot.point(-0.5, 1), plot.point(slots - 0.5, 1));
    plot.add(new Mark.Line(Style.MEDIAN, median));
    return plot.picture(words);
  }
}
