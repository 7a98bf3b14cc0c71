package org.hilum.epidemic.bulletin.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hilum.epidemic.bulletin.Changes;
import org.hilum.epidemic.bulletin.Changes.TargetChange;
import org.hilum.epidemic.bulletin.chart.Quantiles;
import org.hilum.epidemic.bulletin.wording.Numbers;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.PlaceNames;
import org.hilum.epidemic.bulletin.wording.Wording;
import org.hilum.epidemic.surveillance.Measure;

/** What changed since an earlier day, in a sentence or two for the first page. */
record ChangeWords(Changes changes, Measure measure, Wording wording, PlaceNames names) {

  private static final int NAMED = 3;

  /** A place whose median changed by less than a person is not named. */
  private static final double LEAST = 1;

  /** Of one place: its nearest target. */
  Optional<String> ofPlace(String place) {
    return changes.of(measure).stream()
        .filter(one -> one.now().location().equals(place))
        .findFirst()
        .map(this::said);
  }

  private String said(TargetChange one) {
    var then = one.then();
    var now = one.now();
    return wording.text(
        Phrase.SAY_CHANGED,
        Target.of(now, wording),
        Numbers.forecast(now.median()),
        Numbers.interval(Quantiles.low95(now), Quantiles.high95(now)),
        wording.date(changes.since()),
        Numbers.forecast(then.median()),
        Numbers.interval(Quantiles.low95(then), Quantiles.high95(then)),
        Numbers.difference(one.difference()),
        parts(one.difference(), one.fromRevised()));
  }

  private String parts(double difference, Optional<Double> fromRevised) {
    return fromRevised
        .map(
            part ->
                wording.text(
                    Phrase.SAY_CHANGED_PARTS,
                    Numbers.difference(part),
                    Numbers.difference(difference - part)))
        .orElse("");
  }

  /** Of all places together: the target that comes first, and where most changed. */
  List<String> ofAll() {
    var of = changes.of(measure);
    if (of.isEmpty()) {
      return List.of();
    }
    var first = of.getFirst().now();
    var same =
        of.stream()
            .filter(one -> one.now().span() == first.span())
            .filter(one -> one.now().targetEnd().equals(first.targetEnd()))
            .toList();
    double then = same.stream().mapToDouble(one -> one.then().median()).sum();
    double now = same.stream().mapToDouble(one -> one.now().median()).sum();
    boolean isKnown = same.stream().allMatch(one -> one.fromRevised().isPresent());
    double part = same.stream().mapToDouble(one -> one.fromRevised().orElse(0.0)).sum();
    var sentences = new ArrayList<String>();
    sentences.add(
        wording.text(
            Phrase.SAY_ALL_CHANGED,
            Target.of(first, wording),
            same.size(),
            Numbers.forecast(now),
            wording.date(changes.since()),
            Numbers.forecast(then),
            Numbers.difference(now - then),
            parts(now - then, isKnown ? Optional.of(part) : Optional.empty())));
    most(same).ifPresent(sentences::add);
    return sentences;
  }

  private Optional<String> most(List<TargetChange> same) {
    var most =
        same.stream()
            .filter(one -> Math.abs(one.difference()) >= LEAST)
            .sorted(
                Comparator.comparingDouble((TargetChange one) -> Math.abs(one.difference()))
                    .reversed())
            .limit(NAMED)
            .map(one -> names.of(one.now().location()) + " " + Numbers.difference(one.difference()))
            .collect(Collectors.joining(wording.text(Phrase.LIST_SEPARATOR)));
    return most.isEmpty()
        ? Optional.empty()
        : Optional.of(wording.text(Phrase.SAY_MOST_CHANGED, most));
  }
}
