package org.hilum.benchmarks.epidemic;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hilum.epidemic.forecasting.ForecastScores;
import org.hilum.epidemic.forecasting.ForecastTarget;
import org.hilum.epidemic.forecasting.Ratio;
import org.hilum.epidemic.forecasting.ScoreLine;

/** Prints a page of Markdown. */
final class Page {

  private static final int NAMED = 8;

  private final PrintStream out;

  Page(PrintStream out) {
    this.out = out;
  }

  /** What the page is, and how its figures are made. */
  void title() {
    out.print(
        """
        # How accurate the forecasts are

        Written by `./dev bench epidemic` from `../shared/data/epidemic`; nothing here is typed by hand.

        - Each forecast is made by the engine from what was known on its day (a vintage), nothing else. Where a source has no vintages (24 hours ahead), its series as it stood in the end is cut at each origin.
        - WIS: twice the mean pinball loss over 23 quantiles (Bracher 2021), on counts and on log(x + 1) (Bosse 2023). Relative: sum by the baseline's sum on identical rows; a row that we lack costs the baseline's score times 1.5; in brackets 90 % of 1000 draws of forecast dates.
        - Truth: the final file. Europe is scored twice: without weeks that hold a negative day; and also without the weeks the European hub holds to be anomalous (revised by more than 5 %), on which the published ratios rest. Only the second reproduces them: all of window A and the cases of window B to 0.01; window B's deaths to 0.03 and US admissions to 0.012, for the published ratios know later versions of the truth than the data folder.
        - Coverage: how often what came lay in the 50 % and 95 % interval, ends included.
        - Exploded: medians above ten times the largest of the last four weeks (of the final truth) / scores above five times the baseline's of the same row / of these, scores also above five times the baseline's mean in that place. A baseline that is right by luck makes the middle number large for everybody: compare with the ensemble's.
        - The constants of the models were chosen with windows A and B, US admissions and the Chinese provinces in sight.
        """);
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

  /** How many rows were not scored, and why. */
  static String leftOut(ForecastScores scores) {
    return scores.leftOut().isEmpty()
        ? "nothing"
        : scores.leftOut().entrySet().stream()
            .map(one -> one.getValue() + " " + one.getKey())
            .collect(Collectors.joining(", "));
  }

  /** Which medians exploded, a few by name. */
  void exploded(ForecastScores scores) {
    List<ForecastTarget> all = scores.explosions();
    if (!all.isEmpty()) {
      text(
          "Exploded medians of ours, %d: %s%s."
              .formatted(
                  all.size(),
                  all.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining("; ")),
                  all.size() > NAMED ? "; and more" : ""));
    }
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

  /**
   * Medians above ten times the last four weeks; scores above five times the baseline's; of these
   * also above five times its mean in the place.
   */
  static String explosions(ScoreLine line) {
    return line.medianExplosions()
        + " / "
        + line.scoreExplosions()
        + " / "
        + line.grossExplosions();
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
