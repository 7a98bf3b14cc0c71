package org.hilum.benchmarks.epidemic;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hilum.epidemic.forecasting.Ratio;
import org.hilum.epidemic.forecasting.ScoreLine;

/** Prints a page of Markdown. */
final class Page {

  private final PrintStream out;

  Page(PrintStream out) {
    this.out = out;
  }

  void heading(String text) {
    out.println();
    out.println("## " + text);
    out.println();
  }

  void text(String text) {
    out.println(text);
  }

  void table(String... columns) {
    out.println();
    row((Object[]) columns);
    out.println("|" + "---|".repeat(columns.length));
  }

  void row(Object... cells) {
    out.println(
        Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |")));
    out.flush();
  }

  static String three(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "–";
  }

  static String percent(double fraction) {
    return Double.isFinite(fraction) ? String.format(Locale.ROOT, "%.0f %%", 100 * fraction) : "–";
  }

  static String ratio(Ratio ratio) {
    return "%s (%s–%s)".formatted(three(ratio.value()), three(ratio.low()), three(ratio.high()));
  }

  static String relative(ScoreLine line) {
    return line.relative().map(Page::ratio).orElse("–");
  }

  static String log(ScoreLine line) {
    return line.relativeLog().map(one -> three(one.value())).orElse("–");
  }

  static String coverage(ScoreLine line) {
    return percent(line.coverage().fifty()) + " / " + percent(line.coverage().ninetyFive());
  }

  /** Medians above ten times the last four weeks, and scores above five times the baseline's. */
  static String explosions(ScoreLine line) {
    return line.medianExplosions() + " + " + line.scoreExplosions();
  }

  static double pooled(List<ScoreLine> lines, boolean fifty) {
    double sum = 0;
    int count = 0;
    for (ScoreLine line : lines) {
      sum += line.scored() * (fifty ? line.coverage().fifty() : line.coverage().ninetyFive());
      count += line.scored();
    }
    return sum / count;
  }
}
