package org.hilum.epidemic.economy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hilum.epidemic.economy.backtest.GdpTruth;
import org.hilum.epidemic.economy.backtest.StringencyChange;
import org.hilum.epidemic.economy.backtest.Tally;

/**
 * Scores the nowcast of 2020-Q2 and Q3 and the outlook of 2020 as of days in 2020, beside rivals.
 *
 * <p>Real time, but for the edition of the figures: every row sees only what was published by its
 * day, except where its column says so.
 */
public final class GdpBacktest {

  private static final List<Quarter> QUARTERS = List.of(new Quarter(2020, 2), new Quarter(2020, 3));
  private static final List<LocalDate> OUTLOOK_DAYS =
      List.of(
          LocalDate.of(2020, 4, 30),
          LocalDate.of(2020, 6, 30),
          LocalDate.of(2020, 7, 31),
          LocalDate.of(2020, 9, 30),
          LocalDate.of(2020, 12, 31));
  private static final int YEAR = 2020;
  private static final String CHINA = "CHN";

  private final EconomyData data;
  private final List<BacktestRow> rows = new ArrayList<>();

  private GdpBacktest(EconomyData data) {
    this.data = data;
  }

  /** All rows of a folder as {@link EconomyFolder} reads it. */
  public static BacktestReport run(Path folder) {
    return switch (EconomyFolder.read(folder)) {
      case EconomyReading.Refused refused ->
          new BacktestReport(List.of(), List.of(), refused.reasons());
      case EconomyReading.Read read -> run(read.data());
    };
  }

  /** All rows of figures. */
  public static BacktestReport run(EconomyData data) {
    GdpBacktest backtest = new GdpBacktest(data);
    QUARTERS.forEach(backtest::rivals);
    QUARTERS.forEach(backtest::nowcasts);
    OUTLOOK_DAYS.forEach(backtest::outlooks);
    return new BacktestReport(
        backtest.rows,
        PublishedReadings.of2020().sources(data, LocalDate.of(YEAR, 12, 31)),
        data.remarks());
  }

  private void rivals(Quarter quarter) {
    Quarter before = QUARTERS.getFirst().plus(-2);
    Tally none = new Tally();
    Tally usual = new Tally();
    Tally pooled = new Tally();
    Tally others = new Tally();
    StringencyChange earlier = new StringencyChange(data, quarter);
    for (Quarter at = before.plus(1); at.compareTo(quarter) < 0; at = at.plus(1)) {
      earlier.learn(at);
    }
    for (String code : data.countries()) {
      double truth = GdpTruth.change(data, code, quarter);
      none.add(truth, 0);
      usual.add(truth, GdpTruth.usual(data, code, before));
      pooled.add(truth, earlier.expected(code, quarter));
      StringencyChange same = new StringencyChange(data, quarter).learnWithout(code, quarter);
      others.add(truth, same.expected(code, quarter));
    }
    String target = quarter.toString();
    String day = quarter.lastDay().toString();
    rows.add(none.row(target, "no change", day));
    rows.add(usual.row(target, "growth goes on as before", day));
    rows.add(pooled.row(target, "stringency change, earlier quarters", day));
    rows.add(
        others.row(
            target, "stringency change, leave country out", "other countries' quarter seen"));
  }

  private void nowcasts(Quarter quarter) {
    LocalDate end = quarter.lastDay();
    LocalDate early = quarter.firstDay().plusMonths(1);
    nowcast(quarter, end, "Hilum", PublishedReadings.of2020());
    nowcast(quarter, early, "Hilum, two months earlier", PublishedReadings.of2020());
    nowcast(quarter, end, "Hilum, nothing published elsewhere", PublishedReadings.none());
  }

  private void nowcast(
      Quarter quarter, LocalDate asOf, String method, PublishedReadings published) {
    Tally tally = new Tally();
    for (GdpNowcast one : new GdpNowcaster(published).nowcast(data, quarter, asOf).nowcasts()) {
      tally.add(
          GdpTruth.change(data, one.location(), quarter),
          one.changePercent(),
          one.low50(),
          one.high50(),
          one.low95(),
          one.high95());
    }
    rows.add(tally.row(quarter.toString(), method, asOf.toString()));
  }

  private void outlooks(LocalDate asOf) {
    AnnualForecaster forecaster = new AnnualForecaster(PublishedReadings.of2020());
    Tally all = new Tally();
    Tally china = new Tally();
    Tally lastYear = new Tally();
    for (AnnualOutlook one :
        forecaster.outlook(data, YEAR, asOf, StringencyScenario.HELD).outlooks()) {
      double truth = GdpTruth.growth(data, one.location(), YEAR);
      (one.location().equals(CHINA) ? china : all)
          .add(truth, one.growthPercent(), one.low50(), one.high50(), one.low95(), one.high95());
      if (!one.location().equals(CHINA)) {
        lastYear.add(truth, GdpTruth.growth(data, one.location(), YEAR - 1));
      }
    }
    String day = asOf.toString();
    rows.add(lastYear.row("2020", "growth of 2019 again", day));
    rows.add(all.row("2020", "Hilum, measures held", day));
    rows.add(china.row("2020", "Hilum, measures held, China alone", day));
  }
}
