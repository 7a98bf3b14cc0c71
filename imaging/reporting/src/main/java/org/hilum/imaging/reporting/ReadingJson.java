package org.hilum.imaging.reporting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hilum.imaging.reporting.json.ReadingDocument;
import org.hilum.imaging.reporting.json.RecordReader;
import org.hilum.imaging.vocabulary.ReasonCode;

/**
 * How a reading is told to other programs: {@code reading.json}.
 *
 * <p>Out: UTF-8 JSON after the schema {@code reading.schema.json} beside {@link ReadingDocument}.
 * Units stand in the keys: Ml, Percent (0 to 100), Hu, G, Mm, Seconds. A number that was not
 * measured is absent and named under {@code notMeasured}.
 */
public final class ReadingJson {

  /** Name of the file in the folder of a study. */
  public static final String FILE_NAME = "reading.json";

  private ReadingJson() {}

  /**
   * Writes a finished reading; best last, when all times are known.
   *
   * @param outputs the other files of the reading, relative to the folder, in reading order
   * @return the file
   */
  public static Path write(
      ReadingFindings findings, StepTimes times, List<String> outputs, Path folder)
      throws IOException {
    var file = folder.resolve(FILE_NAME);
    WholeFile.write(file, ReadingDocument.of(findings, times, outputs));
    return file;
  }

  /**
   * Reads what a reading can be taken up again with; empty for one that was refused.
   *
   * @param codes the reason code that goes by a name
   */
  public static Optional<ReadingRecord> read(
      Path file, Function<String, Optional<ReasonCode>> codes) throws IOException {
    return new RecordReader(codes).read(file);
  }

  /**
   * What is measured, as it stands in the file.
   *
   * @param measurements object with {@code regions}, {@code intervals}, {@code scores}, {@code
   *     covid19} and {@code scope}
   * @param lesions array of {@code lesions}
   */
  public record Measured(String measurements, String lesions) {}

  /** The parts of a file that say what was measured; empty for a reading that was refused. */
  public static Optional<Measured> measured(Path file) throws IOException {
    return ReadingDocument.measured(file);
  }

  /** The parts of the file that say what was measured. */
  public static Measured measured(ReadingFindings findings) {
    return ReadingDocument.measured(findings);
  }

  /**
   * Writes why a study was not read.
   *
   * @return the file
   */
  public static Path write(RefusedReading refused, Path folder) throws IOException {
    var file = folder.resolve(FILE_NAME);
    WholeFile.write(file, ReadingDocument.of(refused));
    return file;
  }
}
