package org.hilum.imaging.reporting.content;

import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;

/**
 * What is known of the patient, the study and how it was scanned, in the words of the source.
 *
 * <p>Limits: holds the patient's name; for pages only, never for logs.
 */
public final class SourceWords extends HeaderWords {

  private final ReadingFindings findings;
  private final Wording wording;

  public SourceWords(ReadingFindings findings, Wording wording) {
    super(findings.source().map(source -> source.header()), wording);
    this.findings = findings;
    this.wording = wording;
  }

  /** How the images were made, in one line. */
  public String technique() {
    var parts = new ArrayList<String>();
    var geometry = findings.volume().geometry();
    parts.add(
        wording.text(
            Phrase.TECHNIQUE_SLICES, geometry.slices(), geometry.columns(), geometry.rows()));
    parts.add(
        findings.volume().spacingKnown()
            ? wording.text(
                Phrase.TECHNIQUE_SPACING,
                Numbers.shortest(geometry.iSpacingMm(), 3),
                Numbers.shortest(geometry.jSpacingMm(), 3),
                Numbers.shortest(geometry.normalSpacingMm(), 3))
            : wording.text(Phrase.TECHNIQUE_SPACING_UNKNOWN));
    add(parts, Tag.SLICE_THICKNESS, Phrase.TECHNIQUE_THICKNESS);
    add(parts, Tag.CONVOLUTION_KERNEL, Phrase.TECHNIQUE_KERNEL);
    add(parts, Tag.KVP, Phrase.TECHNIQUE_KVP);
    add(parts, Tag.CONTRAST_BOLUS_AGENT, Phrase.TECHNIQUE_CONTRAST);
    var scanner = new ArrayList<String>();
    text(Tag.MANUFACTURER).ifPresent(scanner::add);
    text(Tag.MANUFACTURER_MODEL_NAME).ifPresent(scanner::add);
    if (!scanner.isEmpty()) {
      parts.add(String.join(" ", scanner));
    }
    return String.join("  \u00b7  ", parts);
  }

  private void add(List<String> parts, int tag, Phrase phrase) {
    text(tag).ifPresent(value -> parts.add(wording.text(phrase, value)));
  }
}
