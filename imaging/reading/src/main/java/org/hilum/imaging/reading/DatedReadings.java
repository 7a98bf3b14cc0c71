package org.hilum.imaging.reading;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.hilum.imaging.comparison.Acquisition;
import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.comparison.PatientIdentity;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.volume.SourceSeries;
import org.hilum.imaging.volume.VolumeReason;

/** Readings as the comparison needs them: who, when and how, from the header of the images. */
final class DatedReadings {

  private DatedReadings() {}

  /**
   * Earliest first; readings without a date stay where they were given, as do those of one moment.
   */
  static List<ReadingFindings> inOrder(List<ReadingFindings> readings) {
    boolean allDated = readings.stream().allMatch(reading -> date(reading).isPresent());
    return allDated
        ? readings.stream().sorted(Comparator.comparing(DatedReadings::moment)).toList()
        : readings;
  }

  /** What a remark on one of the dates names it by. */
  static String place(ReadingFindings reading) {
    return date(reading).map(LocalDate::toString).orElseGet(reading::studyName);
  }

  /** One reading with its date. */
  static DatedReading of(ReadingFindings reading) {
    return new DatedReading(
        reading.studyName(),
        header(reading).map(DatedReadings::patient).orElse(PatientIdentity.UNKNOWN),
        date(reading),
        header(reading).map(header -> acquisition(header, reading)).orElse(Acquisition.UNKNOWN),
        reading.volume(),
        reading.segmentation(),
        reading.measurements());
  }

  private static Optional<DataSet> header(ReadingFindings reading) {
    return reading.source().map(SourceSeries::header);
  }

  private static PatientIdentity patient(DataSet header) {
    return new PatientIdentity(
        text(header, Tag.PATIENT_ID),
        text(header, Tag.PATIENT_NAME),
        text(header, Tag.PATIENT_BIRTH_DATE),
        text(header, Tag.PATIENT_SEX));
  }

  private static Acquisition acquisition(DataSet header, ReadingFindings reading) {
    var thickness = header.number(Tag.SLICE_THICKNESS);
    var scanner =
        Stream.of(Tag.MANUFACTURER, Tag.MANUFACTURER_MODEL_NAME)
            .flatMap(tag -> text(header, tag).stream())
            .reduce((maker, model) -> maker + " " + model);
    return new Acquisition(
        thickness.isPresent() && thickness.getAsDouble() > 0 ? thickness : OptionalDouble.empty(),
        text(header, Tag.CONVOLUTION_KERNEL),
        scanner,
        reading.deviations().stream()
            .anyMatch(reason -> reason.code() == VolumeReason.CONTRAST_AGENT));
  }

  /** Date of the study, else of the acquisition. */
  private static Optional<LocalDate> date(ReadingFindings reading) {
    return header(reading)
        .flatMap(
            header -> date(header, Tag.STUDY_DATE).or(() -> date(header, Tag.ACQUISITION_DATE)));
  }

  private static Optional<LocalDate> date(DataSet header, int tag) {
    try {
      return text(header, tag).map(text -> LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  private static String moment(ReadingFindings reading) {
    return date(reading).map(LocalDate::toString).orElse("")
        + header(reading).flatMap(header -> text(header, Tag.STUDY_TIME)).orElse("");
  }

  private static Optional<String> text(DataSet header, int tag) {
    return header.text(tag).map(String::strip).filter(text -> !text.isEmpty());
  }
}
