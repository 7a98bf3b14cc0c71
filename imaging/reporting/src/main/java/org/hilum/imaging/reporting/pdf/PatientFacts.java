package org.hilum.imaging.reporting.pdf;

import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.reporting.content.HeaderWords;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.w3c.dom.Element;

/** Whose images they are, and of which study. */
record PatientFacts(Markup markup, Wording wording, HeaderWords source) {

  void addTo(Element body) {
    var facts = markup.add(body, "table", "facts");
    var first = markup.add(facts, "tr", "");
    fact(first, Phrase.PATIENT_NAME, source.patientName(), "strong");
    fact(first, Phrase.PATIENT_ID, source.textOrNotGiven(Tag.PATIENT_ID), "strong");
    fact(first, Phrase.BIRTH_DATE, source.date(Tag.PATIENT_BIRTH_DATE), "");
    fact(first, Phrase.SEX, source.textOrNotGiven(Tag.PATIENT_SEX), "");
    var second = markup.add(facts, "tr", "");
    fact(second, Phrase.STUDY, source.textOrNotGiven(Tag.STUDY_DESCRIPTION), "");
    fact(second, Phrase.SERIES, source.textOrNotGiven(Tag.SERIES_DESCRIPTION), "");
    fact(second, Phrase.STUDY_DATE, source.date(Tag.STUDY_DATE), "");
    fact(second, Phrase.ACCESSION_NUMBER, source.textOrNotGiven(Tag.ACCESSION_NUMBER), "");
  }

  private void fact(Element row, Phrase label, String value, String styleClass) {
    var cell = markup.add(row, "td", "");
    markup.add(cell, "div", "label", wording.text(label));
    markup.add(cell, "div", styleClass, value);
  }
}
