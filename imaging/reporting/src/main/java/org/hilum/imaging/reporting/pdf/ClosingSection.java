package org.hilum.imaging.reporting.pdf;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.content.SourceWords;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.w3c.dom.Element;

/** By what the reading was made, and where a person signs. */
final class ClosingSection {

  /** Enough of a SHA-256 to tell networks apart by eye. */
  private static final int SHORT_HASH = 12;

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

  private final Markup markup;
  private final Wording wording;
  private final ReadingFindings findings;
  private final SourceWords source;

  ClosingSection(Markup markup, Wording wording, ReadingFindings findings, SourceWords source) {
    this.markup = markup;
    this.wording = wording;
    this.findings = findings;
    this.source = source;
  }

  void addTo(Element body) {
    var closing = markup.add(body, "div", "together closing");
    var made = markup.add(closing, "p", "made");
    fact(made, Phrase.MADE_BY, findings.software().name() + " " + findings.software().version());
    fact(
        made,
        Phrase.NETWORKS,
        findings.segmentation().networks().stream()
            .map(
                network ->
                    network.name()
                        + " "
                        + network.version()
                        + " ("
                        + network
                            .sha256()
                            .substring(0, Math.min(SHORT_HASH, network.sha256().length()))
                        + ")")
            .collect(Collectors.joining(", ")));
    fact(made, Phrase.READ_AT, MINUTES.format(findings.readAt()));
    source.text(Tag.SERIES_INSTANCE_UID).ifPresent(uid -> fact(made, Phrase.SERIES_UID, uid));
    var signature = markup.add(markup.add(closing, "table", "signature"), "tr", "");
    for (var line : new Phrase[] {Phrase.READER, Phrase.SIGNATURE, Phrase.SIGNED_ON}) {
      markup.add(markup.add(signature, "td", ""), "div", "label", wording.text(line));
    }
    markup.add(closing, "p", "note", wording.signNote(findings));
  }

  private void fact(Element parent, Phrase label, String value) {
    markup.add(parent, "span", "label", wording.text(label));
    markup.add(parent, "span", "fact", value + " ");
  }
}
