package org.hilum.imaging.reporting.pdf;

import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.content.PatternWords;
import org.hilum.imaging.reporting.content.ScopeWords;
import org.hilum.imaging.reporting.content.SourceWords;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.vocabulary.Region;
import org.w3c.dom.Element;

/** The head of the report: whose images, of what, and the findings in five numbers. */
final class OpeningSection {

  private final Markup markup;
  private final Wording wording;
  private final ReadingFindings findings;
  private final SourceWords source;

  OpeningSection(Markup markup, Wording wording, ReadingFindings findings, SourceWords source) {
    this.markup = markup;
    this.wording = wording;
    this.findings = findings;
    this.source = source;
  }

  void addTo(Element body) {
    var title = markup.add(markup.add(body, "table", "title"), "tr", "");
    markup.add(title, "td", "name", wording.text(Phrase.TITLE));
    markup.add(title, "td", "notice", wording.text(Phrase.NOTICE));
    if (source.isDicom()) {
      patient(body);
    } else {
      markup.add(body, "p", "file", wording.text(Phrase.NO_DICOM_SOURCE, findings.studyName()));
    }
    var technique = markup.add(body, "p", "technique");
    markup.add(technique, "span", "label", wording.text(Phrase.TECHNIQUE));
    markup.text(technique, source.technique());
    inShort(body);
    findings
        .correction()
        .ifPresent(
            by ->
                markup.add(
                    body,
                    "p",
                    "outside",
                    wording.text(
                        Phrase.CORRECTED_BANNER,
                        by.by(),
                        by.moment(),
                        by.steps(),
                        by.fromVersion())));
    if (!findings.isWithinValidated()) {
      markup.add(body, "p", "outside", new ScopeWords(findings, wording).banner());
    }
  }

  /** Whose images they are. */
  void patient(Element body) {
    new PatientFacts(markup, wording, source).addTo(body);
  }

  private void inShort(Element body) {
    var lungs = findings.measurements().of(Region.LUNGS);
    var row = markup.add(markup.add(body, "table", "short"), "tr", "");
    var large = markup.add(row, "td", "large");
    markup.add(
        large,
        "div",
        "number",
        Numbers.of(lungs.of(Quantity.OPACITY_PERCENT), Quantity.OPACITY_PERCENT) + " %");
    markup.add(large, "div", "label", wording.text(Phrase.SHORT_OPACITY));
    number(
        row,
        lungs.of(Quantity.GROUND_GLASS_VOLUME),
        Quantity.GROUND_GLASS_VOLUME,
        Phrase.SHORT_GROUND_GLASS);
    number(
        row,
        lungs.of(Quantity.CONSOLIDATION_VOLUME),
        Quantity.CONSOLIDATION_VOLUME,
        Phrase.SHORT_CONSOLIDATION);
    number(row, lungs.of(Quantity.VOLUME), Quantity.VOLUME, Phrase.SHORT_LUNG_VOLUME);
    number(row, lungs.of(Quantity.LESION_COUNT), Quantity.LESION_COUNT, Phrase.SHORT_LESIONS);
    var pattern = markup.add(row, "td", "pattern");
    markup.add(
        pattern, "div", "", new PatternWords(findings.measurements().covid19(), wording).name());
    markup.add(pattern, "div", "label", wording.text(Phrase.PATTERN));
  }

  private void number(Element row, Measurement measurement, Quantity quantity, Phrase label) {
    var cell = markup.add(row, "td", "");
    boolean millilitres = quantity != Quantity.LESION_COUNT && measurement.number().isPresent();
    markup.add(
        cell, "div", "figure", Numbers.of(measurement, quantity) + (millilitres ? " mL" : ""));
    markup.add(cell, "div", "label", wording.text(label));
  }
}
