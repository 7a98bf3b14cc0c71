package org.hilum.epidemic.bulletin.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.hilum.epidemic.bulletin.Language;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Remark;
import org.hilum.epidemic.surveillance.Remark.Said;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hilum.epidemic.surveillance.Saying;
import org.hilum.epidemic.surveillance.SeriesReview;
import org.hilum.epidemic.surveillance.SurveillanceReason;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Remarks that a review makes of drawn series, in Chinese. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SayingsTest {

  private static final LocalDate START = LocalDate.of(2020, 9, 7);
  private static final double[] WEEKDAYS = {0.6, 1.1, 1.3, 1.2, 1.2, 1.0, 0.6};

  private final List<Remark> remarks = new ArrayList<>();

  private static double[] values(int steps, IntToDoubleFunction value) {
    return IntStream.range(0, steps).mapToDouble(value).toArray();
  }

  private static double[] wave(int days) {
    return values(
        days, n -> Math.round((500 + 400 * Math.sin(n / 25.0)) * WEEKDAYS[n % WEEKDAYS.length]));
  }

  private void review(Rhythm rhythm, double... values) {
    var counts = new CaseCounts("\u6e56\u5317", Measure.CASES, rhythm, START, values);
    remarks.addAll(SeriesReview.of(counts).remarks());
  }

  private void altered(int step, double value) {
    var values = wave(120);
    values[step] = value;
    review(Rhythm.DAILY, values);
  }

  private void silent(int from, int to) {
    var values = wave(120);
    Arrays.fill(values, from, to, 0);
    review(Rhythm.DAILY, values);
  }

  private void drawAll() {
    altered(100, -2000);
    altered(100, 8000);
    altered(119, 8000);
    altered(118, Double.NaN);
    silent(60, 67);
    silent(112, 120);
    var early = Arrays.copyOf(wave(120), 32);
    early[29] = 100_000;
    review(Rhythm.DAILY, early);
    var slip = wave(120);
    slip[100] -= 30_000;
    slip[101] += 30_000;
    review(Rhythm.DAILY, slip);
    review(Rhythm.DAILY, 0, 3, 2, 1, 4, 0, 2, 1, 3, -500, 2);
    review(Rhythm.DAILY, values(100, n -> n % 7 == 3 ? 700 : 0));
    review(Rhythm.DAILY, values(120, n -> (n < 80 ? 200 : 900) * WEEKDAYS[n % 7]));
    review(Rhythm.WEEKLY, values(30, n -> n == 28 ? Double.NaN : 700));
    var often = wave(200);
    for (int n = 60; n < 195; n += 15) {
      often[n] = -50;
    }
    review(Rhythm.DAILY, often);
  }

  @Test
  void of_a_review_leave_no_english_in_chinese() {
    drawAll();
    var chinese = Wording.in(Language.CHINESE);
    assertThat(remarks)
        .isNotEmpty()
        .allSatisfy(
            remark ->
                assertThat(chinese.remark(remark)).doesNotContainPattern("[A-Za-z{}]|\\d-\\d"));
    assertThat(remarks)
        .extracting(Remark::reason)
        .contains(
            SurveillanceReason.NEGATIVE_CORRECTION,
            SurveillanceReason.DUMP,
            SurveillanceReason.WEEKLY_REPORTING,
            SurveillanceReason.MISSING_DAYS,
            SurveillanceReason.DEFINITION_CHANGE,
            SurveillanceReason.STALE);
    var said = EnumSet.noneOf(Saying.class);
    remarks.forEach(remark -> remark.said().forEach(each -> said.add(each.saying())));
    assertThat(said)
        .contains(
            Saying.TAKEN_BACK_LOWERED,
            Saying.TAKEN_BACK_ABSENT,
            Saying.COUNTED_AGAIN,
            Saying.DUMP_SPREAD,
            Saying.DUMP_SPREAD_IN_PART,
            Saying.SURGE,
            Saying.LOST_DAYS,
            Saying.LEVEL_CHANGED,
            Saying.REPORTS_SELDOM,
            Saying.DAYS_MISSING,
            Saying.DAYS_MISSING_WITH_ZEROS,
            Saying.WEEKS_MISSING,
            Saying.OLD,
            Saying.EARLIER)
        .doesNotContain(Saying.WORDS);
  }

  @Test
  void keep_a_name_that_looks_like_a_place_to_fill() {
    var remark =
        new Remark(
            SurveillanceReason.EMPTY_PLACE,
            Said.of(Saying.EMPTY_IN_FILE, "A{1}$1", "cases.csv"),
            "");
    assertThat(remark.message()).startsWith("A{1}$1 has no usable count in cases.csv;");
  }
}
