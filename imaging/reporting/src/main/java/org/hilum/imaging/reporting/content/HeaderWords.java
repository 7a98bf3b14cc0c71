package org.hilum.imaging.reporting.content;

import java.util.ArrayList;
import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;

/**
 * What is known of the patient and the study, in the words of the source.
 *
 * <p>Limits: holds the patient's name; for pages only, never for logs.
 */
public class HeaderWords {

  private static final String NAME_GROUPS = "=";
  private static final String NAME_PARTS = "\\^";

  private final Optional<DataSet> header;
  private final Wording wording;

  public HeaderWords(Optional<DataSet> header, Wording wording) {
    this.header = header;
    this.wording = wording;
  }

  /** Whether there are DICOM attributes to speak of. */
  public final boolean isDicom() {
    return header.isPresent();
  }

  /** An attribute as the source has it; empty when it has none. */
  public final Optional<String> text(int tag) {
    return header.flatMap(source -> source.text(tag));
  }

  /** An attribute as the source has it, or the words that it is not given. */
  public final String textOrNotGiven(int tag) {
    return text(tag).orElseGet(() -> wording.text(Phrase.NOT_GIVEN));
  }

  /**
   * The patient's name, all groups as they are, without the carets between parts (PS3.5 6.2.1.1).
   */
  public final String patientName() {
    return text(Tag.PATIENT_NAME)
        .map(HeaderWords::spoken)
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
  public final String date(int tag) {
    return text(tag)
        .map(
            date ->
                date.matches("[0-9]{8}")
                    ? date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6)
                    : date)
        .orElseGet(() -> wording.text(Phrase.NOT_GIVEN));
  }
}
