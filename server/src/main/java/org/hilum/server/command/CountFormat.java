package org.hilum.server.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hilum.epidemic.surveillance.SourceReading;
import org.hilum.epidemic.surveillance.Sources;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whose files of counts {@code ./hilum epidemic import} reads. */
enum CountFormat {
  JHU("jhu"),
  DXY("dxy"),
  DXY_AS_OF("dxy-as-of"),
  HUB_EUROPE("hub-europe"),
  HUB_CDC("hub-cdc"),
  DPC("dpc"),
  RKI("rki"),
  LINE_LIST("line-list");

  private final String word;

  CountFormat(String word) {
    this.word = word;
  }

  /** The word for it on the command line. */
  String word() {
    return word;
  }

  /**
   * Reads files, each of one measure or one of all.
   *
   * @param day day of knowledge
   * @throws IllegalArgumentException when the number or names of the files do not fit
   */
  SourceReading read(List<Path> files, LocalDate day) {
    return switch (this) {
      case JHU -> Sources.jhuGlobal(MeasuredFiles.of(files), day);
      case HUB_EUROPE -> Sources.hubTruthAsOf(MeasuredFiles.of(files));
      case DXY -> Sources.chineseProvinces(only(files), day);
      case DXY_AS_OF -> Sources.chineseProvincesAsOf(only(files));
      case HUB_CDC -> Sources.cdcAdmissionsAsOf(only(files));
      case DPC -> Sources.italianRegions(only(files), day);
      case RKI -> Sources.germanStates(only(files), day);
      case LINE_LIST -> Sources.lineList(only(files), day);
    };
  }

  private Path only(List<Path> files) {
    if (files.size() != 1) {
      throw new IllegalArgumentException(
          "The format %s is one file, not %d.".formatted(word, files.size()));
    }
    return files.getFirst();
  }

  /** Which format {@code --format} names. */
  static final class Converter implements ITypeConverter<CountFormat> {

    @Override
    public CountFormat convert(String value) {
      return Arrays.stream(values())
          .filter(format -> format.word.equalsIgnoreCase(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is not one of %s"
                          .formatted(
                              value,
                              Arrays.stream(values())
                                  .map(CountFormat::word)
                                  .collect(Collectors.joining(", ")))));
    }
  }
}
