package org.hilum.imaging.reporting;

import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.quantification.RegionMeasurements;
import org.hilum.imaging.reporting.content.PatternWords;
import org.hilum.imaging.reporting.content.ReportRegions;
import org.hilum.imaging.reporting.content.ScoreWords;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;

/**
 * What a reading found, in a few lines for a terminal.
 *
 * <p>Holds no patient attribute: terminals are logged.
 */
public final class PlainSummary {

  private static final List<Quantity> COLUMNS =
      List.of(
          Quantity.VOLUME,
          Quantity.OPACITY_PERCENT,
          Quantity.OPACITY_VOLUME,
          Quantity.GROUND_GLASS_VOLUME,
          Quantity.CONSOLIDATION_VOLUME,
          Quantity.LESION_COUNT);

  private static final int NAME_WIDTH = 20;
  private static final int NUMBER_WIDTH = 16;

  private final ReadingFindings findings;
  private final Wording wording;

  private PlainSummary(ReadingFindings findings, Wording wording) {
    this.findings = findings;
    this.wording = wording;
  }

  /** The lines, without line feeds. */
  public static List<String> lines(ReadingFindings findings, Language language) {
    return new PlainSummary(findings, Wording.in(language)).lines();
  }

  private List<String> lines() {
    var lines = new ArrayList<String>();
    var heading = new StringBuilder(padded(wording.text(Phrase.SUMMARY_REGION), NAME_WIDTH));
    for (var quantity : COLUMNS) {
      heading.append(setRight(shortName(quantity)));
    }
    lines.add(heading.toString());
    ReportRegions.of(findings.measurements()).forEach(region -> lines.add(row(region)));
    lines.add("");
    for (var score : findings.measurements().scores()) {
      lines.add(score.name() + ": " + new ScoreWords(score, wording).value());
    }
    lines.add(
        wording.text(Phrase.SUMMARY_PATTERN)
            + ": "
            + new PatternWords(findings.measurements().covid19(), wording).name());
    lines.add(
        wording.text(findings.isWithinValidated() ? Phrase.SCOPE_WITHIN : Phrase.SCOPE_OUTSIDE));
    findings
        .limits()
        .forEach(remark -> lines.add("  " + remark.code().code() + " " + wording.reason(remark)));
    lines.add(wording.text(Phrase.NOTICE));
    return List.copyOf(lines);
  }

  private String row(RegionMeasurements region) {
    var row = new StringBuilder(padded(wording.region(region.region()), NAME_WIDTH));
    for (var quantity : COLUMNS) {
      row.append(setRight(Numbers.of(region.of(quantity), quantity)));
    }
    return row.toString();
  }

  private String shortName(Quantity quantity) {
    return switch (quantity) {
      case VOLUME -> wording.text(Phrase.COLUMN_VOLUME) + " mL";
      case OPACITY_PERCENT -> wording.text(Phrase.COLUMN_OPACITY) + " %";
      case OPACITY_VOLUME -> wording.text(Phrase.COLUMN_OPACITY) + " mL";
      case GROUND_GLASS_VOLUME -> wording.text(Phrase.KIND_GROUND_GLASS) + " mL";
      case CONSOLIDATION_VOLUME -> wording.text(Phrase.KIND_CONSOLIDATION) + " mL";
      case LESION_COUNT -> wording.text(Phrase.COLUMN_LESIONS);
      default -> wording.quantity(quantity);
    };
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - cells(text)));
  }

  private static String setRight(String text) {
    return " ".repeat(Math.max(1, NUMBER_WIDTH - cells(text))) + text;
  }

  /** A Chinese character fills two cells of a terminal. */
  private static int cells(String text) {
    return text.codePoints().map(codePoint -> codePoint >= 0x2E80 ? 2 : 1).sum();
  }
}
