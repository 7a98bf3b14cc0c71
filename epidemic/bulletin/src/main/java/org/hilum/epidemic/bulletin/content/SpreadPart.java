package org.hilum.epidemic.bulletin.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.epidemic.bulletin.Bulletin;
import org.hilum.epidemic.bulletin.Spread;
import org.hilum.epidemic.bulletin.chart.ReproductionChart;
import org.hilum.epidemic.bulletin.wording.Numbers;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.PlaceNames;
import org.hilum.epidemic.bulletin.wording.Wording;
import org.hilum.epidemic.forecasting.BedDemand;
import org.hilum.epidemic.forecasting.GrowthEstimate;
import org.hilum.epidemic.forecasting.PeakWindow;
import org.hilum.epidemic.forecasting.ReproductionEstimate;
import org.hilum.epidemic.surveillance.Measure;

/** How the disease passes on: trend, growth, doubling, reproduction number, peak, beds. */
final class SpreadPart {

  private static final int WEEK = 7;
  private static final double SURE = 0.9;

  private final Bulletin bulletin;
  private final Wording wording;
  private final PlaceNames names;
  private final List<Block> blocks = new ArrayList<>();

  private SpreadPart(Bulletin bulletin, Wording wording, PlaceNames names) {
    this.bulletin = bulletin;
    this.wording = wording;
    this.names = names;
  }

  static Optional<Part> of(Bulletin bulletin, Wording wording, PlaceNames names) {
    var part = new SpreadPart(bulletin, wording, names);
    bulletin.measures().forEach(part::table);
    if (part.blocks.isEmpty()) {
      return Optional.empty();
    }
    part.blocks.addFirst(new Block.Paragraph(wording.text(Phrase.SPREAD_NOTE), true));
    part.course();
    part.beds();
    return Optional.of(new Part("spread", wording.text(Phrase.SPREAD), false, part.blocks));
  }

  private void table(Measure measure) {
    var rows =
        Row.of(bulletin, measure).stream()
            .filter(row -> row.series().spread().growth().isPresent())
            .map(this::row)
            .toList();
    if (!rows.isEmpty()) {
      var columns =
          List.of(
                  Phrase.COLUMN_PLACE,
                  Phrase.COLUMN_TREND,
                  Phrase.COLUMN_GROWTH,
                  Phrase.COLUMN_PERIOD,
                  Phrase.COLUMN_REPRODUCTION,
                  Phrase.COLUMN_PEAK)
              .stream()
              .map(phrase -> wording.text(phrase))
              .toList();
      blocks.add(new Block.Grid(wording.measure(measure), columns, rows));
    }
  }

  private List<String> row(Row row) {
    Spread spread = row.series().spread();
    var growth = spread.growth().orElseThrow();
    return List.of(
        names.of(row.place().name()),
        wording.text(Phrase.valueOf("TREND_" + growth.trend().name())),
        wording.text(
            Phrase.RATIO_AND_INTERVAL,
            perDay(growth.daily()),
            perDay(growth.low()) + " \u2026 " + perDay(growth.high())),
        period(growth),
        spread.newest().map(this::reproduction).orElse(Numbers.UNKNOWN),
        spread.peak().map(this::peak).orElse(Numbers.UNKNOWN));
  }

  private static String perDay(double growth) {
    return Numbers.change(Math.exp(growth)).replace("\u00a0", "");
  }

  private String period(GrowthEstimate growth) {
    return growth
        .doubling()
        .value()
        .map(period -> days(Phrase.PERIOD_DOUBLES, period))
        .or(() -> growth.halving().value().map(period -> days(Phrase.PERIOD_HALVES, period)))
        .orElse(Numbers.UNKNOWN);
  }

  private String days(Phrase phrase, GrowthEstimate.Period period) {
    return wording.text(
        phrase,
        Numbers.decimals(period.days(), 0),
        Numbers.decimals(period.shortest(), 0),
        Numbers.decimals(period.longest(), 0));
  }

  private String reproduction(ReproductionEstimate one) {
    return wording.text(
        Phrase.RATIO_AND_INTERVAL,
        Numbers.decimals(one.median(), 2),
        Numbers.decimals(one.low(), 2) + "\u2013" + Numbers.decimals(one.high(), 2));
  }

  /** A peak that lies behind for sure, or ahead of all that is looked at, needs no window. */
  private String peak(PeakWindow peak) {
    if (peak.passed() >= SURE) {
      return wording.text(Phrase.PEAK_PASSED, Numbers.percent(peak.passed(), 0));
    }
    if (peak.later() >= SURE) {
      return wording.text(Phrase.PEAK_LATER, Numbers.percent(peak.later(), 0));
    }
    return wording.text(
        Phrase.PEAK_WINDOW,
        wording.shortDate(peak.from()),
        wording.shortDate(peak.to()),
        Numbers.percent(peak.probability(), 0),
        Numbers.percent(peak.passed(), 0),
        Numbers.percent(peak.later(), 0));
  }

  /** The course of the reproduction number, where this is about one place. */
  private void course() {
    if (bulletin.scope().isAll()) {
      return;
    }
    bulletin.places().stream()
        .flatMap(place -> place.of(Measure.CASES).stream())
        .map(series -> series.spread().reproduction())
        .filter(course -> course.size() > 1)
        .forEach(
            course -> {
              var words = wording.text(Phrase.REPRODUCTION_COURSE);
              blocks.add(
                  new Block.Pictures(
                      List.of(
                          new Block.Captioned(
                              words, ReproductionChart.of(course, wording, words)))));
            });
  }

  private void beds() {
    var rows = new ArrayList<List<String>>();
    for (var row : Row.of(bulletin, Measure.ADMISSIONS)) {
      var beds = row.series().spread().beds();
      for (int day = WEEK - 1; day < beds.size(); day += WEEK) {
        rows.add(beds(names.of(row.place().name()), beds.get(day)));
      }
    }
    if (!rows.isEmpty()) {
      blocks.add(
          new Block.Grid(
              wording.text(Phrase.BEDS),
              List.of(
                  wording.text(Phrase.COLUMN_PLACE),
                  wording.text(Phrase.COLUMN_DAY),
                  wording.text(Phrase.COLUMN_BEDS),
                  wording.text(Phrase.COLUMN_INTENSIVE)),
              rows));
      blocks.add(new Block.Paragraph(wording.text(Phrase.BEDS_NOTE), true));
    }
  }

  private List<String> beds(String place, BedDemand demand) {
    return List.of(
        place, wording.date(demand.day()), said(demand.hospital()), said(demand.intensive()));
  }

  private String said(BedDemand.Range range) {
    return wording.text(
        Phrase.RATIO_AND_INTERVAL,
        Numbers.forecast(range.median()),
        Numbers.interval(range.low(), range.high()));
  }
}
