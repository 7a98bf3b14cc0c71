package org.hilum.epidemic.bulletin.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hilum.epidemic.bulletin.Bulletin;
import org.hilum.epidemic.bulletin.SeriesReport;
import org.hilum.epidemic.bulletin.chart.Quantiles;
import org.hilum.epidemic.bulletin.wording.Numbers;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.PlaceNames;
import org.hilum.epidemic.bulletin.wording.Wording;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.Span;
import org.hilum.epidemic.surveillance.Measure;

/**
 * The numbers of the day in words, each expected one with its intervals: for who reads no chart.
 */
public final class Headlines {

  private static final int NAMED = 5;

  private final Wording wording;
  private final PlaceNames names;

  private Headlines(Wording wording, PlaceNames names) {
    this.wording = wording;
    this.names = names;
  }

  /** The sentences of a measure, most important first. */
  public static List<String> of(
      Bulletin bulletin, Measure measure, Wording wording, PlaceNames names) {
    var headlines = new Headlines(wording, names);
    var rows = Row.of(bulletin, measure);
    boolean isOfAll = bulletin.scope().isAll() && rows.size() > 1;
    var sentences =
        new ArrayList<>(
            isOfAll
                ? headlines.ofAll(measure, rows)
                : rows.stream().flatMap(row -> headlines.ofPlace(measure, row).stream()).toList());
    bulletin
        .changes()
        .map(changes -> new ChangeWords(changes, measure, wording, names))
        .ifPresent(words -> sentences.addAll(isOfAll ? ofAll(words, rows) : ofEach(words, rows)));
    return sentences;
  }

  private static List<String> ofAll(ChangeWords words, List<Row> rows) {
    var whole = Whole.of(rows);
    return whole.isPresent() ? ofEach(words, List.of(whole.get())) : words.ofAll();
  }

  private static List<String> ofEach(ChangeWords words, List<Row> rows) {
    return rows.stream()
        .map(row -> words.ofPlace(row.place().name()))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<String> ofPlace(Measure measure, Row row) {
    var sentences = new ArrayList<String>();
    counted(measure, row).ifPresent(sentences::add);
    row.next().ifPresent(next -> sentences.addAll(expected(measure, row, next)));
    row.series().forecasts(Span.DAY).stream()
        .findFirst()
        .ifPresent(day -> sentences.add(range(Phrase.SAY_NEXT_DAY, measure, day)));
    var weeks = row.series().weeks();
    if (weeks.size() > 1) {
      sentences.add(range(Phrase.SAY_LAST_WEEK, measure, weeks.getLast()));
    }
    if (row.next().isEmpty()) {
      sentences.add(wording.text(Phrase.SAY_NO_FORECAST, names.of(row.place().name())));
    }
    return sentences;
  }

  private Optional<String> counted(Measure measure, Row row) {
    var name = names.of(row.place().name());
    return row.series()
        .lastCounted()
        .filter(_ -> Double.isFinite(row.last()))
        .map(
            day -> {
              var persons = wording.persons(measure, Numbers.count(row.last()));
              var rate =
                  row.place()
                      .per100k(row.last())
                      .map(value -> wording.text(Phrase.SAY_PER_100K, Numbers.rate(value)))
                      .orElse("");
              var change =
                  row.pastRatio()
                      .map(ratio -> wording.text(Phrase.SAY_CHANGE, Numbers.change(ratio)))
                      .orElse("");
              return wording.text(
                  Phrase.SAY_COUNTED, name, wording.date(day), persons, rate, change);
            });
  }

  private List<String> expected(Measure measure, Row row, Forecast next) {
    var sentences = new ArrayList<String>();
    sentences.add(range(Phrase.SAY_EXPECTED, measure, next));
    double before = row.compared();
    if (Double.isFinite(before) && row.direction().isPresent()) {
      double chance = Direction.chanceAbove(next, before);
      double fall = Direction.chanceBelow(next, before);
      switch (Direction.of(next, before)) {
        case RISING -> sentences.add(wording.text(Phrase.SAY_RISING, Numbers.percent(chance, 0)));
        case FALLING -> sentences.add(wording.text(Phrase.SAY_FALLING, Numbers.percent(fall, 0)));
        case UNCLEAR -> sentences.add(wording.text(Phrase.SAY_UNCLEAR, Numbers.percent(chance, 0)));
      }
    }
    return sentences;
  }

  private String range(Phrase phrase, Measure measure, Forecast forecast) {
    return wording.text(
        phrase,
        wording.date(forecast.targetEnd()),
        wording.persons(measure, Numbers.forecast(forecast.median())),
        Numbers.interval(Quantiles.low50(forecast), Quantiles.high50(forecast)),
        Numbers.interval(Quantiles.low95(forecast), Quantiles.high95(forecast)));
  }

  private List<String> ofAll(Measure measure, List<Row> rows) {
    var sentences = new ArrayList<String>();
    total(measure, rows, sentences);
    var most =
        rows.stream()
            .filter(row -> row.next().isPresent())
            .limit(NAMED)
            .map(this::named)
            .collect(Collectors.joining(wording.text(Phrase.LIST_SEPARATOR)));
    if (!most.isEmpty()) {
      sentences.add(wording.text(Phrase.SAY_MOST, most));
    }
    direction(rows, Direction.RISING, Phrase.SAY_PLACES_RISING, sentences);
    direction(rows, Direction.FALLING, Phrase.SAY_PLACES_FALLING, sentences);
    long without = rows.stream().filter(row -> row.next().isEmpty()).count();
    if (without > 0) {
      sentences.add(wording.text(Phrase.SAY_WITHOUT, without));
    }
    return sentences;
  }

  private String named(Row row) {
    var next = row.next().orElseThrow();
    return wording.text(
        Phrase.SAY_NAMED,
        names.of(row.place().name()),
        Numbers.forecast(next.median()),
        Numbers.interval(Quantiles.low95(next), Quantiles.high95(next)));
  }

  /** Ends of an interval of a sum are sums of ends only if all err alike: wide, and said to be. */
  private void total(Measure measure, List<Row> rows, List<String> sentences) {
    var whole = Whole.of(rows);
    if (whole.isPresent()) {
      sentences.addAll(ofPlace(measure, whole.get()));
      return;
    }
    double counted = rows.stream().mapToDouble(Row::last).filter(Double::isFinite).sum();
    var day =
        rows.stream()
            .map(Row::series)
            .map(SeriesReport::lastCounted)
            .flatMap(Optional::stream)
            .max(java.time.LocalDate::compareTo);
    day.ifPresent(
        last ->
            sentences.add(
                wording.text(
                    Phrase.SAY_ALL_COUNTED,
                    rows.size(),
                    wording.date(last),
                    wording.persons(measure, Numbers.count(counted)))));
    var next = rows.stream().map(Row::next).flatMap(Optional::stream).toList();
    if (!next.isEmpty()) {
      sentences.add(
          wording.text(
              Phrase.SAY_ALL_EXPECTED,
              wording.persons(
                  measure, Numbers.forecast(next.stream().mapToDouble(Forecast::median).sum())),
              Numbers.interval(
                  next.stream().mapToDouble(Quantiles::low95).sum(),
                  next.stream().mapToDouble(Quantiles::high95).sum())));
    }
  }

  private void direction(
      List<Row> rows, Direction direction, Phrase phrase, List<String> sentences) {
    var places =
        rows.stream().filter(row -> row.direction().filter(direction::equals).isPresent()).toList();
    if (!places.isEmpty()) {
      var some =
          places.stream()
              .limit(NAMED)
              .map(row -> names.of(row.place().name()))
              .collect(Collectors.joining(wording.text(Phrase.LIST_SEPARATOR)));
      var more = places.size() > NAMED ? wording.text(Phrase.AND_MORE) : "";
      sentences.add(wording.text(phrase, places.size(), rows.size(), some + more));
    }
  }
}
