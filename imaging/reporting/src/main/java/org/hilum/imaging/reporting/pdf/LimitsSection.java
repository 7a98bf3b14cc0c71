package org.hilum.imaging.reporting.pdf;

import java.util.List;
import java.util.Map;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.content.Unmeasured;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.vocabulary.Reason;
import org.w3c.dom.Element;

/** What this reading cannot say, what was odd in its input, and what was left unread. */
final class LimitsSection {

  private final Markup markup;
  private final Wording wording;
  private final ReadingFindings findings;

  LimitsSection(Markup markup, Wording wording, ReadingFindings findings) {
    this.markup = markup;
    this.wording = wording;
    this.findings = findings;
  }

  void addTo(Element body) {
    markup.add(body, "h2", "", wording.text(Phrase.LIMITS));
    markup.add(
        body,
        "p",
        "",
        wording.text(findings.isWithinValidated() ? Phrase.SCOPE_WITHIN : Phrase.SCOPE_OUTSIDE));
    reasons(body, findings.limits());
    if (!findings.oddities().isEmpty()) {
      markup.add(body, "h3", "", wording.text(Phrase.DEVIATIONS));
      reasons(body, findings.oddities());
    }
    notMeasured(body);
    notChosen(body);
    if (markup.hasLeftOut()) {
      markup.add(body, "p", "", wording.text(Phrase.TEXT_NOT_SHOWN));
    }
  }

  private void reasons(Element body, List<Reason> reasons) {
    if (reasons.isEmpty()) {
      return;
    }
    var list = markup.add(body, "table", "reasons");
    for (var reason : reasons) {
      item(list, reason, wording.reason(reason));
    }
  }

  private void item(Element list, Reason reason, String words) {
    var item = markup.add(list, "tr", "");
    markup.add(item, "td", "code", reason.code().code());
    markup.add(item, "td", "", words);
  }

  private void notMeasured(Element body) {
    var all = Unmeasured.of(findings, wording);
    if (all.isEmpty()) {
      return;
    }
    markup.add(body, "h3", "", wording.text(Phrase.NOT_MEASURED));
    var list = markup.add(body, "table", "reasons");
    for (var unmeasured : all) {
      item(
          list,
          unmeasured.reason(),
          wording.reason(withoutPlace(unmeasured.reason()))
              + "  \u2014  "
              + String.join(wording.text(Phrase.LIST_SEPARATOR), unmeasured.what()));
    }
  }

  private void notChosen(Element body) {
    if (findings.notChosen().isEmpty()) {
      return;
    }
    markup.add(body, "h3", "", wording.text(Phrase.NOT_CHOSEN));
    var list = markup.add(body, "table", "reasons");
    findings.notChosen().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                item(
                    list,
                    entry.getValue(),
                    wording.reason(entry.getValue()) + " (" + entry.getKey() + ")"));
  }

  /** What it concerns is listed after it. */
  private static Reason withoutPlace(Reason reason) {
    return Reason.of(reason.code(), reason.message());
  }
}
