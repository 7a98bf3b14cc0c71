package org.hilum.imaging.reporting.pdf;

import org.hilum.imaging.reporting.ComparedFindings;
import org.hilum.imaging.reporting.content.ComparisonWords;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.w3c.dom.Element;

/** By which rule the verdict was given, what follows from it, and what limits all of it. */
final class CourseSection {

  private final Markup markup;
  private final Wording wording;
  private final ComparedFindings findings;

  CourseSection(Markup markup, Wording wording, ComparedFindings findings) {
    this.markup = markup;
    this.wording = wording;
    this.findings = findings;
  }

  void addTo(Element body) {
    var words = new ComparisonWords(findings, wording);
    var verdict = wording.course(findings.comparison().course().verdict());
    markup.add(body, "h2", "", verdict);
    var list = markup.add(body, "table", "reasons course-lines");
    words.course().forEach(line -> line(list, line.label(), line.words()));
    line(list, wording.text(Phrase.ALIGNMENT), words.alignment());
    markup.add(body, "h2", "", wording.text(Phrase.COMPARISON_LIMITS));
    var remarks = findings.lastPair().remarks();
    if (remarks.isEmpty()) {
      markup.add(body, "p", "", wording.text(Phrase.COMPARISON_REMARKS_NONE));
    }
    var reasons = markup.add(body, "table", "reasons");
    for (var reason : remarks) {
      var row = markup.add(reasons, "tr", "");
      markup.add(row, "td", "code", reason.code().code());
      markup.add(row, "td", "", wording.reason(reason));
    }
    words.doubts().forEach(doubt -> markup.add(body, "p", "note", doubt));
    if (markup.hasLeftOut()) {
      markup.add(body, "p", "", wording.text(Phrase.TEXT_NOT_SHOWN));
    }
  }

  private void line(Element list, String label, String words) {
    var row = markup.add(list, "tr", "");
    markup.add(row, "td", "course-label", label);
    markup.add(row, "td", "", words);
  }
}
