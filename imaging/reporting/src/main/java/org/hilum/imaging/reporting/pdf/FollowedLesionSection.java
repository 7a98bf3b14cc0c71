package org.hilum.imaging.reporting.pdf;

import java.util.Optional;
import org.hilum.imaging.comparison.Change;
import org.hilum.imaging.comparison.LesionState;
import org.hilum.imaging.reporting.ComparedFindings;
import org.hilum.imaging.reporting.content.ComparisonWords;
import org.hilum.imaging.reporting.content.CourseWords;
import org.hilum.imaging.reporting.content.LesionLife;
import org.hilum.imaging.reporting.overlay.Palette;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.w3c.dom.Element;

/** The table of the followed lesions: colour, what became of each, its volumes, its limit. */
final class FollowedLesionSection {

  /** More than a reader looks at; all are in {@code comparison.json}. */
  private static final int MOST = 8;

  /** As many dates as fit the width; earlier ones are in the chart. */
  private static final int MOST_DATES = 5;

  /** As many dates as leave room for every column. */
  private static final int ROOMY_DATES = 3;

  /** Of a date as written, 2020-02-28. */
  private static final int YEAR_AND_DASH = "2020-".length();

  private final Markup markup;
  private final Wording wording;
  private final ComparedFindings findings;
  private final ComparisonWords words;
  private final int firstDate;

  FollowedLesionSection(Markup markup, Wording wording, ComparedFindings findings) {
    this.markup = markup;
    this.wording = wording;
    this.findings = findings;
    words = new ComparisonWords(findings, wording);
    firstDate = Math.max(0, findings.readings().size() - MOST_DATES);
  }

  void addTo(Element body) {
    var section = markup.add(body, "div", "together");
    var heading = markup.add(section, "h2", "", wording.text(Phrase.FOLLOWED_LESIONS));
    var lives = LesionLife.recent(findings);
    if (lives.isEmpty()) {
      markup.add(section, "p", "", wording.text(Phrase.SENTENCE_NO_LESIONS));
      return;
    }
    if (lives.size() > MOST) {
      markup.add(
          heading, "span", "aside", "   " + wording.text(Phrase.FOLLOWED_MOST, MOST, lives.size()));
    }
    var table = markup.add(section, "table", "numbers followed");
    heading(markup.add(table, "thead", ""));
    var rows = markup.add(table, "tbody", "");
    lives.stream().limit(MOST).forEach(life -> row(rows, life));
    markup.add(section, "p", "note", wording.text(Phrase.FOLLOWED_NOTE));
  }

  private void heading(Element head) {
    var names = markup.add(head, "tr", "");
    var units = markup.add(head, "tr", "units");
    for (var name : new Phrase[] {Phrase.COLUMN_NUMBER, Phrase.COLUMN_FATE, Phrase.COLUMN_REGION}) {
      column(names, units, "first", wording.text(name), "");
    }
    if (!isCrowded()) {
      column(names, units, "first", wording.text(Phrase.COLUMN_KIND), "");
    }
    for (int date = firstDate; date < findings.readings().size(); date++) {
      column(names, units, "", day(date), "mL");
    }
    column(names, units, "", wording.text(Phrase.COLUMN_CHANGE), "mL");
    column(names, units, "", wording.text(Phrase.COLUMN_CHANGE), "%");
    column(names, units, "", wording.text(Phrase.COLUMN_LIMIT), "mL");
    column(names, units, "", wording.text(Phrase.COLUMN_VERDICT), "");
    column(names, units, "", wording.text(Phrase.COLUMN_DOUBT), "");
  }

  /** With many dates the kind of opacity gives way, and the year where it is the same. */
  private boolean isCrowded() {
    return findings.readings().size() - firstDate > ROOMY_DATES;
  }

  private String day(int date) {
    var day = words.day(date);
    boolean dated = findings.comparison().readings().get(date).date().isPresent();
    boolean sameYear = words.day(firstDate).regionMatches(0, day, 0, YEAR_AND_DASH);
    return isCrowded() && dated && sameYear ? day.substring(YEAR_AND_DASH) : day;
  }

  private void column(Element names, Element units, String style, String name, String unit) {
    markup.add(names, "th", style, name);
    markup.add(units, "th", style, unit);
  }

  private void row(Element rows, LesionLife life) {
    var row = markup.add(rows, "tr", "");
    number(markup.add(row, "td", "first"), life.lesion().identity());
    markup.add(row, "td", "first main", life.fate(wording));
    var seen = life.current().or(life::prior).orElseThrow();
    markup.add(row, "td", "first", wording.region(seen.region()));
    if (!isCrowded()) {
      markup.add(row, "td", "first", wording.kind(seen.kind()));
    }
    for (int date = firstDate; date < findings.readings().size(); date++) {
      markup.add(row, "td", "", volume(life.lesion().states().get(date), date));
    }
    change(row, life.change());
    markup.add(
        row,
        "td",
        "code",
        life.lastStep().flatMap(step -> step.doubt()).map(doubt -> doubt.code().code()).orElse(""));
  }

  private void number(Element cell, int identity) {
    markup
        .add(cell, "span", "swatch", "\u25a0")
        .setAttribute("style", "color: " + Palette.hex(Palette.ofIdentity(identity)));
    markup.add(cell, "span", "", " " + identity);
  }

  private String volume(Optional<LesionState> state, int date) {
    return state
        .filter(_ -> findings.readings().get(date).volume().spacingKnown())
        .map(there -> Numbers.of(there.volumeMl(), 1))
        .orElse(Numbers.NOT_MEASURED);
  }

  private void change(Element row, Optional<Change.Compared> change) {
    if (change.isEmpty()) {
      for (int n = 0; n < 4; n++) {
        markup.add(row, "td", "", Numbers.NOT_MEASURED);
      }
      return;
    }
    var said = change.get();
    var percent = said.relativePercent();
    markup.add(row, "td", "main", CourseWords.signed(said.difference(), 1));
    markup.add(
        row,
        "td",
        "",
        percent.isPresent() ? CourseWords.signed(percent.getAsDouble(), 0) : Numbers.NOT_MEASURED);
    markup.add(row, "td", "", Numbers.of(said.limit(), 1));
    markup.add(row, "td", ChangeSection.verdictStyle(said), wording.verdict(said.verdict()));
  }
}
