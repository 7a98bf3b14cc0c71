package org.hilum.imaging.reporting;

import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.comparison.Change;
import org.hilum.imaging.reporting.content.ComparisonWords;
import org.hilum.imaging.reporting.content.CourseWords;
import org.hilum.imaging.reporting.content.LesionLife;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;

/**
 * What changed between dates, in a few lines for a terminal.
 *
 * <p>Holds no patient attribute: terminals are logged.
 */
public final class ComparisonSummary {

  private ComparisonSummary() {}

  /** The lines, without line feeds. */
  public static List<String> lines(ComparedFindings findings, Language language) {
    var wording = Wording.in(language);
    var words = new ComparisonWords(findings, wording);
    var lines = new ArrayList<String>();
    lines.add(words.dates());
    lines.addAll(new CourseWords(findings, wording).sentences());
    LesionLife.recent(findings).forEach(life -> lines.add(lesion(life, wording)));
    words.course().forEach(line -> lines.add(line.label() + ": " + line.words()));
    lines.add(wording.text(Phrase.ALIGNMENT) + ": " + words.alignment());
    findings
        .lastPair()
        .remarks()
        .forEach(remark -> lines.add("  " + remark.code().code() + " " + wording.reason(remark)));
    lines.add(wording.text(Phrase.NOTICE));
    return List.copyOf(lines);
  }

  private static String lesion(LesionLife life, Wording wording) {
    var seen = life.current().or(life::prior).orElseThrow();
    return "  "
        + life.lesion().identity()
        + "  "
        + life.fate(wording)
        + "  \u00b7  "
        + wording.region(seen.region())
        + life.change().map(ComparisonSummary::change).orElse("");
  }

  private static String change(Change.Compared change) {
    return "  \u00b7  "
        + Numbers.of(change.prior(), 1)
        + " \u2192 "
        + Numbers.of(change.current(), 1)
        + " mL (\u00b1 "
        + Numbers.of(change.limit(), 1)
        + ")";
  }
}
