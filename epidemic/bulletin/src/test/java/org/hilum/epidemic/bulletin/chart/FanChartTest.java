package org.hilum.epidemic.bulletin.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.hilum.epidemic.bulletin.Drawn;
import org.hilum.epidemic.bulletin.Language;
import org.hilum.epidemic.bulletin.SeriesReport;
import org.hilum.epidemic.bulletin.Spread;
import org.hilum.epidemic.bulletin.wording.Wording;
import org.hilum.epidemic.surveillance.Measure;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FanChartTest {

  private static final Wording WORDING = Wording.in(Language.ENGLISH);

  private static List<Mark> marks(SeriesReport series, Scale.Kind kind) {
    return FanChart.of(series, kind, WORDING).marks();
  }

  private static <T extends Mark> List<T> of(List<Mark> marks, Class<T> kind, Style style) {
    return marks.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(mark -> mark.style() == style)
        .toList();
  }

  @Test
  void a_forecast_lands_where_its_value_is_on_the_linear_scale() {
    // 70 a week was counted, the highest end is 44 + 21 * 6 = 170, so the scale ends at 200:
    // a chart of 250 with 16 above and 26 below has 208 units for 200 persons.
    var marks = marks(Drawn.series("Italy", Measure.CASES), Scale.Kind.LINEAR);
    var medians = of(marks, Mark.Dot.class, Style.MEDIAN);
    assertThat(medians).hasSize(2);
    assertThat(medians.getFirst().y()).isCloseTo(224 - 100 * 208 / 200.0, within(1e-9));
    assertThat(medians.getLast().y()).isCloseTo(224 - 110 * 208 / 200.0, within(1e-9));
    var band = of(marks, Mark.Area.class, Style.BAND_95).getFirst().outline();
    // Last week counted, upper ends of two weeks, lower ends backwards.
    assertThat(band).hasSize(5);
    assertThat(band.get(0).y()).isCloseTo(224 - 70 * 208 / 200.0, within(1e-9));
    assertThat(band.get(1).y()).isCloseTo(224 - 140 * 208 / 200.0, within(1e-9));
    assertThat(band.get(4).y()).isCloseTo(224 - 60 * 208 / 200.0, within(1e-9));
    assertThat(band.get(1).x()).isEqualTo(medians.getFirst().x());
  }

  @Test
  void a_forecast_lands_where_its_value_is_on_the_logarithmic_scale() {
    var marks = marks(Drawn.series("Italy", Measure.CASES), Scale.Kind.LOGARITHMIC);
    var medians = of(marks, Mark.Dot.class, Style.MEDIAN);
    // 1 to 1000: three decades; 100 is at two thirds.
    assertThat(medians.getFirst().y()).isCloseTo(224 - 208 * 2 / 3.0, within(1e-9));
  }

  @Test
  void raw_counts_stand_behind_only_where_they_differ() {
    var marks = marks(Drawn.series("Italy", Measure.CASES), Scale.Kind.LINEAR);
    assertThat(of(marks, Mark.Box.class, Style.TAKEN_BACK)).hasSize(1);
    var raw = of(marks, Mark.Box.class, Style.TAKEN_BACK).getFirst();
    assertThat(raw.height()).isCloseTo(65 * 208 / 200.0, within(1e-9));
    assertThat(raw.title()).contains("65");
  }

  @Test
  void a_week_with_a_missing_day_has_no_bar() {
    var whole = Drawn.flat("Italy", Measure.CASES, 70, 10);
    var values = whole.values();
    values[66] = Double.NaN;
    var holed = whole.withValues(values);
    var series =
        new SeriesReport(holed, holed, List.of(), List.of(), Optional.empty(), Spread.UNKNOWN);
    assertThat(of(marks(series, Scale.Kind.LINEAR), Mark.Box.class, Style.COUNTED))
        .hasSize(of(marks(full(), Scale.Kind.LINEAR), Mark.Box.class, Style.COUNTED).size() - 1);
  }

  private static SeriesReport full() {
    var whole = Drawn.flat("Italy", Measure.CASES, 70, 10);
    return new SeriesReport(whole, whole, List.of(), List.of(), Optional.empty(), Spread.UNKNOWN);
  }

  @Test
  void a_wild_upper_end_leaves_the_chart_and_says_how_high_it_goes() {
    var whole = Drawn.flat("Italy", Measure.CASES, 70, 10);
    var wild =
        new SeriesReport(
            whole,
            whole,
            List.of(),
            List.of(Drawn.week("Italy", Measure.CASES, 1, 0, 10_000)),
            Optional.empty(),
            Spread.UNKNOWN);
    // The median is shown in any case; the end at 210,000 would need more.
    assertThat(of(marks(wild, Scale.Kind.LINEAR), Mark.Text.class, Style.STRONG_LABEL))
        .extracting(Mark.Text::text)
        .containsExactly("\u2191 95\u00a0%: 210k");
  }

  @Test
  void a_series_without_any_count_is_an_empty_chart() {
    var nothing = Drawn.flat("Italy", Measure.CASES, 14, Double.NaN);
    var series =
        new SeriesReport(nothing, nothing, List.of(), List.of(), Optional.empty(), Spread.UNKNOWN);
    assertThat(of(marks(series, Scale.Kind.LINEAR), Mark.Box.class, Style.COUNTED)).isEmpty();
    assertThat(DayChart.isFor(series)).isFalse();
    assertThat(Sparkline.of(series).marks()).isEmpty();
  }

  @Test
  void ticks_are_round_and_reach_beyond_the_largest_value() {
    assertThat(Scale.Kind.LINEAR.to(170).ticks()).containsExactly(0.0, 50.0, 100.0, 150.0, 200.0);
    assertThat(Scale.Kind.LINEAR.to(0).ticks()).containsExactly(0.0, 1.0);
    assertThat(Scale.Kind.LOGARITHMIC.to(5000).ticks())
        .containsExactly(1.0, 10.0, 100.0, 1000.0, 10_000.0);
    assertThat(Scale.Kind.LOGARITHMIC.to(0).share(0)).isZero();
  }

  @Test
  void svg_holds_names_as_text_and_never_as_markup() {
    var picture =
        new Picture(
            10,
            10,
            "<script>",
            List.of(new Mark.Text(Style.LABEL, Mark.Anchor.START, 0, 0, "\"><script>x</script>")));
    assertThat(Svg.of(picture)).doesNotContain("<script").contains("&lt;script&gt;");
  }
}
