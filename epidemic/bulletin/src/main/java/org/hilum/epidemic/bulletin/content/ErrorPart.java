package org.hilum.epidemic.bulletin.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hilum.epidemic.bulletin.Bulletin;
import org.hilum.epidemic.bulletin.PastErrors;
import org.hilum.epidemic.bulletin.chart.TenthsChart;
import org.hilum.epidemic.bulletin.wording.Numbers;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.PlaceNames;
import org.hilum.epidemic.bulletin.wording.Wording;
import org.hilum.epidemic.forecasting.Calibration;
import org.hilum.epidemic.forecasting.Ratio;
import org.hilum.epidemic.forecasting.ScoreGroup;
import org.hilum.epidemic.forecasting.ScoreLine;
import org.hilum.epidemic.forecasting.Span;

/** How good earlier forecasts were; always there, also when nothing could be scored. */
final class ErrorPart {

  private final Bulletin bulletin;
  private final Wording wording;
  private final PlaceNames names;
  private final List<Block> blocks = new ArrayList<>();

  private ErrorPart(Bulletin bulletin, Wording wording, PlaceNames names) {
    this.bulletin = bulletin;
    this.wording = wording;
    this.names = names;
  }

  static Part of(Bulletin bulletin, Wording wording, PlaceNames names) {
    var part = new ErrorPart(bulletin, wording, names);
    part.fill();
    return new Part("errors", wording.text(Phrase.ERRORS), false, part.blocks);
  }

  private void fill() {
    var past = bulletin.pastErrors();
    var lines = past.map(each -> lines(each.calibration())).orElse(List.of());
    if (past.isEmpty() || lines.isEmpty()) {
      blocks.add(new Block.Paragraph(wording.text(Phrase.ERRORS_NONE), false));
      return;
    }
    var calibration = past.get().calibration();
    origin(past.get());
    blocks.add(new Block.Paragraph(wording.text(Phrase.ERRORS_RELATIVE_NOTE), true));
    grid(Phrase.ERRORS_BY_HORIZON, lines, false);
    tenths(lines);
    if (bulletin.scope().isAll()) {
      grid(Phrase.ERRORS_BY_PLACE, nearest(calibration), true);
    }
    if (!calibration.leftOut().isEmpty()) {
      var reasons =
          calibration.leftOut().entrySet().stream()
              .sorted(java.util.Map.Entry.comparingByKey())
              .map(each -> wording.leftOut(each.getKey()) + " " + each.getValue())
              .collect(Collectors.joining(wording.text(Phrase.LIST_SEPARATOR)));
      blocks.add(new Block.Paragraph(wording.text(Phrase.ERRORS_LEFT_OUT, reasons), true));
    }
  }

  private void origin(PastErrors past) {
    var dates = past.calibration().dates();
    var phrase =
        past.origin() == PastErrors.Origin.KEPT ? Phrase.ERRORS_KEPT : Phrase.ERRORS_REMADE;
    blocks.add(
        new Block.Paragraph(
            wording.text(
                phrase,
                dates.size(),
                wording.date(dates.getFirst()),
                wording.date(dates.getLast())),
            false));
  }

  /** Of all places by horizon, or of the one place this is about. */
  private List<ScoreLine> lines(Calibration calibration) {
    var place = bulletin.scope().place();
    var lines =
        place.isEmpty()
            ? calibration.byHorizon()
            : calibration.byPlace().stream()
                .filter(line -> line.group().location().equals(place))
                .toList();
    return lines.stream().filter(line -> line.scored() > 0).toList();
  }

  /** The nearest week of the first measure, worst first. */
  private static List<ScoreLine> nearest(Calibration calibration) {
    var scored = calibration.byPlace().stream().filter(line -> line.scored() > 0).toList();
    var measure =
        scored.stream().map(line -> line.group().measure()).min(Comparator.naturalOrder());
    var weeks = scored.stream().filter(line -> line.group().span() != Span.DAY).toList();
    var span = weeks.stream().map(line -> line.group().span()).min(Comparator.naturalOrder());
    return weeks.stream()
        .filter(line -> Optional.of(line.group().measure()).equals(measure))
        .filter(line -> Optional.of(line.group().span()).equals(span))
        .collect(Collectors.groupingBy(line -> line.group().location()))
        .values()
        .stream()
        .map(ErrorPart::first)
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparingDouble(
                    (ScoreLine line) -> line.relative().map(Ratio::value).orElse(-1.0))
                .reversed())
        .toList();
  }

  private static Optional<ScoreLine> first(List<ScoreLine> lines) {
    return lines.stream()
        .min(Comparator.comparingInt(line -> line.group().horizon().orElse(Integer.MAX_VALUE)));
  }

  private void grid(Phrase caption, List<ScoreLine> lines, boolean isByPlace) {
    if (lines.isEmpty()) {
      return;
    }
    var columns = new ArrayList<String>();
    columns.add(wording.text(isByPlace ? Phrase.COLUMN_PLACE : Phrase.COLUMN_TARGET));
    for (var phrase :
        List.of(
            Phrase.COLUMN_HORIZON,
            Phrase.COLUMN_SCORED,
            Phrase.COLUMN_RELATIVE,
            Phrase.COLUMN_INSIDE_50,
            Phrase.COLUMN_INSIDE_95,
            Phrase.COLUMN_SPREAD,
            Phrase.COLUMN_OVER,
            Phrase.COLUMN_UNDER,
            Phrase.COLUMN_WAPE)) {
      columns.add(wording.text(phrase));
    }
    var rows = lines.stream().map(line -> row(line, isByPlace)).toList();
    var heading = wording.text(caption);
    if (isByPlace) {
      heading += " \u00b7 " + target(lines.getFirst().group());
    }
    blocks.add(new Block.Grid(heading, columns, rows));
  }

  private List<String> row(ScoreLine line, boolean isByPlace) {
    var group = line.group();
    var score = line.natural();
    double total = score.total();
    return List.of(
        isByPlace ? group.location().map(names::of).orElse("") : target(group),
        horizon(group),
        String.valueOf(line.scored()),
        line.relative().map(this::ratio).orElse(Numbers.UNKNOWN),
        Numbers.percent(line.coverage().fifty(), 0),
        Numbers.percent(line.coverage().ninetyFive(), 0),
        Numbers.percent(score.dispersion() / total, 0),
        Numbers.percent(score.overprediction() / total, 0),
        Numbers.percent(score.underprediction() / total, 0),
        Numbers.percent(line.point().wape(), 0));
  }

  private String ratio(Ratio ratio) {
    return wording.text(
        Phrase.RATIO_AND_INTERVAL,
        Numbers.decimals(ratio.value(), 2),
        Numbers.decimals(ratio.low(), 2) + "\u2013" + Numbers.decimals(ratio.high(), 2));
  }

  private String target(ScoreGroup group) {
    var phrase = Phrase.valueOf("SPAN_" + group.span().name());
    return wording.text(phrase, wording.measure(group.measure()));
  }

  private String horizon(ScoreGroup group) {
    if (group.horizon().isEmpty()) {
      return Numbers.UNKNOWN;
    }
    var phrase = group.span() == Span.DAY ? Phrase.HORIZON_DAYS : Phrase.HORIZON_WEEKS;
    return wording.text(phrase, group.horizon().getAsInt());
  }

  private void tenths(List<ScoreLine> lines) {
    var pictures =
        lines.stream()
            .filter(line -> line.pit().size() == 10)
            .map(
                line -> {
                  var name = target(line.group()) + ", " + horizon(line.group());
                  var words = wording.text(Phrase.ERRORS_PIT_WORDS, name);
                  return new Block.Captioned(name, TenthsChart.of(line.pit(), words));
                })
            .toList();
    if (!pictures.isEmpty()) {
      blocks.add(new Block.Heading(wording.text(Phrase.ERRORS_PIT)));
      blocks.add(new Block.Pictures(pictures));
    }
  }
}
