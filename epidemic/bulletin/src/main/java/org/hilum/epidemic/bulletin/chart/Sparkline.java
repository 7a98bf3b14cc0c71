package org.hilum.epidemic.bulletin.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hilum.epidemic.bulletin.SeriesReport;

/** The last twelve weeks as a line without axes, for a row of a table. */
public final class Sparkline {

  private static final int WEEKS = 12;
  private static final int WEEK = 7;
  private static final double WIDTH = 84;
  private static final double HEIGHT = 20;
  private static final double EDGE = 3;

  private Sparkline() {}

  /** The line to the last day counted; its end is a dot. */
  public static Picture of(SeriesReport series) {
    var last = series.lastCounted();
    var marks = new ArrayList<Mark>();
    last.ifPresent(day -> draw(series, day, marks));
    return new Picture(WIDTH, HEIGHT, "", marks);
  }

  private static void draw(SeriesReport series, LocalDate last, List<Mark> marks) {
    var values = new double[WEEKS];
    double largest = 1;
    for (int n = 0; n < WEEKS; n++) {
      values[n] = series.sevenDaysTo(last.minusDays((long) WEEK * (WEEKS - 1 - n)));
      largest = values[n] > largest ? values[n] : largest;
    }
    var points = new ArrayList<Mark.Point>();
    for (int n = 0; n < WEEKS; n++) {
      if (Double.isFinite(values[n])) {
        points.add(
            new Mark.Point(
                EDGE + n * (WIDTH - 2 * EDGE) / (WEEKS - 1),
                HEIGHT - EDGE - Math.max(0, values[n]) / largest * (HEIGHT - 2 * EDGE)));
      }
    }
    if (!points.isEmpty()) {
      marks.add(new Mark.Line(Style.TREND, points));
      marks.add(new Mark.Dot(Style.TREND, points.getLast().x(), points.getLast().y(), 2, ""));
    }
  }
}
