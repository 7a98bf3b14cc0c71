package org.hilum.imaging.reporting.content;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.hilum.imaging.comparison.Change;
import org.hilum.imaging.comparison.ChangeVerdict;
import org.hilum.imaging.comparison.ComparedQuantity;
import org.hilum.imaging.comparison.LesionFate;
import org.hilum.imaging.comparison.RegionChange;
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
    var lungs = findings.lastPair().of(Region.LUNGS);
    // The quantity that gave the verdict, so that number and verdict never disagree.
    return switch (lungs.of(lungs.deciding())) {
      case Change.Compared change ->
          wording.text(
              isPercent(lungs) ? Phrase.SENTENCE_AMOUNT_PERCENT : Phrase.SENTENCE_AMOUNT,
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
          && changeOf(region) instanceof Change.Compared change
          && change.verdict() != ChangeVerdict.WITHIN_ERROR) {
        parts.add(
            wording.text(
                isPercent(findings.lastPair().of(region))
                    ? Phrase.SENTENCE_PART_PERCENT
                    : Phrase.SENTENCE_PART,
                wording.region(region),
                signed(change.difference(), 1)));
      }
    }
    return parts.isEmpty()
        ? wording.text(Phrase.SENTENCE_NOWHERE)
        : wording.text(Phrase.SENTENCE_WHERE, joined(parts));
  }

  private Change changeOf(Region region) {
    var change = findings.lastPair().of(region);
    return change.of(change.deciding());
  }

  private static boolean isPercent(RegionChange change) {
    return change.deciding() == ComparedQuantity.OPACITY_PERCENT;
  }

  /** How many lesions had which fate; those whose fate is in doubt are counted apart. */
  private String lesions() {
    var counts = new EnumMap<LesionFate, Integer>(LesionFate.class);
    int doubtful = 0;
    for (var lesion : findings.comparison().lesions()) {
      var step = LesionLife.of(findings, lesion).lastStep();
      if (step.isPresent() && step.get().doubt().isPresent()) {
        doubtful++;
      } else {
        step.ifPresent(sure -> counts.merge(sure.fate(), 1, Integer::sum));
      }
    }
    var said = new ArrayList<String>();
    counts.forEach(
        (fate, count) -> said.add(wording.text(Phrase.SENTENCE_COUNT, count, wording.fate(fate))));
    if (doubtful > 0) {
      said.add(wording.text(Phrase.SENTENCE_DOUBTFUL, doubtful));
    }
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
