package org.hilum.imaging.volume.stack;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.VolumeReason;

/**
 * What the header of a scan says that sets it apart from plain CT of an adult lying on the back:
 * contrast medium, a sharp kernel, a child, lying on the side.
 *
 * <p>Limits: an attribute that is absent says nothing; headers can be wrong.
 */
public final class ScanRemarks {

  private static final Set<String> NO_AGENT =
      Set.of("", "NO", "NONE", "N", "NO CONTRAST", "WITHOUT");

  /** Lying on the left or right side, head or feet first (PS3.3 C.7.3.1.1.2). */
  private static final Set<String> ON_THE_SIDE = Set.of("HFDL", "HFDR", "FFDL", "FFDR");

  /** The networks' cards say adults. */
  private static final int ADULT_FROM_YEARS = 18;

  /** An age string (PS3.5, AS): three digits and days, weeks, months or years. */
  private static final Pattern AGE = Pattern.compile("(\\d{3})([DWMY])");

  private ScanRemarks() {}

  /** All that is remarkable in a header. */
  static List<Reason> of(DataSet header) {
    var remarks = new ArrayList<Reason>();
    var agent = header.text(Tag.CONTRAST_BOLUS_AGENT).orElse("");
    if (hasAgent(agent)) {
      remarks.add(
          new Reason(
              VolumeReason.CONTRAST_AGENT,
              "contrast agent was given (" + agent + "); vessels and consolidation are brighter",
              "(0018,0010)"));
    }
    var kernel = header.text(Tag.CONVOLUTION_KERNEL).orElse("");
    if (Kernel.of(kernel) == Kernel.SHARP) {
      remarks.add(
          new Reason(
              VolumeReason.SHARP_KERNEL,
              "the kernel "
                  + kernel
                  + " is sharp; the networks were validated on soft ones: send the soft"
                  + " reconstruction if there is one",
              "(0018,1210)"));
    }
    var years = years(header);
    if (years.isPresent() && years.getAsInt() < ADULT_FROM_YEARS) {
      remarks.add(
          new Reason(
              VolumeReason.NOT_AN_ADULT,
              "by the header the patient is under "
                  + ADULT_FROM_YEARS
                  + " years; the networks have seen adults",
              header.text(Tag.PATIENT_AGE).isPresent() ? "(0010,1010)" : "(0010,0030)"));
    }
    var position = header.text(Tag.PATIENT_POSITION).orElse("");
    if (ON_THE_SIDE.contains(position.toUpperCase(Locale.ROOT))) {
      remarks.add(
          new Reason(
              VolumeReason.ON_THE_SIDE,
              "the patient lies on the side (" + position + "); the networks have seen none so",
              "(0018,5100)"));
    }
    return remarks;
  }

  /** Whether a Contrast/Bolus Agent means that one was given. */
  public static boolean hasAgent(String agent) {
    return !NO_AGENT.contains(agent.strip().toUpperCase(Locale.ROOT));
  }

  /** Age in whole years by Patient's Age, else by birth date and study date. */
  private static OptionalInt years(DataSet header) {
    var stated = AGE.matcher(header.text(Tag.PATIENT_AGE).orElse("").strip());
    if (stated.matches()) {
      boolean years = stated.group(2).equals("Y");
      int days =
          switch (stated.group(2)) {
            case "D" -> 1;
            case "W" -> 7;
            default -> 30;
          };
      int number = Integer.parseInt(stated.group(1));
      return OptionalInt.of(years ? number : number * days / 365);
    }
    var born = date(header, Tag.PATIENT_BIRTH_DATE);
    var scanned = date(header, Tag.STUDY_DATE);
    return born.isPresent() && scanned.isPresent() && !scanned.get().isBefore(born.get())
        ? OptionalInt.of((int) ChronoUnit.YEARS.between(born.get(), scanned.get()))
        : OptionalInt.empty();
  }

  private static Optional<LocalDate> date(DataSet header, int tag) {
    try {
      return header
          .text(tag)
          .map(text -> LocalDate.parse(text.strip(), DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }
}
