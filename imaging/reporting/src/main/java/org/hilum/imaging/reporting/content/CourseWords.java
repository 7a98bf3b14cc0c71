package org.hilum.imaging.reporting.content;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.hilum.imaging.comparison.Change;
import org.hilum.imaging.comparison.ChangeVerdict;
import org.hilum.imaging.comparison.ComparedQuantity;
import org.hilum.imaging.comparison.LesionFate;
import org.hilum.imaging.quantification.RegionMeasurements;
import org.hilum.imaging.reporting.ComparedFindings;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.vocabulary.Region.Level;

/** What the last two dates say, in three plain sentences: how much, where, which lesions. */
public record CourseWords(ComparedFindings findings, Wording wording) {

  private static final String PLUS = "+";

  /** The sentences, the most important first. */
  public List<String> sentences() {
    return List.of(amount(), where(), lesions());
  }

  private String amount() {
    var verdict = wording.course(findings.comparison().course().verdict());
    return switch (findings.lastPair().of(Region.LUNGS).of(ComparedQuantity.OPACITY_VOLUME)) {
      case Change.Compared change ->
          wording.text(
              Phrase.SENTENCE_AMOUNT,
              verdict,
              Numbers.of(change.prior(), 1),
              Numbers.of(change.current(), 1),
              signed(change.difference(), 1),
              relative(change),
              Numbers.of(change.limit(), 1));
      case Change.NotCompared(Reason reason) ->
          wording.text(Phrase.SENTENCE_AMOUNT_NOT, verdict, wording.reason(reason));
    };
  }

  private String relative(Change.Compared change) {
    var percent = change.relativePercent();
    return percent.isPresent()
        ? wording.text(Phrase.SENTENCE_RELATIVE, signed(percent.getAsDouble(), 0))
        : "";
  }

  private String where() {
    var parts = new ArrayList<String>();
    for (var region : regions(findings)) {
      boolean part = region.level() == Level.LOBE || region.level() == Level.ZONE;
      if (part
          && findings.lastPair().of(region).of(ComparedQuantity.OPACITY_VOLUME)
              instanceof Change.Compared change
          && change.verdict() != ChangeVerdict.WITHIN_ERROR) {
        parts.add(
            wording.text(
                Phrase.SENTENCE_PART, wording.region(region), signed(change.difference(), 1)));
      }
    }
    return parts.isEmpty()
        ? wording.text(Phrase.SENTENCE_NOWHERE)
        : wording.text(Phrase.SENTENCE_WHERE, joined(parts));
  }

  private String lesions() {
    var counts = new EnumMap<LesionFate, Integer>(LesionFate.class);
    for (var lesion : findings.comparison().lesions()) {
      LesionLife.of(findings, lesion)
          .lastStep()
          .ifPresent(step -> counts.merge(step.fate(), 1, Integer::sum));
    }
    var said = new ArrayList<String>();
    counts.forEach(
        (fate, count) -> said.add(wording.text(Phrase.SENTENCE_COUNT, count, wording.fate(fate))));
    return said.isEmpty()
        ? wording.text(Phrase.SENTENCE_NO_LESIONS)
        : wording.text(Phrase.SENTENCE_LESIONS, joined(said));
  }

  private String joined(List<String> words) {
    return String.join(wording.text(Phrase.LIST_SEPARATOR), words);
  }

  /** A number with its sign, also when it is positive. */
  public static String signed(double value, int decimals) {
    var text = Numbers.of(value, decimals);
    return value > 0 && text.chars().anyMatch(digit -> digit >= '1' && digit <= '9')
        ? PLUS + text
        : text;
  }

  /** The regions a table of changes shows: those of the last date. */
  public static List<Region> regions(ComparedFindings findings) {
    return ReportRegions.of(findings.current().measurements()).stream()
        .map(RegionMeasurements::region)
        .toList();
  }
}
