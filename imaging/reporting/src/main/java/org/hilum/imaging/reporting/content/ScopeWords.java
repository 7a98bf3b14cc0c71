package org.hilum.imaging.reporting.content;

import java.util.List;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;

/** Whether the input lies within what the networks were validated for, in words. */
public record ScopeWords(ReadingFindings findings, Wording wording) {

  /** One line that stands where it cannot be missed; it names the codes explained further on. */
  public String banner() {
    List<String> codes =
        findings.outsideScope().stream().map(reason -> reason.code().code()).distinct().toList();
    return wording.text(
        Phrase.SCOPE_BANNER, String.join(wording.text(Phrase.LIST_SEPARATOR), codes));
  }
}
