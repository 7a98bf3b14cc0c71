package org.hilum.epidemic.bulletin.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.hilum.epidemic.bulletin.Bulletin;
import org.hilum.epidemic.bulletin.Changes;
import org.hilum.epidemic.bulletin.Changes.TargetChange;
import org.hilum.epidemic.bulletin.chart.Quantiles;
import org.hilum.epidemic.bulletin.wording.Numbers;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.PlaceNames;
import org.hilum.epidemic.bulletin.wording.Wording;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.surveillance.Measure;

/** What was forecast of the same targets on an earlier day, and why it is other today. */
final class ChangePart {

  /** Medians below this on both days are not worth a row on a page of many places. */
  private static final double LEAST = 1;

  private final Bulletin bulletin;
  private final Changes changes;
  private final Wording wording;
  private final PlaceNames names;

  private ChangePart(Bulletin bulletin, Changes changes, Wording wording, PlaceNames names) {
    this.bulletin = bulletin;
    this.changes = changes;
    this.wording = wording;
    this.names = names;
  }

  /** The section; empty when nothing earlier was kept. */
  static Optional<Part> of(Bulletin bulletin, Wording wording, PlaceNames names) {
    return bulletin
        .changes()
        .map(changes -> new ChangePart(bulletin, changes, wording, names))
        .flatMap(ChangePart::make);
  }

  private Optional<Part> make() {
    var blocks = new ArrayList<Block>();
    for (var measure : bulletin.measures()) {
      var rows = bulletin.scope().isAll() ? nearest(measure) : changes.of(measure);
      if (!rows.isEmpty()) {
        blocks.add(grid(measure, rows));
      }
    }
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    boolean isKnown = changes.targets().stream().anyMatch(one -> one.fromRevised().isPresent());
    var note = isKnown ? Phrase.CHANGES_NOTE_PARTS : Phrase.CHANGES_NOTE_NO_PARTS;
    var since = wording.date(changes.since());
    blocks.addFirst(new Block.Paragraph(wording.text(note, since), true));
    return Optional.of(new Part("changes", wording.text(Phrase.CHANGES, since), false, blocks));
  }

  /** The nearest target of each place, most changed first. */
  private List<TargetChange> nearest(Measure measure) {
    var seen = new HashSet<String>();
    return changes.of(measure).stream()
        .filter(one -> seen.add(one.now().location()))
        .filter(one -> Math.max(one.now().median(), one.then().median()) >= LEAST)
        .sorted(
            Comparator.comparingDouble((TargetChange one) -> Math.abs(one.difference())).reversed())
        .toList();
  }

  private Block grid(Measure measure, List<TargetChange> rows) {
    boolean isAll = bulletin.scope().isAll();
    var target = Target.of(rows.getFirst().now(), wording);
    boolean isOne =
        isAll && rows.stream().allMatch(one -> Target.of(one.now(), wording).equals(target));
    boolean hasParts = rows.stream().anyMatch(one -> one.fromRevised().isPresent());
    boolean hasRevised =
        rows.stream().anyMatch(one -> changes.revised(one.now().location(), measure).isPresent());
    var columns = new ArrayList<String>();
    columns.add(wording.text(isAll ? Phrase.COLUMN_PLACE : Phrase.COLUMN_TARGET));
    if (isAll && !isOne) {
      columns.add(wording.text(Phrase.COLUMN_TARGET));
    }
    columns.add(wording.text(Phrase.COLUMN_THEN, wording.shortDate(changes.since())));
    columns.add(wording.text(Phrase.COLUMN_NOW));
    columns.add(wording.text(Phrase.COLUMN_DIFFERENCE));
    if (hasParts) {
      columns.add(wording.text(Phrase.COLUMN_FROM_REVISED));
      columns.add(wording.text(Phrase.COLUMN_FROM_NEW));
    }
    if (hasRevised) {
      columns.add(wording.text(Phrase.COLUMN_REVISED));
    }
    return new Block.Grid(
        wording.measure(measure) + (isOne ? " \u00b7 " + target : ""),
        columns,
        rows.stream().map(one -> row(one, !isOne, hasParts, hasRevised)).toList());
  }

  private List<String> row(
      TargetChange one, boolean hasTarget, boolean hasParts, boolean hasRevised) {
    var row = new ArrayList<String>();
    if (bulletin.scope().isAll()) {
      row.add(names.of(one.now().location()));
    }
    if (hasTarget) {
      row.add(Target.of(one.now(), wording));
    }
    row.add(said(one.then()));
    row.add(said(one.now()));
    row.add(Numbers.difference(one.difference()));
    if (hasParts) {
      row.add(one.fromRevised().map(Numbers::difference).orElse(Numbers.UNKNOWN));
      row.add(one.fromNew().map(Numbers::difference).orElse(Numbers.UNKNOWN));
    }
    if (hasRevised) {
      row.add(
          changes
              .revised(one.now().location(), one.now().measure())
              .map(
                  all ->
                      wording.text(
                          Phrase.MEDIAN_AND_INTERVAL,
                          Numbers.difference(all.persons()),
                          all.dates()))
              .orElse("0"));
    }
    return row;
  }

  private String said(Forecast forecast) {
    return wording.text(
        Phrase.MEDIAN_AND_INTERVAL,
        Numbers.forecast(forecast.median()),
        Numbers.interval(Quantiles.low95(forecast), Quantiles.high95(forecast)));
  }
}
