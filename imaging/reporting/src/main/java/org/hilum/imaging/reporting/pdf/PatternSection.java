package org.hilum.imaging.reporting.pdf;

import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.content.PatternWords;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.w3c.dom.Element;

/** How the pattern fits the published categories, beside the chest seen from the front. */
final class PatternSection {

  private final Markup markup;
  private final Wording wording;
  private final ReadingFindings findings;
  private final ReportPictures pictures;

  PatternSection(
      Markup markup, Wording wording, ReadingFindings findings, ReportPictures pictures) {
    this.markup = markup;
    this.wording = wording;
    this.findings = findings;
    this.pictures = pictures;
  }

  void addTo(Element body) {
    var row = markup.add(markup.add(body, "table", "pattern-and-profile together"), "tr", "");
    var words = markup.add(row, "td", "words");
    markup.add(words, "h2", "", wording.text(Phrase.PATTERN));
    var pattern = findings.measurements().covid19();
    var said = new PatternWords(pattern, wording);
    markup.add(words, "p", "category", said.name());
    markup.add(words, "p", "", said.meaning());
    labelled(words, Phrase.PATTERN_RULE, said.rule());
    labelled(words, Phrase.PATTERN_SOURCE, pattern.source());
    markup.add(words, "p", "note", said.use());
    ReportPdf.picture(markup, markup.add(row, "td", "coronal"), "half", pictures.coronal());
    var profile = markup.add(row, "td", "profile");
    ReportPdf.picture(markup, profile, "half", pictures.profile());
    var note = markup.add(profile, "p", "note");
    markup.add(note, "div", "", wording.text(Phrase.PROFILE));
    markup.add(note, "div", "", wording.text(Phrase.PROFILE_NOTE));
  }

  private void labelled(Element parent, Phrase label, String words) {
    var paragraph = markup.add(parent, "p", "rule");
    markup.add(paragraph, "span", "label", wording.text(label));
    markup.text(paragraph, words);
  }
}
