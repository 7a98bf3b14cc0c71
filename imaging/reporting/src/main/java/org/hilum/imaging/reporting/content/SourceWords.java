package org.hilum.imaging.reporting.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
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
public final class SourceWords {

  private static final String NAME_GROUPS = "=";
  private static final String NAME_PARTS = "\\^";

  private final ReadingFindings findings;
  private final Wording wording;

  public SourceWords(ReadingFindings findings, Wording wording) {
    this.findings = findings;
    this.wording = wording;
  }

  /** Whether there are DICOM attributes to speak of. */
  public boolean isDicom() {
    return findings.source().isPresent();
  }

  /** An attribute as the source has it; empty when it has none. */
  public Optional<String> text(int tag) {
    return header().flatMap(header -> header.text(tag));
  }

  /** An attribute as the source has it, or the words that it is not given. */
  public String textOrNotGiven(int tag) {
    return text(tag).orElseGet(() -> wording.text(Phrase.NOT_GIVEN));
  }

  private Optional<DataSet> header() {
    return findings.source().map(source -> source.header());
  }

  /**
   * The patient's name, all groups as they are, without the carets between parts (PS3.5 6.2.1.1).
   */
  public String patientName() {
    return text(Tag.PATIENT_NAME)
        .map(SourceWords::spoken)
        .filter(name -> !name.isBlank())
        .orElseGet(() -> wording.text(Phrase.NOT_GIVEN));
  }

  private static String spoken(String name) {
    var groups = new ArrayList<String>();
    for (var group : name.split(NAME_GROUPS, -1)) {
      var parts = group.split(NAME_PARTS, -1);
      boolean latin = group.codePoints().allMatch(letter -> letter < 0x2E80);
      var spoken = String.join(latin ? " " : "", parts).strip().replaceAll(" +", " ");
      if (!spoken.isEmpty()) {
        groups.add(spoken);
      }
    }
    return String.join("  \u00b7  ", groups);
  }

  /** A date as year, month and day; as the source has it when it is not a DICOM date. */
  public String date(int tag) {
    return text(tag)
        .map(
            date ->
                date.matches("[0-9]{8}")
                    ? date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6)
                    : date)
        .orElseGet(() -> wording.text(Phrase.NOT_GIVEN));
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
