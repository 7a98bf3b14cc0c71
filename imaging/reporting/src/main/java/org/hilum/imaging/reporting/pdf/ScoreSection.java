package org.hilum.imaging.reporting.pdf;

import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.quantification.SeverityScore;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.content.ScoreWords;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.w3c.dom.Element;

/** The published scores with their inputs. */
final class ScoreSection {

  private static final List<Phrase> HEADINGS =
      List.of(
          Phrase.COLUMN_SCORE,
          Phrase.COLUMN_VALUE,
          Phrase.COLUMN_RANGE,
          Phrase.COLUMN_INPUTS,
          Phrase.COLUMN_SOURCE);

  private final Markup markup;
  private final Wording wording;
  private final ReadingFindings findings;

  ScoreSection(Markup markup, Wording wording, ReadingFindings findings) {
    this.markup = markup;
    this.wording = wording;
    this.findings = findings;
  }

  void addTo(Element body) {
    if (findings.measurements().scores().isEmpty()) {
      return;
    }
    var section = markup.add(body, "div", "together");
    markup.add(section, "h2", "", wording.text(Phrase.SCORES));
    var table = markup.add(section, "table", "numbers scores");
    var names = markup.add(markup.add(table, "thead", ""), "tr", "");
    for (var heading : HEADINGS) {
      markup.add(names, "th", style(heading), wording.text(heading));
    }
    var rows = markup.add(table, "tbody", "");
    findings.measurements().scores().forEach(score -> row(rows, score));
  }

  private static String style(Phrase heading) {
    return switch (heading) {
      case COLUMN_VALUE, COLUMN_RANGE -> "";
      case COLUMN_INPUTS -> "first inputs";
      case COLUMN_SOURCE -> "first source";
      default -> "first";
    };
  }

  private void row(Element rows, SeverityScore score) {
    var row = markup.add(rows, "tr", "");
    var words = new ScoreWords(score, wording);
    var cells = new ArrayList<String>();
    cells.add(score.name());
    cells.add(words.value());
    cells.add(
        Numbers.shortest(score.lowest(), 1) + "\u2013" + Numbers.shortest(score.highest(), 1));
    cells.add(words.inputs());
    cells.add(score.source());
    for (int n = 0; n < cells.size(); n++) {
      boolean value = n == 1 && score.value().number().isPresent();
      markup.add(row, "td", value ? "main" : style(HEADINGS.get(n)), cells.get(n));
    }
  }
}
